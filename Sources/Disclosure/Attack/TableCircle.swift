// Tables that overlap in a circle (A by B, B by C, A by C) have one table A by B by C behind them, and that there must be
// one can narrow what each of them leaves open. Where tables hang together like a tree, margins that agree always have a
// common table, in whole numbers too, and nothing is gained.
// Source: the reduction of M. H. Graham (1979), and of C. T. Yu and M. Z. Ozsoyoglu (1979).

/// The tables of a set that overlap in circles.
struct TableCircle {
    /// Dimensions of what cannot be taken apart, in alphabetical order; empty where there is no circle.
    let dimensions: [String]

    /// - Parameter tables: The names of the dimensions of each table.
    init(_ tables: [Set<String>]) {
        var rest = tables
        while true {
            let before = rest
            var uses: [String: Int] = [:]
            for table in rest { for dimension in table { uses[dimension, default: 0] += 1 } }
            // A dimension of one table only binds nothing to another; nor does a table that lies in another.
            rest = rest.map { table in table.filter { uses[$0, default: 0] > 1 } }
            rest = rest.indices.filter { place in
                !rest.indices.contains { other in
                    other != place && rest[place].isSubset(of: rest[other])
                        && (rest[place] != rest[other] || other < place)
                }
            }.map { rest[$0] }
            if rest == before { break }
        }
        dimensions = rest.count > 1 ? Set(rest.joined()).sorted() : []
    }
}
