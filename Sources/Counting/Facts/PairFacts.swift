/// Statements that two records belong together: the same person twice, or an episode after an earlier one.
struct PairFacts: FactTable {
    var index = RecordIndex()
    /// Numbers of the two records; -1 where not reported (an earlier episode in another country).
    var first: [Int32] = []
    var second: [Int32] = []
    /// Whether the statement holds: a code of ``Standing``.
    var standing: [UInt8] = []

    enum Standing {
        static let holds: UInt8 = 0
        /// As if it had not been made: proposed only, or withdrawn.
        static let none: UInt8 = 1
        /// The two are said not to be one.
        static let apart: UInt8 = 2
    }

    mutating func appendRow() {
        first.append(-1)
        second.append(-1)
        standing.append(Standing.holds)
    }

    func holds(_ row: Int) -> Bool { isOpened(row) && standing[row] == Standing.holds }

    func isApart(_ row: Int) -> Bool { isOpened(row) && standing[row] == Standing.apart }

    mutating func visitColumns(_ visitor: inout some ColumnVisitor) throws(CountingFailure) {
        try visitor.visit(&index)
        try visitor.visit(&first)
        try visitor.visit(&second)
        try visitor.visit(&standing)
    }
}
