/// Candidate pairs that the model learns from: all of them, or those of every n-th record.
struct TrainingSample {
    private(set) var pairs: [(UInt32, UInt32)] = []
    /// How many candidates each pair of the sample stands for.
    private(set) var scale: Double

    init(_ index: CandidateIndex, _ table: RecordTable, withinSources: Bool, most: Int) {
        var search = CandidateSearch(index, table, withinSources: withinSources)
        var found: [UInt32] = []
        // A first look at every hundredth record says how many candidates there are.
        let stride = max(1, table.count / 500)
        var seen = 0
        var looked = 0
        var record = stride / 2
        while record < table.count {
            search.candidates(of: record, into: &found)
            seen += found.count
            looked += 1
            record += stride
        }
        let expected = Double(seen) / Double(max(looked, 1)) * Double(table.count)
        let step = max(1, Int((expected / Double(most)).rounded(.up)))
        search = CandidateSearch(index, table, withinSources: withinSources)
        record = 0
        while record < table.count {
            search.candidates(of: record, into: &found)
            for other in found { pairs.append((UInt32(record), other)) }
            record += step
        }
        scale = Double(step)
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
