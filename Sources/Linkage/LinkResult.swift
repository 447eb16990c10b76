/// What a run found: pairs, persons, and what is worth knowing about how they were found.
package struct LinkResult: Sendable {
    /// Two records of one person.
    package struct Pair: Hashable, Sendable {
        /// Numbers of records across all sources; the first is the smaller.
        package let first: Int
        package let second: Int
        /// That both are one person, judged by the pair alone.
        package let probability: Double
        /// Log-odds in bits.
        package let weight: Double
        /// The group that joins them, by its place in ``groups``.
        package let group: Int
        /// Whether the pair reaches the threshold only through others of its group.
        package let isImplied: Bool
    }

    /// Every two records of one group; across files only, where there are several.
    package let pairs: [Pair]
    /// Sets of two records or more.
    package let groups: [PersonGroup]
    /// How the run went, in figures.
    package let summary: LinkSummary
    /// All scored pairs that are not hopeless: for the threshold chart and the review desk.
    package let scored: [ScoredPair]
    /// The pairs nearest to the threshold, explained: what a person should look at first.
    package let doubtful: [PairExplanation]
}

extension LinkResult {
    /// The same result with the ids of persons of an earlier run, where they share records.
    ///
    /// - Parameters:
    ///   - earlier: The id that each record had, by what names the record.
    ///   - names: What names each record of this run.
    package func carrying(_ earlier: [String: String], names: (Int) -> String) -> LinkResult {
        LinkResult(
            pairs: pairs, groups: GroupIdentity.carried(groups, from: earlier, names: names), summary: summary,
            scored: scored, doubtful: doubtful)
    }
}
