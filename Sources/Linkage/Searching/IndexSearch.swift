/// Finds the records that may be the person of a query: the rules of ``CandidateIndex`` for a record outside of it.
struct IndexSearch {
    private let index: CandidateIndex
    private var lastSeenBy: [UInt32]
    private var query: UInt32 = 0

    /// Candidates beyond these are the least likely: those that agree in common values only.
    static let mostCandidates = 4000

    init(_ index: CandidateIndex, records: Int) {
        self.index = index
        lastSeenBy = [UInt32](repeating: 0, count: records)
    }

    /// - Parameter keys: Of each slot, the key of the query's value; 0 where it has none.
    mutating func candidates(_ keys: [UInt64], into found: inout [UInt32]) {
        found.removeAll(keepingCapacity: true)
        query &+= 1
        var largeSlots: UInt64 = 0
        var largePairs: Set<Int> = []
        for (number, rule) in index.rules.enumerated() where found.count < IndexSearch.mostCandidates {
            for column in rule.columns {
                guard isOpen(column, largeSlots, largePairs) else { continue }
                var sum: UInt64 = 0
                for slot in column { sum &+= keys[slot] }
                guard column.allSatisfy({ keys[$0] != 0 }) else { continue }
                let block = block(mixed(sum) >> 32, index.entries[number])
                if block.count > index.limits.blockSize, rule.depth < 3 {
                    if rule.depth == 1 { largeSlots |= 1 << UInt64(column[0]) }
                    if rule.depth == 2 { largePairs.insert(column[0] * 64 + column[1]) }
                    continue
                }
                take(block.prefix(index.limits.blockSize), width: rule.columns.count, into: &found)
            }
        }
    }

    /// A rule of several keys is for those whose shorter keys are common.
    private func isOpen(_ column: [Int], _ slots: UInt64, _ pairs: Set<Int>) -> Bool {
        if column.count == 1 { return true }
        guard column.allSatisfy({ slots >> UInt64($0) & 1 == 1 }) else { return false }
        guard column.count == 3 else { return true }
        return [(0, 1), (0, 2), (1, 2)].allSatisfy { pairs.contains(column[$0.0] * 64 + column[$0.1]) }
    }

    private mutating func take(_ block: ArraySlice<UInt64>, width: Int, into found: inout [UInt32]) {
        for entry in block {
            let record = UInt32(truncatingIfNeeded: entry & 0xFFFF_FFFF) / UInt32(width)
            if lastSeenBy[Int(record)] == query { continue }
            lastSeenBy[Int(record)] = query
            found.append(record)
        }
    }

    /// The entries of one hash, by bisection.
    private func block(_ hash: UInt64, _ entries: [UInt64]) -> ArraySlice<UInt64> {
        let start = firstPlace(in: entries) { $0 >> 32 >= hash }
        let end = firstPlace(in: entries) { $0 >> 32 > hash }
        return entries[start..<end]
    }

    private func firstPlace(in entries: [UInt64], where isReached: (UInt64) -> Bool) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if isReached(entries[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
