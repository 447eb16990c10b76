/// Case files.
struct CaseFacts: FactTable {
    var index = RecordIndex()
    /// Number of the organisation that keeps the file, or -1.
    var owner: [Int32] = []
    var phenomenon: [UInt8] = []
    /// ``PackedPeriod``.
    var openedOn: [Int32] = []

    mutating func appendRow() {
        owner.append(-1)
        phenomenon.append(CodePlace.absent)
        openedOn.append(PackedPeriod.absent.bits)
    }

    mutating func visitColumns(_ visitor: inout some ColumnVisitor) throws(CountingFailure) {
        try visitor.visit(&index)
        try visitor.visit(&owner)
        try visitor.visit(&phenomenon)
        try visitor.visit(&openedOn)
    }
}
