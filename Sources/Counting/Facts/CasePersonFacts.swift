/// Who is in a case, and as what.
struct CasePersonFacts: FactTable {
    var index = RecordIndex()
    /// Number of the case, or -1.
    var file: [Int32] = []
    /// Number of the person, or -1.
    var person: [Int32] = []
    /// 1 for a victim, 0 for anybody else: family members, witnesses and suspects are not counted as victims.
    var isVictim: [UInt8] = []
    /// 1 once the person has left the case, which is also how a wrong entry is undone: only who is in it counts.
    var isOut: [UInt8] = []

    mutating func appendRow() {
        file.append(-1)
        person.append(-1)
        isVictim.append(0)
        isOut.append(0)
    }

    mutating func visitColumns(_ visitor: inout some ColumnVisitor) throws(CountingFailure) {
        try visitor.visit(&index)
        try visitor.visit(&file)
        try visitor.visit(&person)
        try visitor.visit(&isVictim)
        try visitor.visit(&isOut)
    }
}
