/// All candidates of a run that are not hopeless, and what was seen on the way.
struct ScoredPairs {
    var pairs: [ScoredPair] = []
    /// Candidates compared.
    var candidates = 0
    /// Sum of the probabilities of all candidates.
    var expectedMatches = 0.0
    /// Blocks that no rule could split.
    var cutBlocks: [CandidateIndex.CutBlock] = []

    /// Leaves one of the pairs that several passes found. The probabilities of the others are shrunk as much.
    mutating func takeEachOnce() {
        let all = pairs.reduce(0) { $0 + $1.probability }
        pairs.sort { ($0.first, $0.second) < ($1.first, $1.second) }
        var last: ScoredPair?
        pairs = pairs.filter { pair in
            defer { last = pair }
            return last?.first != pair.first || last?.second != pair.second
        }
        let once = pairs.reduce(0) { $0 + $1.probability }
        expectedMatches *= all > 0 ? once / all : 1
    }
}
