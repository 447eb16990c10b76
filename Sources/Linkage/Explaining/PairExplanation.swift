/// Why two records are held for one person or not: bits of evidence, field by field, from the prior to the sum.
package struct PairExplanation: Hashable, Sendable {
    /// What one field says.
    package struct Part: Hashable, Sendable {
        package let field: String
        package let role: Role
        /// The degree of agreement: `exact`, `same-sound`, `one-digit`, `missing` …
        package let level: String
        /// Bits of the degree of agreement; positive speaks for one person.
        package let bits: Double
        /// Bits added because the value is rare, or taken because it is common.
        package let frequencyBits: Double
        /// The sum of everything up to and with this part: where a bar of a waterfall ends.
        package let sum: Double
    }

    /// Numbers of records across all sources.
    package let first: Int
    package let second: Int
    /// Bits before anything is compared: how rare it is that two records are one person.
    package let priorBits: Double
    package let parts: [Part]
    /// Bits taken because given and family name had to change places; 0 where they did not.
    package let swapBits: Double
    /// Bits taken because relatives or compatriots would look alike in the same way.
    package let relatedBits: Double
    /// Log-odds in bits.
    package let total: Double
    /// That both are one person.
    package var probability: Double { MatchModel.probability(logOdds: total) }
}

extension PairExplanation {
    /// The parts that add up to the log-odds of a pattern.
    ///
    /// - Parameters:
    ///   - added: Of each field, what frequencies add.
    ///   - total: Log-odds in bits.
    init(
        _ first: Int, _ second: Int, _ pattern: Pattern, added: [Float], total: Double, _ model: MatchModel,
        _ fields: [Field]
    ) {
        var sum = Double(model.priorBits)
        let swapBits = pattern.isSwapped ? Double(model.swapWeight) : 0
        let parts = fields.enumerated().map { place, field in
            let level = pattern.level(place)
            let bits = Double(model.weight(place, level, amongCompatriots: model.areCompatriots(pattern)))
            sum += bits + Double(added[place])
            return PairExplanation.Part(
                field: field.name, role: field.role, level: Levels.name(level, field.kind, field.measure),
                bits: bits,
                frequencyBits: Double(added[place]), sum: sum)
        }
        self.init(
            first: first, second: second, priorBits: Double(model.priorBits), parts: parts, swapBits: swapBits,
            relatedBits: total - sum - swapBits, total: total)
    }
}

extension Linker {
    /// The evidence of two records in parts that add up to their log-odds.
    func explanation(_ first: Int, _ second: Int, _ comparer: PairComparer) -> PairExplanation {
        let pattern = comparer.pattern(first, second)
        return PairExplanation(
            second, first, pattern, added: frequency.parts(pattern, first, second, table),
            total: Double(logOdds(first, second, comparer)), model, table.fields)
    }

    /// The pairs on which a person should spend time first: those nearest to the threshold.
    func doubtful(_ pairs: [ScoredPair], threshold: Float, most: Int) -> [PairExplanation] {
        let comparer = comparer()
        return pairs.sorted { first, second in
            let distances = (abs(first.logOdds - threshold), abs(second.logOdds - threshold))
            return distances.0 != distances.1
                ? distances.0 < distances.1 : (first.first, first.second) < (second.first, second.second)
        }.prefix(most).map { explanation(Int($0.first), Int($0.second), comparer) }
    }
}
