/// Records joined into sets: union by size, paths halved.
struct DisjointSets {
    private var parent: [Int32]

    init(count: Int) { parent = (0..<Int32(count)).map { $0 } }

    mutating func root(of record: Int) -> Int {
        var place = record
        while parent[place] != Int32(place) {
            parent[place] = parent[Int(parent[place])]
            place = Int(parent[place])
        }
        return place
    }

    /// Joins two sets; the smaller root stays the root, so that the result does not depend on the order of joins.
    mutating func join(_ first: Int, _ second: Int) {
        let (one, other) = (root(of: first), root(of: second))
        if one != other { parent[max(one, other)] = Int32(min(one, other)) }
    }
}
