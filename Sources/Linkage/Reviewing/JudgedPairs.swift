/// What is known of pairs before a run proposes more of them.
package struct JudgedPairs: Sendable {
    /// Pairs that are one person, and pairs that are two.
    package var rules: GroupingRules
    /// Pairs that wait for a judgement.
    package var waiting: [(Int, Int)]
    /// Pairs that need not be proposed, whatever became of them.
    package var settled: Set<Pair>

    /// Two records in whichever order.
    package struct Pair: Hashable, Sendable {
        private let low: Int
        private let high: Int

        package init(_ one: Int, _ other: Int) { (low, high) = (min(one, other), max(one, other)) }
    }

    /// Nothing is known unless it is given; records are numbered as in the run.
    package init(
        rules: GroupingRules = GroupingRules(), waiting: [(Int, Int)] = [], settled: Set<Pair> = []
    ) {
        (self.rules, self.waiting, self.settled) = (rules, waiting, settled)
    }
}

/// Sets of records that are held, or may be held, for one person, none of them across two that are known to be two.
struct PairConstraints {
    private var sets: DisjointSets
    /// By root: records that no member may be joined with.
    private var apart: [Int: [Int]] = [:]

    /// - Parameter records: How many there are.
    init(_ known: JudgedPairs, records: Int) {
        sets = DisjointSets(count: records)
        for (one, other) in known.rules.apart {
            apart[one, default: []].append(other)
            apart[other, default: []].append(one)
        }
        for (one, other) in known.rules.together + known.waiting { join(one, other) }
    }

    /// Joins two records, unless they are together already or known to be two.
    ///
    /// - Returns: Whether the two came together by this.
    @discardableResult
    mutating func join(_ one: Int, _ other: Int) -> Bool {
        let (left, right) = (sets.root(of: one), sets.root(of: other))
        guard left != right else { return false }
        for record in apart[left] ?? [] where sets.root(of: record) == right { return false }
        sets.join(left, right)
        let kept = sets.root(of: left)
        if let others = apart.removeValue(forKey: kept == left ? right : left) { apart[kept, default: []] += others }
        return true
    }
}
