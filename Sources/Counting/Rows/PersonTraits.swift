import Vocabulary

/// Sex and citizenships as they count: one answer for all records of one person.
struct PersonTraits: Sendable {
    /// By person record: place in the list of sexes.
    private(set) var sex: [UInt8]
    /// By person record: number in `sets`, -1 where not reported.
    private(set) var citizenships: [Int32]
    private(set) var sets: CodeSets

    /// Of several records of one person the first known sex counts, and all citizenships together.
    init(_ persons: PersonFacts, groups: SamePersonGroups, lists: CountingLists) {
        sex = persons.sex
        citizenships = persons.citizenships
        sets = persons.citizenshipSets
        let unknown = lists.sexes.place(of: "unknown").map { UInt8(truncatingIfNeeded: $0) }
        for members in groups.linked {
            let answers = members.map { persons.sex[Int($0)] }.filter { $0 != CodePlace.absent }
            let counted = answers.first { $0 != unknown && $0 != CodePlace.unlisted } ?? answers.first
            let codes = members.flatMap { member in
                let set = persons.citizenships[Int(member)]
                return set < 0 ? [] : persons.citizenshipSets.sets[Int(set)]
            }
            let together = sets.place(of: codes)
            for member in members {
                sex[Int(member)] = counted ?? CodePlace.absent
                citizenships[Int(member)] = together
            }
        }
    }
}
