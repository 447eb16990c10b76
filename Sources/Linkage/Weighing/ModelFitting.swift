// Goals, in order: (1) never a confident nonsense: priors on every share, and levels in their order; (2) u from pairs
// drawn at random, m from candidates, the prior from both; (3) the same input gives the same model.
// Source: Fellegi, Sunter (1969), A theory for record linkage; Winkler (1988) for EM; Enamorado, Fifield, Imai (2019) for
// EM on counts of patterns. All pairs of the table are the population: pairs that are no candidates count as two persons.

import Foundation

/// Fits a ``MatchModel`` by expectation-maximisation.
struct ModelFitting {
    let kinds: [FieldKind]
    /// Levels of candidate pairs, with what frequencies add.
    let candidates: PatternCounts
    /// How many candidate pairs each counted one stands for.
    let scale: Double
    /// Levels of pairs drawn at random from all pairs.
    let random: PatternCounts
    /// How many pairs there are.
    let pairs: Double
    /// How many records there are.
    let records: Double
    /// Of every field, the least chance that two persons share a value.
    let leastChance: [Double]

    /// Expected pairs of one person that the prior shares count for, for each field.
    private static let priorStrength = 15.0
    private static let mostRounds = 80

    func fit() -> MatchModel {
        let expected = LevelShares.expectedOfMatches(kinds)
        var model = MatchModel(
            matches: expected, others: chances(under: nil), prior: startingMatches / pairs, swapShare: 0.02)
        for _ in 0..<ModelFitting.mostRounds {
            let next = improved(model, expected)
            let change = abs(log(next.prior / model.prior))
            model = next
            if change < 1e-4 { break }
        }
        return model
    }

    /// One pair of one person for ten records, to begin with.
    private var startingMatches: Double { max(1, 0.1 * records) }

    private func improved(_ model: MatchModel, _ expected: LevelShares) -> MatchModel {
        var counts = kinds.map { [Double](repeating: 0, count: Levels.count($0)) }
        var found = 0.0
        var swapped = 0.0
        for (pattern, count) in zip(candidates.patterns, candidates.counts) {
            let share = model.probability(bits: model.bits(pattern) + pattern.offsetBits)
            if share < 1e-6 { continue }
            let weight = share * count * scale
            found += weight
            if pattern.isSwapped { swapped += weight }
            for field in kinds.indices { counts[field][Int(pattern.level(field))] += weight }
        }
        let others = chances(under: model)
        var shares = kinds.indices.map { field in
            ModelFitting.smoothed(counts[field], expected.shares[field], strength: ModelFitting.priorStrength)
        }
        for field in kinds.indices {
            shares[field] = LevelOrder.restored(shares[field], others.shares[field], kind: kinds[field])
        }
        return MatchModel(
            matches: LevelShares(shares), others: others, prior: max(1, found) / pairs,
            swapShare: (swapped + 0.3) / (found + 15))
    }

    /// The shares of levels among pairs of two persons: random pairs, each for as much as it is not one person.
    private func chances(under model: MatchModel?) -> LevelShares {
        var counts = kinds.map { [Double](repeating: 0, count: Levels.count($0)) }
        for (pattern, count) in zip(random.patterns, random.counts) {
            let weight = count * (1 - (model.map { $0.probability(bits: $0.bits(pattern)) } ?? 0))
            for field in kinds.indices { counts[field][Int(pattern.level(field))] += weight }
        }
        return LevelShares(
            kinds.indices.map { field in
                let total = counts[field].dropFirst().reduce(0, +)
                // Half a pair a level where few were drawn; the floor of chance where values are nearly unique.
                let floor = 0.3 / max(total, 1)
                let raw = counts[field].enumerated().map { level, count in
                    level == 0 ? 0 : max(count / max(total, 1), level == 1 ? min(floor, leastChance[field]) : floor)
                }
                let sum = raw.reduce(0, +)
                return raw.map { $0 / sum }
            })
    }

    private static func smoothed(_ counts: [Double], _ expected: [Double], strength: Double) -> [Double] {
        let total = counts.dropFirst().reduce(0, +) + strength
        return counts.indices.map { $0 == 0 ? 0 : (counts[$0] + strength * expected[$0]) / total }
    }
}
