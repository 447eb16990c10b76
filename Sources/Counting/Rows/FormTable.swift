/// The different combinations of forms of exploitation that occur, by number; number 0 is “not reported”.
struct FormTable: Sendable {
    struct Combination: Hashable, Sendable {
        /// As ``IncidentFacts/forms``.
        let forms: UInt64
        let main: UInt8
    }

    private(set) var combinations = [Combination(forms: 0, main: CodePlace.absent)]
    /// By incident.
    let numbers: [UInt32]

    init(_ incidents: IncidentFacts) {
        var found = [combinations[0]: UInt32(0)]
        var combinations = self.combinations
        numbers = incidents.forms.indices.map { incident in
            let main = incidents.mainForm[incident]
            // What is marked as main is a form, whether or not it was listed again among the forms.
            let marked = main < CountingLists.formLimit ? UInt64(1) << UInt64(main) : 0
            let combination = Combination(forms: incidents.forms[incident] | marked, main: main)
            if let number = found[combination] { return number }
            let number = UInt32(combinations.count)
            found[combination] = number
            combinations.append(combination)
            return number
        }
        self.combinations = combinations
    }
}
