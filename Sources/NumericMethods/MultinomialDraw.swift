import Foundation

/// Draws that share a number of persons out among cells.
package enum MultinomialDraw {
    /// Counts of the cells, drawn cell by cell from binomial distributions: the time does not grow with the persons.
    ///
    /// - Parameters:
    ///   - persons: How many are shared out.
    ///   - weights: Not negative, with a positive sum; a cell of weight 0 gets nobody.
    package static func counts(
        persons: Int, weights: [Double], using generator: inout SeededGenerator
    ) -> [Int] {
        var counts = Array(repeating: 0, count: weights.count)
        var (left, weightLeft) = (persons, weights.reduce(0, +))
        let last = weights.lastIndex { $0 > 0 } ?? 0
        for cell in weights.indices where weights[cell] > 0 && left > 0 {
            let chance = min(1, weights[cell] / weightLeft)
            counts[cell] = cell == last ? left : binomial(trials: left, chance: chance, using: &generator)
            left -= counts[cell]
            weightLeft -= weights[cell]
        }
        return counts
    }

    /// How many of `trials` succeed when each does with probability `chance`.
    ///
    /// - Source: inversion for few expected successes; otherwise the transformed rejection of Hörmann (1993),
    ///   The generation of binomial random variates, J. Statistical Computation and Simulation 46, 101–110 (BTRS).
    package static func binomial(trials: Int, chance: Double, using generator: inout SeededGenerator) -> Int {
        if chance <= 0 || trials == 0 { return 0 }
        if chance >= 1 { return trials }
        if chance > 0.5 { return trials - binomial(trials: trials, chance: 1 - chance, using: &generator) }
        return Double(trials) * chance < 10
            ? byInversion(trials, chance, &generator) : byRejection(trials, chance, &generator)
    }

    private static func byInversion(_ trials: Int, _ chance: Double, _ generator: inout SeededGenerator) -> Int {
        let odds = chance / (1 - chance)
        var probability = exp(Double(trials) * log1p(-chance))
        var draw = Double.random(in: 0..<1, using: &generator)
        var successes = 0
        while draw >= probability, successes < trials {
            draw -= probability
            successes += 1
            probability *= odds * Double(trials - successes + 1) / Double(successes)
        }
        return successes
    }

    private static func byRejection(_ trials: Int, _ chance: Double, _ generator: inout SeededGenerator) -> Int {
        let count = Double(trials)
        let spread = (count * chance * (1 - chance)).squareRoot()
        let b = 1.15 + 2.53 * spread
        let a = -0.0873 + 0.0248 * b + 0.01 * chance
        let centre = count * chance + 0.5
        let squeeze = 0.92 - 4.2 / b
        let alpha = (2.83 + 5.1 / b) * spread
        let logOdds = log(chance / (1 - chance))
        let mode = ((count + 1) * chance).rounded(.down)
        let atMode = logGamma(mode + 1) + logGamma(count - mode + 1)
        while true {
            let u = Double.random(in: 0..<1, using: &generator) - 0.5
            let v = Double.random(in: 0..<1, using: &generator)
            let height = 0.5 - abs(u)
            let drawn = ((2 * a / height + b) * u + centre).rounded(.down)
            if drawn < 0 || drawn > count { continue }
            if height >= 0.07 && v <= squeeze { return Int(drawn) }
            let bound = log(v * alpha / (a / (height * height) + b))
            let density = atMode - logGamma(drawn + 1) - logGamma(count - drawn + 1) + (drawn - mode) * logOdds
            if bound <= density { return Int(drawn) }
        }
    }
}
