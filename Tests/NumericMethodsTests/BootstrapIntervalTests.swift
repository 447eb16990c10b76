import Testing

@testable import NumericMethods

@Suite struct BootstrapIntervalTests {
    private let spread = (1...99).map(Double.init)

    /// With half of the replicates below and no acceleration nothing is corrected.
    @Test func leavesASymmetricDistributionAlone() throws {
        let interval = BootstrapInterval(estimate: 50, replicates: spread, acceleration: 0)
        #expect(interval.shareBelow == 0.5 && interval.bias == 0)
        let lower = try #require(interval.corrected(0.025))
        #expect(abs(lower - interval.percentile(0.025)) < 1e-9)
    }

    /// Place (99 + 1/3) · 0.25 + 1/3 = 25.1667 in 1…99.
    @Test func interpolatesByTypeEight() {
        #expect(abs(Quantile.medianUnbiased(spread, at: 0.25) - 25.166666666666668) < 1e-12)
    }

    @Test func countsATieHalf() {
        let interval = BootstrapInterval(estimate: 2, replicates: [1, 2 + 1e-13, 2, 3], acceleration: 0)
        #expect(interval.shareBelow == 0.5)
    }

    @Test func hasNoCorrectionWhereAllReplicatesLieOnOneSide() {
        #expect(BootstrapInterval(estimate: 0, replicates: spread, acceleration: 0).corrected(0.025) == nil)
    }

    @Test func readsAnEndlessUpperLimit() {
        let replicates = spread + Array(repeating: Double.infinity, count: 20)
        let interval = BootstrapInterval(estimate: 50, replicates: replicates, acceleration: 0)
        #expect(interval.percentile(0.975) == .infinity)
        #expect(interval.percentile(0.5).isFinite)
    }
}
