/// Legs of the way on which persons were moved, by the incident that they belong to.
struct RouteLegFacts: FactTable {
    var index = RecordIndex()
    /// Number of the incident, or -1.
    var incident: [Int32] = []
    /// Its place on the way.
    var ordinal: [UInt8] = []
    /// Places in the list of countries; ``CodeSets/unlisted`` for a code that is not on it, `absent` where not reported.
    var from: [UInt16] = []
    var to: [UInt16] = []

    static let absent = CodeSets.unlisted - 1

    mutating func appendRow() {
        incident.append(-1)
        ordinal.append(0)
        from.append(RouteLegFacts.absent)
        to.append(RouteLegFacts.absent)
    }

    mutating func visitColumns(_ visitor: inout some ColumnVisitor) throws(CountingFailure) {
        try visitor.visit(&index)
        try visitor.visit(&incident)
        try visitor.visit(&ordinal)
        try visitor.visit(&from)
        try visitor.visit(&to)
    }
}
