/// How far two reviewers who judged the same pairs apart from one another agree, and how far beyond chance.
///
/// Assumes that the two judgements of a pair were made without knowledge of one another, and that who was first is of no
/// matter: the shares of the first and of the second judgement are kept apart, as in the source.
///
/// - Source: J. Cohen (1960), A coefficient of agreement for nominal scales, Educational and Psychological Measurement
///   20(1), 37–46: κ = (p₀ − pₑ) / (1 − pₑ).
package struct ReviewAgreement: Hashable, Sendable {
    /// Pairs that two judged.
    package let pairs: Int
    /// Pairs of which both said the same.
    package let agreeing: Int
    /// Cohen's κ, from -1 to 1; nil where no pair was judged by two, or chance alone would always agree.
    package let kappa: Double?

    /// The share of pairs of which both said the same; nil where there is none.
    package var share: Double? { pairs > 0 ? Double(agreeing) / Double(pairs) : nil }

    /// - Parameter judgements: Of each pair, what was said of it in its order; the first two count.
    package init(_ judgements: [[String]]) {
        var (first, second): ([String: Int], [String: Int]) = ([:], [:])
        var (pairs, agreeing) = (0, 0)
        for said in judgements where said.count > 1 {
            pairs += 1
            if said[0] == said[1] { agreeing += 1 }
            first[said[0], default: 0] += 1
            second[said[1], default: 0] += 1
        }
        (self.pairs, self.agreeing) = (pairs, agreeing)
        // In whole numbers, so that sure agreement by chance is recognised exactly.
        let byChance = first.reduce(0) { $0 + $1.value * (second[$1.key] ?? 0) }
        kappa =
            pairs > 0 && byChance < pairs * pairs
            ? Double(agreeing * pairs - byChance) / Double(pairs * pairs - byChance) : nil
    }
}
