/// Organisations: who registers, and of what kind they are.
struct OrganisationFacts: FactTable {
    var index = RecordIndex()
    /// Empty where not reported.
    var name: [String] = []
    var kind: [UInt8] = []
    /// 1 where it has a mandate to register victims.
    var registers: [UInt8] = []
    /// 1 once dissolved: nothing is expected from it any more.
    var isDissolved: [UInt8] = []

    /// Whether its silence is a gap.
    func mustReport(_ organisation: Int) -> Bool { registers[organisation] == 1 && isDissolved[organisation] == 0 }

    mutating func appendRow() {
        name.append("")
        kind.append(CodePlace.absent)
        registers.append(0)
        isDissolved.append(0)
    }

    mutating func visitColumns(_ visitor: inout some ColumnVisitor) throws(CountingFailure) {
        try visitor.visit(&index)
        try visitor.visit(&name)
        try visitor.visit(&kind)
        try visitor.visit(&registers)
        try visitor.visit(&isDissolved)
    }
}
