import TestKit

@testable import Disclosure

/// A complete table small enough to try all that it could have been; shares no code with the attack.
struct SmallTable {
    struct Cell {
        /// Per dimension `k0`, `k1`, … or `Total`.
        let names: [String]
        /// Places of the leaves that it sums.
        let leaves: [Int]
        let value: Int
    }

    let extents: [Int]
    let leaves: [Int]
    private(set) var cells: [Cell] = []

    init(_ extents: [Int], _ leaves: [Int]) {
        self.extents = extents
        self.leaves = leaves
        let codes = extents.map { extent in (0..<extent).map { "k\($0)" } + ["Total"] }
        var combinations: [[Int]] = [[]]
        for code in codes { combinations = combinations.flatMap { head in code.indices.map { head + [$0] } } }
        for combination in combinations {
            let parts = leaves.indices.filter { leaf in
                var rest = leaf
                var digits: [Int] = []
                for extent in extents.reversed() {
                    digits.insert(rest % extent, at: 0)
                    rest /= extent
                }
                return zip(digits, combination).enumerated().allSatisfy { $1.1 == extents[$0] || $1.0 == $1.1 }
            }
            cells.append(
                Cell(
                    names: combination.enumerated().map { codes[$0][$1] }, leaves: parts,
                    value: parts.reduce(0) { $0 + leaves[$1] }))
        }
    }

    func plain(withheld: Set<Int>) -> PlainTable {
        PlainTable(
            name: "t", header: extents.indices.map { "d\($0)" } + ["n"],
            rows: cells.enumerated().map { $1.names + [withheld.contains($0) ? "c" : String($1.value)] })
    }

    /// Least and greatest of each cell over all tables with the same figures outside of `withheld`, each withheld
    /// cell `floor` at least and each leaf `ceiling` at most.
    func intervals(withheld: Set<Int>, floor: Int, range: (Int) -> ClosedRange<Int>) -> [ClosedRange<Int>?] {
        var low = [Int](repeating: .max, count: cells.count)
        var high = [Int](repeating: .min, count: cells.count)
        var trial = leaves
        // A cell can be checked once its last leaf is chosen.
        let checks = leaves.indices.map { leaf in cells.indices.filter { cells[$0].leaves.last == leaf } }
        func choose(_ leaf: Int) {
            guard leaf < leaves.count else {
                for cell in cells.indices {
                    let value = cells[cell].leaves.reduce(0) { $0 + trial[$1] }
                    low[cell] = min(low[cell], value)
                    high[cell] = max(high[cell], value)
                }
                return
            }
            for value in range(leaf) {
                trial[leaf] = value
                let fits = checks[leaf].allSatisfy { cell in
                    let sum = cells[cell].leaves.reduce(0) { $0 + trial[$1] }
                    return withheld.contains(cell) ? sum >= floor : sum == cells[cell].value
                }
                if fits { choose(leaf + 1) }
            }
        }
        choose(0)
        return cells.indices.map { low[$0] > high[$0] ? nil : low[$0]...high[$0] }
    }
}
