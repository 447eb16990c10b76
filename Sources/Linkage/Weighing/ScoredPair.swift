/// Two records that may be one person, with the evidence.
package struct ScoredPair: Hashable, Sendable {
    /// The number of the later record.
    package let first: UInt32
    /// The number of the earlier record.
    package let second: UInt32
    /// Bits for one person, the prior included: 0 is even odds.
    package let logOdds: Float

    /// As a run had found it.
    package init(first: UInt32, second: UInt32, logOdds: Float) {
        self.first = first
        self.second = second
        self.logOdds = logOdds
    }

    /// The probability that both are one person.
    package var probability: Double { MatchModel.probability(logOdds: Double(logOdds)) }
}
