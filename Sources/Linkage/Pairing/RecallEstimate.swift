/// How many pairs of one person the candidates contain, estimated without the truth: rules are lists, pairs are the
/// captured, and what was found by one rule only says how many were found by none.
///
/// - Source: Chao (1987), Estimating the population size for capture–recapture data with unequal catchability; the
///   bias-corrected form. A lower bound of what is missed, so an upper bound of the recall.
package struct RecallEstimate: Hashable, Sendable {
    /// Pairs of one person among the candidates.
    package let found: Double
    /// Pairs of one person that no rule found.
    package let missed: Double

    /// Between 0 and 1.
    package var share: Double { found + missed > 0 ? found / (found + missed) : 1 }

    /// - Parameters:
    ///   - found: Pairs of one person among the candidates.
    ///   - once: Of those, found through one field or combination only.
    ///   - twice: Through exactly two.
    init(found: Double, once: Double, twice: Double) {
        self.found = found
        missed = once * max(0, once - 1) / (2 * (twice + 1))
    }
}
