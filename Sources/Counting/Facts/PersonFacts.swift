/// Persons: what they are counted by, and nothing that names them.
struct PersonFacts: FactTable {
    var index = RecordIndex()
    /// Places in the list of sexes.
    var sex: [UInt8] = []
    /// Numbers in `citizenshipSets`; -1 where not reported.
    var citizenships: [Int32] = []
    var citizenshipSets = CodeSets()

    mutating func appendRow() {
        sex.append(CodePlace.absent)
        citizenships.append(-1)
    }

    mutating func visitColumns(_ visitor: inout some ColumnVisitor) throws(CountingFailure) {
        try visitor.visit(&index)
        try visitor.visit(&sex)
        try visitor.visit(&citizenships)
        try visitor.visit(&citizenshipSets)
    }
}
