/// How much work and memory the search for candidates may take.
package struct PairingLimits: Hashable, Sendable {
    /// Records in a block; larger blocks are split by a further key.
    package var blockSize: Int
    /// Rules of two keys.
    package var mostPairRules: Int
    /// Rules of three keys.
    package var mostTripleRules: Int

    /// Memory for blocks, in bytes; where it does not do for all rules at once, records are gone through several times.
    /// No bound where nil.
    package var indexBytes: Int?

    /// All given; for tests and for links that must be cheaper or more thorough.
    package init(blockSize: Int, mostPairRules: Int, mostTripleRules: Int, indexBytes: Int? = nil) {
        self.blockSize = blockSize
        self.mostPairRules = mostPairRules
        self.mostTripleRules = mostTripleRules
        self.indexBytes = indexBytes
    }

    /// Fewer and smaller blocks the more records there are: work grows with records, not with their square.
    package init(records: Int, indexBytes: Int? = nil) {
        self.indexBytes = indexBytes
        let size = Double(max(records, 1))
        blockSize = Int(max(16, min(1500, 4_000_000 / size)))
        mostPairRules = records <= 30_000 ? 200 : records <= 300_000 ? 40 : 24
        mostTripleRules = records <= 30_000 ? 100 : 20
    }
}
