extension Linker {
    /// Scores every candidate and keeps those with at least `least` bits of log-odds.
    ///
    /// - Parameters:
    ///   - shelf: Where scores are kept while the run goes on, and found where an earlier one was stopped.
    ///   - progress: Told how many records are done, now and then.
    func scored(
        least: Float, shelf: (any ScoreShelf)? = nil, progress: (Int) throws -> Void = { _ in }
    ) throws -> ScoredPairs {
        let comparer = comparer(cacheBits: 18)
        let bound = EvidenceBound(model, table, names: comparer.swappable, least: least)
        var (result, place) = try taken(from: shelf, least)
        var kept = result.pairs.count
        try passes.forEach { pass, index in
            result.cutBlocks += index.cutBlocks
            guard pass >= place.pass else { return }
            var search = CandidateSearch(index, table, withinSources: withinSources)
            var record = pass == place.pass ? place.record : 1
            while record < table.count {
                let end = min(table.count, (record | 0x3FFF) + 1)
                score(record..<end, &search, comparer, bound, into: &result)
                record = end
                guard record < table.count else { break }
                try progress((pass * table.count + record) / passes.ranges.count)
                if record & ScoringPlace.keepingMask == 0, let shelf {
                    place = ScoringPlace(
                        pass: pass, record: record, candidates: result.candidates,
                        expectedMatches: result.expectedMatches)
                    try shelf.keep(result.pairs[kept...], at: place)
                    kept = result.pairs.count
                }
            }
        }
        if passes.ranges.count > 1 { result.takeEachOnce() }
        return result
    }

    /// Scores the candidates of some records.
    private func score(
        _ records: Range<Int>, _ search: inout CandidateSearch, _ comparer: PairComparer, _ bound: EvidenceBound,
        into result: inout ScoredPairs
    ) {
        var found: [UInt32] = []
        var (candidates, expected) = (0, result.expectedMatches)
        let width = table.fields.count
        table.cells.withUnsafeBufferPointer { cells in
            guard let start = cells.baseAddress else { return }
            for record in records {
                search.candidates(of: record, into: &found)
                candidates += found.count
                let one = start + record * width
                for candidate in found {
                    let other = start + Int(candidate) * width
                    guard let pattern = comparer.pattern(one, other, within: bound) else { continue }
                    let bits = model.bits(pattern) + frequency.bits(pattern, { one[$0] }, { other[$0] })
                    let logOdds = MatchModel.logOdds(bits)
                    expected += MatchModel.probability(logOdds: Double(logOdds))
                    if logOdds >= bound.least {
                        result.pairs.append(ScoredPair(first: UInt32(record), second: candidate, logOdds: logOdds))
                    }
                }
            }
        }
        result.candidates += candidates
        result.expectedMatches = expected
    }

    /// What an earlier run of the same records and settings left, and where it stopped.
    private func taken(from shelf: (any ScoreShelf)?, _ least: Float) throws -> (ScoredPairs, ScoringPlace) {
        guard let (pairs, place) = try shelf?.kept(of: mark(least)), place.pass < passes.ranges.count,
            place.record < table.count
        else { return (ScoredPairs(), .start) }
        return (
            ScoredPairs(pairs: pairs, candidates: place.candidates, expectedMatches: place.expectedMatches), place
        )
    }

    /// Tells this run from one of other records, rules or bounds: the model follows from these.
    private func mark(_ least: Float) -> UInt64 {
        var mark = mixed(UInt64(least.bitPattern) << 32 | UInt64(passes.ranges.count))
        for range in passes.ranges { mark = mixed(mark ^ UInt64(range.upperBound)) }
        for cell in table.cells { mark = (mark ^ UInt64(cell)) &* 0x9E37_79B9_7F4A_7C15 ^ (mark >> 29) }
        for source in table.sourceStarts { mark = mixed(mark ^ UInt64(source)) }
        for (field, values) in zip(table.fields, table.tables) {
            mark = mixed(mark ^ KeySlot.hash(field.role.rawValue.utf8) ^ KeySlot.hash(values.letters))
            let comparison = "\(field.kind) \(field.measure) \(field.folding.levels)"
            mark = mixed(mark ^ KeySlot.hash(comparison.utf8))
        }
        if let prior { mark = mixed(mark ^ prior.bitPattern) }
        return mark
    }
}
