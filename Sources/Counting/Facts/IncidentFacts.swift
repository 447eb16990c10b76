/// Incidents: what was done, to whom, since when, and whether it is trafficking or smuggling.
struct IncidentFacts: FactTable {
    var index = RecordIndex()
    /// Number of the case, or -1.
    var file: [Int32] = []
    /// One bit a form, by its place in the list; bit 63 for a form that is not on it; 0 where none was reported.
    var forms: [UInt64] = []
    /// The form marked as the main one.
    var mainForm: [UInt8] = []
    var phenomenon: [UInt8] = []
    /// ``PackedPeriod``.
    var startedOn: [Int32] = []
    /// Numbers in `countrySets`; -1 where not reported.
    var countries: [Int32] = []
    var countrySets = CodeSets()
    /// Where in `personPool` its persons begin, and how many they are. A correction appends to the pool.
    var personStart: [Int32] = []
    var personCount: [Int32] = []
    var personPool: [Int32] = []

    mutating func appendRow() {
        file.append(-1)
        forms.append(0)
        mainForm.append(CodePlace.absent)
        phenomenon.append(CodePlace.absent)
        startedOn.append(PackedPeriod.absent.bits)
        countries.append(-1)
        personStart.append(0)
        personCount.append(0)
    }

    /// Numbers of the persons in it.
    func persons(_ incident: Int) -> ArraySlice<Int32> {
        let start = Int(personStart[incident])
        return personPool[start..<start + Int(personCount[incident])]
    }

    mutating func visitColumns(_ visitor: inout some ColumnVisitor) throws(CountingFailure) {
        try visitor.visit(&index)
        try visitor.visit(&file)
        try visitor.visit(&forms)
        try visitor.visit(&mainForm)
        try visitor.visit(&phenomenon)
        try visitor.visit(&startedOn)
        try visitor.visit(&countries)
        try visitor.visit(&countrySets)
        try visitor.visit(&personStart)
        try visitor.visit(&personCount)
        try visitor.visit(&personPool)
    }
}
