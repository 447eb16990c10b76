import Testing

@testable import NumericMethods

@Suite struct NormalDistributionTests {
    /// Abramowitz, Stegun (1964), Handbook of mathematical functions, tables 26.1 and 26.2.
    @Test(arguments: [(0.975, 1.959963984540054), (0.5, 0), (0.01, -2.326347874040841), (1e-9, -5.997807015007687)])
    func knowsItsQuantiles(probability: Double, expected: Double) {
        #expect(abs(NormalDistribution.quantile(probability) - expected) < 1e-12)
    }

    @Test(arguments: [1e-300, 1e-12, 0.02, 0.3, 0.5, 0.77, 0.999])
    func undoesItself(probability: Double) {
        let back = NormalDistribution.cumulative(NormalDistribution.quantile(probability))
        #expect(abs(back - probability) < 1e-12 * probability)
    }
}
