/// Sets of codes (citizenships, countries), each different set held once and named by a number.
struct CodeSets: Sendable {
    /// A member that is not on the list.
    static let unlisted = UInt16.max

    /// Each sorted by the order of the code list.
    private(set) var sets: [[UInt16]] = []
    private var places: [[UInt16]: Int32] = [:]
    /// The number of the set of one code alone, by that code: nearly all persons have one citizenship.
    private var singles: [Int32] = []

    init() {}

    /// The sets as a snapshot holds them.
    init(sets: [[UInt16]]) {
        for set in sets { _ = place(of: set) }
    }

    /// The number of `members`, which may be in any order; -1 for none at all.
    mutating func place(of members: [UInt16]) -> Int32 {
        guard let first = members.first else { return -1 }
        if members.count == 1, Int(first) < singles.count, singles[Int(first)] >= 0 { return singles[Int(first)] }
        let sorted = Array(Set(members)).sorted()
        if let place = places[sorted] { return place }
        let place = Int32(sets.count)
        sets.append(sorted)
        places[sorted] = place
        if sorted.count == 1 {
            while singles.count <= Int(first) { singles.append(-1) }
            singles[Int(first)] = place
        }
        return place
    }
}
