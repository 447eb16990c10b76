/// Status episodes: who was registered by whom, on what, when, and how it was decided.
struct EpisodeFacts: FactTable {
    var index = RecordIndex()
    /// Numbers of the person, the incident and the organisations; -1 where not reported.
    var person: [Int32] = []
    var incident: [Int32] = []
    var registeringOrganisation: [Int32] = []
    var referredBy: [Int32] = []
    /// ``StatusCode``, or ``CodePlace/unlisted`` for a state that the book did not have when this was built.
    var status: [UInt8] = []
    /// ``PackedPeriod``.
    var registeredOn: [Int32] = []
    var ageAtExploitation: [UInt8] = []
    var ageAtIdentification: [UInt8] = []
    /// When each state was last entered, by ``StatusCode``: the date of the decision where the event gives one, else the
    /// period in which the event took effect; absent for a state never entered.
    var enteredOn: [[Int32]] = Array(repeating: [], count: StatusCode.allCases.count)

    mutating func appendRow() {
        person.append(-1)
        incident.append(-1)
        registeringOrganisation.append(-1)
        referredBy.append(-1)
        status.append(CodePlace.unlisted)
        registeredOn.append(PackedPeriod.absent.bits)
        ageAtExploitation.append(CodePlace.absent)
        ageAtIdentification.append(CodePlace.absent)
        for state in enteredOn.indices { enteredOn[state].append(PackedPeriod.absent.bits) }
    }

    /// When the state in which it is now was decided.
    func decidedOn(_ episode: Int) -> Int32 {
        let state = Int(status[episode])
        return state < enteredOn.count ? enteredOn[state][episode] : PackedPeriod.absent.bits
    }

    mutating func visitColumns(_ visitor: inout some ColumnVisitor) throws(CountingFailure) {
        try visitor.visit(&index)
        try visitor.visit(&person)
        try visitor.visit(&incident)
        try visitor.visit(&registeringOrganisation)
        try visitor.visit(&referredBy)
        try visitor.visit(&status)
        try visitor.visit(&registeredOn)
        try visitor.visit(&ageAtExploitation)
        try visitor.visit(&ageAtIdentification)
        for state in enteredOn.indices { try visitor.visit(&enteredOn[state]) }
    }
}
