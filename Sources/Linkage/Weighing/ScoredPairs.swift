/// All candidates of a run that are not hopeless, and what was seen on the way.
struct ScoredPairs {
    var pairs: [ScoredPair] = []
    /// Candidates compared.
    var candidates = 0
    /// Sum of the probabilities of all candidates.
    var expectedMatches = 0.0
}
