/// One rule of the union that makes candidate pairs: records that agree in these keys, in a block that is not too large.
struct PairingRule: Hashable {
    /// Combinations of slots whose keys are comparable: more than one where names may be exchanged.
    let columns: [[Int]]
    /// How many slots agree: 1, 2 or 3.
    var depth: Int { columns[0].count }

    /// For people: `given skeleton + birth month-and-day`.
    func name(_ slots: [KeySlot], _ fields: [Field]) -> String {
        columns[0].map { "\(fields[slots[$0].field].name) (\(slots[$0].transform.rawValue))" }.joined(separator: " + ")
    }

    /// All rules of one, two and three slots of different fields, the narrowest first within each depth.
    ///
    /// - Parameters:
    ///   - mostPairs: How many rules of two slots are wanted at most.
    ///   - mostTriples: How many of three.
    static func rules(of slots: [KeySlot], mostPairs: Int, mostTriples: Int) -> [[PairingRule]] {
        let singles = combinations([], slots, depth: 1)
        let pairs = combinations([], slots, depth: 2)
        let triples = combinations([], slots, depth: 3)
        return [
            chosen(singles, slots, most: 64), chosen(pairs, slots, most: mostPairs),
            chosen(triples, slots, most: mostTriples),
        ]
    }

    private static func combinations(_ start: [Int], _ slots: [KeySlot], depth: Int) -> [[Int]] {
        if start.count == depth { return [start] }
        return ((start.last.map { $0 + 1 } ?? 0)..<slots.count).flatMap { next in
            start.contains { slots[$0].field == slots[next].field }
                ? [] : combinations(start + [next], slots, depth: depth)
        }
    }

    private static func chosen(_ combinations: [[Int]], _ slots: [KeySlot], most: Int) -> [PairingRule] {
        let bySpace = Dictionary(grouping: combinations) { combination in combination.map { slots[$0].space }.sorted() }
        let rules = bySpace.values.map { PairingRule(columns: $0.sorted { $0.lexicographicallyPrecedes($1) }) }
        let ranked = rules.sorted { first, second in
            let worths = (worth(first, slots), worth(second, slots))
            return worths.0 != worths.1
                ? worths.0 > worths.1 : first.columns[0].lexicographicallyPrecedes(second.columns[0])
        }
        return Array(ranked.prefix(most))
    }

    private static func worth(_ rule: PairingRule, _ slots: [KeySlot]) -> Double {
        rule.columns[0].reduce(0) { $0 + slots[$1].worth }
    }
}
