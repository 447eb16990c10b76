/// Organisations: who registers, and of what kind they are.
struct OrganisationFacts: FactTable {
    var index = RecordIndex()
    /// Empty where not reported.
    var name: [String] = []
    var kind: [UInt8] = []
    /// 1 where it has a mandate to register victims.
    var registers: [UInt8] = []

    mutating func appendRow() {
        name.append("")
        kind.append(CodePlace.absent)
        registers.append(0)
    }

    mutating func visitColumns(_ visitor: inout some ColumnVisitor) throws(CountingFailure) {
        try visitor.visit(&index)
        try visitor.visit(&name)
        try visitor.visit(&kind)
        try visitor.visit(&registers)
    }
}
