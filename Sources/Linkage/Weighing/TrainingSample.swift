/// Candidate pairs that the model learns from: all of them, or those of every n-th record.
struct TrainingSample {
    private(set) var pairs: [(UInt32, UInt32)] = []
    /// How many candidates each pair of the sample stands for.
    private(set) var scale: Double

    init(_ passes: CandidatePasses, _ table: RecordTable, withinSources: Bool, most: Int) {
        // A first look at some five hundred records says how many candidates there are.
        let stride = max(1, table.count / 500)
        let looked = (table.count - 1 - stride / 2) / stride + 1
        let seen = TrainingSample.pairs(passes, table, withinSources, from: stride / 2, every: stride).count
        let expected = Double(seen) / Double(max(looked, 1)) * Double(table.count)
        let step = max(1, Int((expected / Double(most)).rounded(.up)))
        pairs = TrainingSample.pairs(passes, table, withinSources, from: 0, every: step)
        scale = Double(step)
    }

    /// The candidates of every n-th record, each once.
    private static func pairs(
        _ passes: CandidatePasses, _ table: RecordTable, _ withinSources: Bool, from start: Int, every step: Int
    ) -> [(UInt32, UInt32)] {
        var pairs: [(UInt32, UInt32)] = []
        passes.forEach { _, index in
            var search = CandidateSearch(index, table, withinSources: withinSources)
            var found: [UInt32] = []
            for record in Swift.stride(from: start, to: table.count, by: step) {
                search.candidates(of: record, into: &found)
                for other in found { pairs.append((UInt32(record), other)) }
            }
        }
        guard passes.ranges.count > 1 else { return pairs }
        // Several passes may find one pair.
        pairs.sort { $0 < $1 }
        var last: (UInt32, UInt32)?
        return pairs.filter { pair in
            defer { last = pair }
            return last.map { $0 != pair } ?? true
        }
    }

    /// Every n-th pair, so that about `most` are left.
    func thinned(to most: Int) -> TrainingSample {
        let step = pairs.count / most
        guard step > 1 else { return self }
        var thinned = self
        thinned.pairs = stride(from: 0, to: pairs.count, by: step).map { pairs[$0] }
        thinned.scale *= Double(step)
        return thinned
    }
}
