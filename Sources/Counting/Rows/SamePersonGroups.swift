/// Which records are one person: union-find over the same-person statements in force.
///
/// Computed anew from the statements each time, so a withdrawn one leaves no trace.
struct SamePersonGroups: Sendable {
    /// By person: the lowest number among the records of the same person.
    let group: [Int32]
    /// Records of persons who have more than one, in ascending order.
    let linked: [[Int32]]

    init(persons: Int, statements: PairFacts) {
        var parent = Array(Int32(0)..<Int32(persons))
        func root(_ person: Int32) -> Int32 {
            var current = person
            while parent[Int(current)] != current {
                parent[Int(current)] = parent[Int(parent[Int(current)])]
                current = parent[Int(current)]
            }
            return current
        }
        var touched: Set<Int32> = []
        for row in statements.first.indices where statements.holds(row) {
            let (first, second) = (statements.first[row], statements.second[row])
            guard first >= 0, second >= 0, first != second else { continue }
            touched.formUnion([first, second])
            let (left, right) = (root(first), root(second))
            // The lower number is the root, so the outcome does not depend on the order of the statements.
            parent[Int(max(left, right))] = min(left, right)
        }
        for person in touched { parent[Int(person)] = root(person) }
        group = parent
        linked = Dictionary(grouping: touched.sorted()) { parent[Int($0)] }.sorted { $0.key < $1.key }.map(\.value)
    }
}
