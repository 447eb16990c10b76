import NumericMethods
import Tables
import TestKit
import Testing
import Vocabulary

@testable import Disclosure

/// Three two-way tables with one three-way table behind them that nobody sees.
struct CircleTests {
    private let pairs = [[0, 1], [1, 2], [0, 2]]

    @Test(
        arguments: [
            (["ab", "bc", "ac"], "abc"), (["ab", "bc"], ""), (["abx", "aby", "abz"], ""),
            (["ab", "bc", "cd", "da"], "abcd"),
            (["abc", "ab", "bc", "ac"], ""),
        ] as [([String], String)])
    func findsCirclesAndOnlyThese(tables: [String], circle: String) {
        #expect(TableCircle(tables.map { Set($0.map(String.init)) }).dimensions.joined() == circle)
    }

    @Test(arguments: 0..<40)
    func auditsACircleAsFullEnumerationDoes(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let extents = [2, 2, 2]
        let leaves = (0..<extents.reduce(1, *)).map { _ in Int.random(in: 0...2, using: &generator) }
        let table = SmallTable(extents, leaves)
        let shown = table.cells.indices.filter { table.cells[$0].names.contains("Total") }
        let chosen = Set(shown.dropLast().filter { _ in Int.random(in: 0..<2, using: &generator) == 0 })
        var layout = PlainLayout(value: "n")
        layout.withheldMayBeZero = true
        let report = try PlainAudit(layout: layout).report(on: pairs.map { plain(table, $0, chosen) })
        let inner = Set(table.cells.indices).subtracting(shown)
        let total = leaves.reduce(0, +)
        let truth = table.intervals(withheld: chosen.union(inner), floor: 0) { _ in 0...total }
        #expect(report.summary.inconsistent == 0)
        for cell in report.cells {
            let place = try #require(
                table.cells.indices.first { cell.name == name(table.cells[$0]) && chosen.contains($0) })
            let interval = try #require(truth[place])
            #expect(cell.interval == Interval(lower: interval.lowerBound, upper: interval.upperBound))
        }
    }

    /// What the gate lets out, attacked by a stranger who thinks of the table behind.
    @Test(arguments: 0..<20)
    func gateLeavesEveryCellOfACircleOpen(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(500 + seed))
        let extents = [3, 3, 3]
        let leaves = (0..<27).map { _ in Int.random(in: 0...6, using: &generator) }
        let table = SmallTable(extents, leaves)
        let tables = pairs.map { pair in
            var counts: [[Int]: Int] = [:]
            for leaf in 0..<27 {
                let digits = [leaf / 9, leaf / 3 % 3, leaf % 3]
                counts[pair.map { digits[$0] }, default: 0] += leaves[leaf]
            }
            return CountTable.counted("t\(pair)", pair.map { Dimension.plain("d\($0)", 3) }, counts)
        }
        let released = try Gate(rule: ProtectionRule(threshold: 4)).release(tables)
        let withheld = Set(
            table.cells.indices.filter { place in
                let digits = table.cells[place].names.map { $0 == "Total" ? nil : Int($0.dropFirst()) }
                guard
                    let pair = pairs.indices.first(where: { pair in
                        digits.indices.allSatisfy { pairs[pair].contains($0) || digits[$0] == nil }
                    })
                else { return false }
                if case .published = released[pair].outcome(at: pairs[pair].map { digits[$0] }) { return false }
                return true
            })
        var layout = PlainLayout(value: "n")
        layout.withheldMayBeZero = false
        let audit = PlainAudit(layout: layout, minimumWidth: 3)
        let report = try audit.report(on: pairs.map { plain(table, $0, withheld) })
        #expect(report.summary.inconsistent == 0)
        #expect(report.summary.exactlyRecoverable == 0 && report.summary.narrow == 0 && report.undecided == 0)
    }

    @Test func saysWhereACircleIsTooLarge() throws {
        func table(_ first: String, _ second: String) -> PlainTable {
            PlainTable(
                name: first + second, header: [first, second, "n"],
                rows: (0..<60).map { ["k\($0)", "k\($0)", "9"] } + [["Total", "Total", "540"]])
        }
        let report = try PlainAudit(layout: PlainLayout(value: "n"))
            .report(on: [table("a", "b"), table("b", "c"), table("a", "c")])
        #expect(report.findings.map(\.code) == ["D414"])
    }

    @Test func saysThatPlainTablesOfACircleAreProtectedByTheirCommonCellsOnly() throws {
        let table = SmallTable([2, 2, 2], [9, 9, 9, 9, 9, 9, 9, 9])
        let protected = try PlainProtection(layout: PlainLayout(value: "n")).protect(pairs.map { plain(table, $0, []) })
        #expect(protected.findings.map(\.code) == ["D415"])
    }

    private func name(_ cell: SmallTable.Cell) -> String {
        let parts = cell.names.enumerated().filter { $1 != "Total" }.map { "d\($0)=\($1)" }
        return parts.isEmpty ? "total" : parts.joined(separator: ", ")
    }

    private func plain(_ table: SmallTable, _ pair: [Int], _ withheld: Set<Int>) -> PlainTable {
        let cells = table.cells.indices.filter { place in
            table.cells[place].names.indices.allSatisfy { pair.contains($0) || table.cells[place].names[$0] == "Total" }
        }
        return PlainTable(
            name: "t\(pair)", header: pair.map { "d\($0)" } + ["n"],
            rows: cells.map { place in
                pair.map { table.cells[place].names[$0] }
                    + [withheld.contains(place) ? "c" : String(table.cells[place].value)]
            })
    }
}
