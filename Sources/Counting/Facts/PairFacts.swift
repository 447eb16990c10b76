/// Statements that two records belong together: the same person twice, or an episode after an earlier one.
struct PairFacts: FactTable {
    var index = RecordIndex()
    /// Numbers of the two records; -1 where not reported (an earlier episode in another country).
    var first: [Int32] = []
    var second: [Int32] = []
    /// 1 once withdrawn: the statement is then as if it had not been made.
    var isWithdrawn: [UInt8] = []

    mutating func appendRow() {
        first.append(-1)
        second.append(-1)
        isWithdrawn.append(0)
    }

    func holds(_ row: Int) -> Bool { isOpened(row) && isWithdrawn[row] == 0 }

    mutating func visitColumns(_ visitor: inout some ColumnVisitor) throws(CountingFailure) {
        try visitor.visit(&index)
        try visitor.visit(&first)
        try visitor.visit(&second)
        try visitor.visit(&isWithdrawn)
    }
}
