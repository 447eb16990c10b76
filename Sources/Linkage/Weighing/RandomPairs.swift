import NumericMethods

/// Pairs drawn at random from all that may be compared: nearly all of them two persons.
struct RandomPairs {
    private(set) var pairs: [(UInt32, UInt32)] = []

    /// - Parameter count: How many to draw; all pairs where there are no more.
    init(_ table: RecordTable, withinSources: Bool, count: Int) {
        let all = Linker.pairCount(table, withinSources: withinSources)
        if all <= Double(count) {
            for first in 0..<table.count {
                for second in 0..<first where withinSources || table.source[first] != table.source[second] {
                    pairs.append((UInt32(first), UInt32(second)))
                }
            }
            return
        }
        var generator = SeededGenerator(seed: 0x52_61_6E_64)
        pairs.reserveCapacity(count)
        while pairs.count < count {
            let first = Int.random(in: 0..<table.count, using: &generator)
            let second = Int.random(in: 0..<table.count, using: &generator)
            guard first != second, withinSources || table.source[first] != table.source[second] else { continue }
            pairs.append((UInt32(max(first, second)), UInt32(min(first, second))))
        }
    }

    /// Every n-th pair, so that about `most` are left.
    func thinned(to most: Int) -> RandomPairs {
        let step = pairs.count / most
        guard step > 1 else { return self }
        var thinned = self
        thinned.pairs = stride(from: 0, to: pairs.count, by: step).map { pairs[$0] }
        return thinned
    }

    /// Of every field, the share of the pairs with both values present in which they are equal.
    func equalShares(_ table: RecordTable) -> [Double] {
        table.fields.indices.map { field in
            var present = 0.0
            var equal = 0.0
            for (first, second) in pairs {
                let (one, other) = (table.cell(Int(first), field), table.cell(Int(second), field))
                guard one != 0, other != 0 else { continue }
                present += 1
                if one == other { equal += 1 }
            }
            return max(equal, 0.3) / max(present, 1)
        }
    }
}
