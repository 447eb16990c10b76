/// A graph of lists without a ring of four or more that lacks a chord: which lists depend on each other directly.
///
/// For such graphs the share of each history follows from those within the cliques, so that no iteration is needed.
package struct DecomposableGraph: Sendable, Hashable {
    /// Largest sets of lists that all depend on each other.
    package let cliques: [ListSet]
    /// What each further clique shares with those before it; never empty.
    let separators: [ListSet]

    /// `12,3`: lists numbered from 1.
    package var notation: String {
        cliques.map { $0.members.map { String($0 + 1) }.joined() }.sorted().joined(separator: ",")
    }

    /// All for some lists, in the order of binary counting over the edges 12, 13, …, 23, …: 2, 8, 61, 822, 18,154 for 2 to
    /// 6 lists.
    static func all(lists: Int) -> [DecomposableGraph] {
        let pairs = ListSet.all(of: 2, lists: lists)
        return (0..<(1 << pairs.count)).compactMap { chosen in
            var neighbours = Array(repeating: 0, count: lists)
            for (place, pair) in pairs.enumerated() where chosen >> place & 1 == 1 {
                for member in pair.members { neighbours[member] |= pair.bits & ~(1 << member) }
            }
            return DecomposableGraph(neighbours: neighbours)
        }
    }

    /// Visits the list with the most visited neighbours; the graph is decomposable where these are always all joined.
    ///
    /// - Source: Tarjan, Yannakakis (1984), SIAM J. Computing 13, 566–579.
    private init?(neighbours: [Int]) {
        var visited = 0
        var steps: [(clique: Int, known: Int)] = []
        for _ in neighbours {
            let open = neighbours.indices.filter { visited >> $0 & 1 == 0 }
            guard
                let next = open.max(by: {
                    (neighbours[$0] & visited).nonzeroBitCount < (neighbours[$1] & visited).nonzeroBitCount
                })
            else { break }
            let known = neighbours[next] & visited
            for member in ListSet(bits: known).members where known & ~(1 << member) & ~neighbours[member] != 0 {
                return nil
            }
            steps.append((known | 1 << next, known))
            visited |= 1 << next
        }
        // A step opens a new clique unless it enlarges the one before it.
        var cliques: [Int] = []
        var separators: [Int] = []
        for step in steps {
            if let last = cliques.last, last == step.known {
                cliques[cliques.count - 1] = step.clique
            } else {
                cliques.append(step.clique)
                if step.known != 0 { separators.append(step.known) }
            }
        }
        self.cliques = cliques.map(ListSet.init(bits:))
        self.separators = separators.map(ListSet.init(bits:))
    }
}
