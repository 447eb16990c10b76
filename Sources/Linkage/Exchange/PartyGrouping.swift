/// Records of several packets put together to persons.
struct PartyGrouping {
    let source: [UInt8]
    let isOneToOne: Bool

    /// Larger parts are joined best first, since finding the best of all assignments there takes the cube of their size.
    private static let mostAssigned = 150

    /// - Returns: Sets of two records or more, in ascending order.
    func groups(_ pairs: [BlindPair]) -> [[Int]] {
        var parts = DisjointSets(count: source.count)
        for pair in pairs { parts.join(pair.first, pair.second) }
        guard isOneToOne else {
            let members = Dictionary(grouping: Set(pairs.flatMap { [$0.first, $0.second] })) { parts.root(of: $0) }
            return members.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
        }
        var sizes: [Int: Set<Int>] = [:]
        for pair in pairs { sizes[parts.root(of: pair.first), default: []].formUnion([pair.first, pair.second]) }
        let isSmall = sizes.mapValues { $0.count <= PartyGrouping.mostAssigned }
        var small: [BlindPair] = []
        var large: [BlindPair] = []
        for pair in pairs {
            if isSmall[parts.root(of: pair.first)] == true { small.append(pair) } else { large.append(pair) }
        }
        return (assigned(small) + bestFirst(large)).sorted { $0[0] < $1[0] }
    }

    private func assigned(_ pairs: [BlindPair]) -> [[Int]] {
        let scored = pairs.map { pair in
            ScoredPair(
                first: UInt32(max(pair.first, pair.second)), second: UInt32(min(pair.first, pair.second)),
                logOdds: Float(1 + pair.value * 8 + Double(pair.weight) / 16))
        }
        let rules = GroupingRules(uniqueSources: Set(source.map(Int.init)))
        return Grouping(records: source.count, source: source, rules: rules, threshold: 0) { _, _ in -1 }.groups(scored)
    }

    /// The best pairs first, as long as no packet is in a set twice: what anonlink does.
    private func bestFirst(_ pairs: [BlindPair]) -> [[Int]] {
        var sets = DisjointSets(count: source.count)
        var packets: [Int: UInt64] = [:]
        let sorted = pairs.sorted {
            ($1.value, $1.weight, $0.first, $0.second) < ($0.value, $0.weight, $1.first, $1.second)
        }
        for pair in sorted {
            let (one, other) = (sets.root(of: pair.first), sets.root(of: pair.second))
            let first = packets[one] ?? 1 << UInt64(source[one])
            let second = packets[other] ?? 1 << UInt64(source[other])
            guard one != other, first & second == 0 else { continue }
            sets.join(one, other)
            packets[sets.root(of: one)] = first | second
        }
        let members = Dictionary(grouping: Set(pairs.flatMap { [$0.first, $0.second] })) { sets.root(of: $0) }
        return members.values.filter { $0.count > 1 }.map { $0.sorted() }
    }
}
