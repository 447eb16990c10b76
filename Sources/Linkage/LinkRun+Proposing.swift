extension LinkRun {
    /// The pairs on which persons should decide, the clearest first, each with its evidence.
    ///
    /// Of pairs that would bring the same records together, the strongest are given and the others left out: whoever
    /// judges these has judged the rest. None is given that would join what is known to be two, nor one that is known
    /// already. The same table and the same knowledge give the same pairs.
    ///
    /// - Parameters:
    ///   - least: The probability from which a pair is given.
    ///   - known: What was judged, or waits to be.
    ///   - progress: Told the step, and how many of its records are done; may throw to stop the run.
    /// - Throws: ``LinkageFailure/nothingToCompare(records:)``, or what `progress` throws.
    package func proposals(
        least: Double, known: JudgedPairs, progress: (Step, Int) throws -> Void = { _, _ in }
    ) throws -> [PairExplanation] {
        try progress(.indexing, 0)
        let linker = try prepared()
        try progress(.scoring, 0)
        let bits = Float(LinkRun.logOdds(least))
        let scored = try linker.scored(least: bits) { try progress(.scoring, $0) }
        try progress(.grouping, 0)
        let strongest = scored.pairs.sorted {
            $0.logOdds == $1.logOdds ? ($0.first, $0.second) < ($1.first, $1.second) : $0.logOdds > $1.logOdds
        }
        var constraints = PairConstraints(known, records: linker.table.count)
        let comparer = linker.comparer()
        return strongest.compactMap { pair in
            let (one, other) = (Int(pair.first), Int(pair.second))
            guard !known.settled.contains(.init(one, other)), constraints.join(one, other) else { return nil }
            return linker.explanation(one, other, comparer)
        }
    }
}
