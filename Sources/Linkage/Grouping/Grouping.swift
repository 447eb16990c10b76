// Goals, in order: (1) no set of records that a rule forbids; (2) evidence against counts as much as evidence for: a
// chain of likenesses is no person; (3) the same pairs give the same sets.
// Method: inside each connected part, sets are joined while their pairs speak for it on average, best first
// (agglomeration for correlation clustering; Bansal, Blum, Chawla 2004, with average linkage). Two sources without
// duplicates are assigned one to one.

/// Makes sets of records of one person from scored pairs.
struct Grouping {
    let records: Int
    let source: [UInt8]
    let rules: GroupingRules
    /// Log-odds from which two records count as one person.
    let threshold: Float
    /// Log-odds of a pair that was no candidate.
    let score: (Int, Int) -> Float

    /// Larger parts are too many pairs to compare one by one: what was no candidate counts as evidence against.
    private static let mostDense = 150
    private static let evidenceLimit: Float = 12
    private static let unseen: Float = -4

    /// - Parameter pairs: Scored pairs, each once.
    /// - Returns: Sets of two records or more, each in ascending order, in the order of their first records.
    func groups(_ pairs: [ScoredPair]) -> [[Int]] {
        var parts = DisjointSets(count: records)
        var kept: [ScoredPair] = []
        let apart = Set(rules.apart.map { Grouping.key($0.0, $0.1) })
        for pair in pairs where pair.logOdds >= threshold && !apart.contains(Grouping.key(pair)) {
            parts.join(Int(pair.first), Int(pair.second))
            kept.append(pair)
        }
        for pair in rules.together { parts.join(pair.0, pair.1) }
        var members: [Int: [Int]] = [:]
        for pair in kept {
            for record in [Int(pair.first), Int(pair.second)] {
                members[parts.root(of: record), default: []].append(record)
            }
        }
        for pair in rules.together { members[parts.root(of: pair.0), default: []] += [pair.0, pair.1] }
        var known: [UInt64: Float] = [:]
        for pair in pairs { known[Grouping.key(pair)] = pair.logOdds }
        let together = Set(rules.together.map { Grouping.key($0.0, $0.1) })
        let connected = members.values.map { Array(Set($0)).sorted() }.sorted { $0[0] < $1[0] }
        return lookedAt(connected, kept, &parts).flatMap { split($0, known, apart, together) }
    }

    /// The parts, each that is too large in pieces.
    private func lookedAt(_ connected: [[Int]], _ kept: [ScoredPair], _ parts: inout DisjointSets) -> [[Int]] {
        var pairs: [Int: [ScoredPair]] = [:]
        for part in connected where part.count > OversizedPart.mostWhole { pairs[parts.root(of: part[0])] = [] }
        guard !pairs.isEmpty else { return connected }
        for pair in kept {
            let root = parts.root(of: Int(pair.first))
            if pairs[root] != nil { pairs[root]?.append(pair) }
        }
        return connected.flatMap { part in
            guard let own = pairs[parts.root(of: part[0])] else { return [part] }
            return OversizedPart.pieces(of: part, pairs: own, together: rules.together)
        }
    }

    /// The sets within one connected part.
    private func split(
        _ part: [Int], _ known: [UInt64: Float], _ apart: Set<UInt64>, _ together: Set<UInt64>
    ) -> [[Int]] {
        let isDense = part.count <= Grouping.mostDense
        let size = part.count
        var links = [Float](repeating: 0, count: size * size)
        for row in 0..<size {
            for column in 0..<row {
                let key = Grouping.key(part[row], part[column])
                let raw = known[key] ?? (isDense ? score(part[row], part[column]) : Grouping.unseen)
                var value = max(-Grouping.evidenceLimit, min(Grouping.evidenceLimit, raw - threshold))
                if together.contains(key) { value = 1e6 }
                if apart.contains(key) || areInOneUniqueSource(part[row], part[column]) { value = -.infinity }
                links[row * size + column] = value
                links[column * size + row] = value
            }
        }
        if let pairs = Assignment.ofTwoSources(part, source, rules.uniqueSources, links) {
            return pairs.map { $0.map { part[$0] }.sorted() }.sorted { $0[0] < $1[0] }
        }
        return Agglomeration(size: size, links: links).sets().map { $0.map { part[$0] } }
    }

    private func areInOneUniqueSource(_ first: Int, _ second: Int) -> Bool {
        source[first] == source[second] && rules.uniqueSources.contains(Int(source[first]))
    }

    private static func key(_ pair: ScoredPair) -> UInt64 { UInt64(pair.first) << 32 | UInt64(pair.second) }
    private static func key(_ first: Int, _ second: Int) -> UInt64 {
        UInt64(max(first, second)) << 32 | UInt64(min(first, second))
    }
}
