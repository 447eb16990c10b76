/// One person less on a list and another one on it instead: every list stays as long, and as many persons are on any.
struct ListSwap: Hashable {
    /// Bits of the lists of the person who leaves it, before.
    let from: Int
    /// Bits of those of the person who comes to it, before.
    let to: Int
    /// The list.
    let list: Int

    private var changed: [Int] { [from, from & ~(1 << list), to, to | 1 << list] }

    func touches(_ lists: Int, isExact: Bool) -> Bool {
        changed.contains { isExact ? $0 == lists : $0 & lists == lists }
    }

    func applied(to counts: [Int]) -> [Int] {
        var counts = counts
        for (place, by) in zip(changed, [-1, 1, -1, 1]) { counts[place] += by }
        return counts
    }

    /// Those that change the table least, for its size, first.
    static func all(of counts: [Int], lists: Int) -> [ListSwap] {
        var swaps: [(swap: ListSwap, weight: Double)] = []
        for list in 0..<lists {
            for from in counts.indices where from >> list & 1 == 1 && from.nonzeroBitCount > 1 && counts[from] > 0 {
                for to in counts.indices where to >> list & 1 == 0 && to > 0 && counts[to] > 0 {
                    let swap = ListSwap(from: from, to: to, list: list)
                    // The same two histories again are no change.
                    guard to != from & ~(1 << list) else { continue }
                    swaps.append((swap, swap.changed.reduce(0) { $0 + 1 / Double(max(1, counts[$1])) }))
                }
            }
        }
        return swaps.enumerated().sorted { ($0.element.weight, $0.offset) < ($1.element.weight, $1.offset) }
            .map(\.element.swap)
    }
}
