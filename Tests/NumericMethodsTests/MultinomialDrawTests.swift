import Testing

@testable import NumericMethods

@Suite struct MultinomialDrawTests {
    @Test func sharesEverybodyOut() {
        var generator = SeededGenerator(seed: 7)
        let counts = MultinomialDraw.counts(persons: 1000, weights: [0, 3, 0.1, 40, 0], using: &generator)
        #expect(counts.reduce(0, +) == 1000 && counts[0] == 0 && counts[4] == 0)
    }

    /// Mean np and variance np(1 − p) of 20,000 draws, each within five standard errors.
    @Test(arguments: [(20, 0.1), (1000, 0.3), (5000, 0.9), (100_000, 0.0004)])
    func hasTheMomentsOfTheBinomial(trials: Int, chance: Double) {
        var generator = SeededGenerator(seed: 11)
        let draws = (0..<20_000).map { _ in
            Double(MultinomialDraw.binomial(trials: trials, chance: chance, using: &generator))
        }
        let mean = draws.reduce(0, +) / 20_000
        let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 19_999
        let expected = Double(trials) * chance
        let spread = expected * (1 - chance)
        #expect(abs(mean - expected) < 5 * (spread / 20_000).squareRoot())
        #expect(abs(variance - spread) < 5 * spread * (2.2 / 20_000).squareRoot())
    }
}
