import Foundation
import Testing

@testable import NumericMethods

@Suite struct PoissonDistributionTests {
    @Test(arguments: [(0, 1.0), (3, 2.5), (10, 2.5), (1, 7.0)])
    func addsUpTheTermsOfTheDefinition(count: Int, mean: Double) {
        func term(_ events: Int) -> Double { exp(-mean) * pow(mean, Double(events)) / tgamma(Double(events) + 1) }
        let tails = PoissonDistribution.tails(count: count, mean: mean)
        #expect(abs(tails.atMost - (0...count).reduce(0) { $0 + term($1) }) < 1e-14)
        #expect(abs(tails.atLeast - (count...120).reduce(0) { $0 + term($1) }) < 1e-13)
    }

    /// P(X ≤ 900) for mean 1000, added up from the definition with 60 decimal digits.
    @Test func sumsLargeMeans() {
        let tails = PoissonDistribution.tails(count: 900, mean: 1000)
        #expect(abs(tails.atMost - 6.97767327796306783e-4) < 1e-15)
        let next = PoissonDistribution.tails(count: 901, mean: 1000)
        #expect(abs(tails.atMost + next.atLeast - 1) < 1e-12)
    }

    @Test func stillTellsTinyChancesApart() {
        let rare = PoissonDistribution.tails(count: 300, mean: 20).atLeast
        #expect(rare > 0 && rare < 1e-200)
    }

    @Test func expectsNothingWhereTheMeanIsZero() {
        #expect(PoissonDistribution.tails(count: 0, mean: 0) == (1, 1))
        #expect(PoissonDistribution.tails(count: 2, mean: 0) == (1, 0))
    }
}
