/// Which records are one person: union-find over the same-person statements in force.
///
/// Computed anew from the statements each time, so a withdrawn one leaves no trace. Two records that were judged to be
/// two persons are in no group together: of statements that would bring them together over others, the one that was made
/// last is left aside (decision 0182).
struct SamePersonGroups: Sendable {
    /// By person: the lowest number among the records of the same person.
    let group: [Int32]
    /// Records of persons who have more than one, in ascending order.
    let linked: [[Int32]]

    init(persons: Int, statements: PairFacts) {
        var sets = Sets(persons: persons)
        for row in statements.first.indices where statements.isApart(row) {
            sets.keepApart(statements.first[row], statements.second[row])
        }
        var touched: Set<Int32> = []
        for row in statements.first.indices where statements.holds(row) {
            let (first, second) = (statements.first[row], statements.second[row])
            guard first >= 0, second >= 0, first != second, sets.join(first, second) else { continue }
            touched.formUnion([first, second])
        }
        for person in touched { sets.parent[Int(person)] = sets.root(person) }
        let parent = sets.parent
        group = parent
        linked = Dictionary(grouping: touched.sorted()) { parent[Int($0)] }.sorted { $0.key < $1.key }.map(\.value)
    }

    private struct Sets {
        var parent: [Int32]
        /// By root: records that none of its members may be joined with.
        private var apart: [Int32: [Int32]] = [:]

        init(persons: Int) { parent = Array(Int32(0)..<Int32(persons)) }

        mutating func root(_ person: Int32) -> Int32 {
            var current = person
            while parent[Int(current)] != current {
                parent[Int(current)] = parent[Int(parent[Int(current)])]
                current = parent[Int(current)]
            }
            return current
        }

        /// Before anything is joined.
        mutating func keepApart(_ first: Int32, _ second: Int32) {
            guard first >= 0, second >= 0, first != second else { return }
            apart[first, default: []].append(second)
            apart[second, default: []].append(first)
        }

        /// - Returns: Whether they are together now.
        mutating func join(_ first: Int32, _ second: Int32) -> Bool {
            let (left, right) = (root(first), root(second))
            if left == right { return true }
            for other in apart[left] ?? [] where root(other) == right { return false }
            // The lower number is the root, so the group's name does not depend on the order of the statements.
            let (kept, gone) = (min(left, right), max(left, right))
            parent[Int(gone)] = kept
            if let others = apart.removeValue(forKey: gone) { apart[kept, default: []] += others }
            return true
        }
    }
}
