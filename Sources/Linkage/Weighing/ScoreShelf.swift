/// Where the scores of a run are kept while it goes on, so that one that was stopped can be taken up.
package protocol ScoreShelf {
    /// What an earlier run kept; nil where there was none, or one of other records or settings.
    ///
    /// - Parameter mark: Tells runs of different records or settings apart.
    func kept(of mark: UInt64) throws -> (pairs: [ScoredPair], place: ScoringPlace)?

    /// Adds the pairs that were found since the last time.
    func keep(_ pairs: ArraySlice<ScoredPair>, at place: ScoringPlace) throws
}

/// How far the scoring of a run has come.
package struct ScoringPlace: Hashable, Sendable {
    /// The pass, from 0.
    package let pass: Int
    /// The first record that is not done in it.
    package let record: Int
    /// Candidates compared so far.
    package let candidates: Int
    /// The sum of the probabilities of all candidates so far.
    package let expectedMatches: Double

    /// All as they were kept.
    package init(pass: Int, record: Int, candidates: Int, expectedMatches: Double) {
        self.pass = pass
        self.record = record
        self.candidates = candidates
        self.expectedMatches = expectedMatches
    }

    static let start = ScoringPlace(pass: 0, record: 1, candidates: 0, expectedMatches: 0)
    /// Scores are kept every 262,144 records: some seconds of work.
    static let keepingMask = 0x3FFFF
}
