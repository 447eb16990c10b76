// Goals, in order: (1) the whole way from a table to persons in one place; (2) progress that a person can follow;
// (3) nothing here that one of the rooms' parts does.

/// Links the records of one table: candidates, model, scores, groups.
package struct LinkRun {
    /// What a run is doing.
    package enum Step: String, Sendable {
        case indexing, learning, scoring, grouping
    }

    private let table: RecordTable
    private let options: LinkOptions
    private let withinSources: Bool
    private let name: (Int) -> String
    private let shelf: (any ScoreShelf)?

    /// - Parameters:
    ///   - table: All records of all files.
    ///   - shelf: Where scores are kept while the run goes on; nowhere where nil.
    ///   - name: What identifies a record outside of the run, such as its file and id: ids of persons come from it.
    package init(
        _ table: RecordTable, options: LinkOptions = LinkOptions(), shelf: (any ScoreShelf)? = nil,
        name: @escaping (Int) -> String
    ) {
        self.table = table
        self.options = options
        self.name = name
        self.shelf = shelf
        withinSources = table.sources < 2
    }

    /// Does everything; the same table gives the same result.
    ///
    /// - Parameter progress: Told the step, and how many of its records are done; may throw to stop the run.
    /// - Throws: ``LinkageFailure/nothingToCompare(records:)``.
    package func finish(progress: (Step, Int) throws -> Void = { _, _ in }) throws -> LinkResult {
        try progress(.indexing, 0)
        let linker = try prepared()
        try progress(.scoring, 0)
        let threshold = Float(LinkRun.logOdds(options.threshold))
        let scored = try linker.scored(least: min(LinkRun.leastKept, threshold), shelf: shelf) {
            try progress(.scoring, $0)
        }
        let unique = uniqueSources(linker)
        try progress(.grouping, 0)
        let groups = grouped(scored.pairs, linker, threshold, unique)
        let pairs = self.pairs(of: groups, linker)
        let summary = SummaryMaker(linker: linker, scored: scored, options: options, unique: unique).summary()
        return LinkResult(
            pairs: pairs, groups: groups, summary: summary, scored: scored.pairs,
            doubtful: linker.doubtful(scored.pairs, threshold: threshold, most: 24))
    }

    /// The model, learnt from the records.
    func prepared() throws(LinkageFailure) -> Linker {
        try Linker(
            table, withinSources: withinSources, passes: options.limits.map { CandidatePasses(table, limits: $0) },
            prior: options.prior)
    }

    /// Pairs below one in a hundred are kept no longer than their scoring.
    private static let leastKept: Float = -6.6

    static func logOdds(_ probability: Double) -> Double {
        let bounded = max(1e-9, min(1 - 1e-9, probability))
        return LinkageMath.logOdds(bounded)
    }

    /// Sources in which nobody seems to be twice, so that nobody may be joined twice.
    private func uniqueSources(_ linker: Linker) -> Set<Int> {
        if options.isOneToOne { return Set(0..<table.sources) }
        guard table.sources > 1 else { return options.rules.uniqueSources }
        return options.rules.uniqueSources.union(linker.sourcesWithoutDuplicates())
    }

    private func grouped(
        _ pairs: [ScoredPair], _ linker: Linker, _ threshold: Float, _ unique: Set<Int>
    ) -> [PersonGroup] {
        var rules = options.rules
        rules.uniqueSources = unique
        let comparer = linker.comparer()
        let grouping = Grouping(
            records: table.count, source: table.source, rules: rules, threshold: threshold,
            score: { linker.logOdds(max($0, $1), min($0, $1), comparer) })
        return grouping.groups(pairs).map { members in
            PersonGroup(members, names: name, threshold: options.threshold) {
                MatchModel.probability(logOdds: Double(linker.logOdds(max($0, $1), min($0, $1), comparer)))
            }
        }
    }

    /// Every two records of each group; across files only, where there are several.
    private func pairs(of groups: [PersonGroup], _ linker: Linker) -> [LinkResult.Pair] {
        let comparer = linker.comparer()
        let threshold = LinkRun.logOdds(options.threshold)
        var result: [LinkResult.Pair] = []
        for (place, group) in groups.enumerated() {
            for (position, second) in group.records.enumerated() {
                for first in group.records[..<position]
                where withinSources || table.source[first] != table.source[second] {
                    let weight = Double(linker.logOdds(second, first, comparer))
                    result.append(
                        LinkResult.Pair(
                            first: first, second: second, probability: MatchModel.probability(logOdds: weight),
                            weight: weight, group: place, isImplied: weight < threshold))
                }
            }
        }
        return result
    }
}
