import NumericMethods
import Tables
import TestKit
import Testing

@testable import Disclosure

/// Small tables against all the tables that they could have been.
struct BruteForceTests {
    /// Every withheld cell of random tables, two- and three-way, under random withholding.
    @Test(arguments: 0..<60)
    func auditIntervalsAreThoseOfFullEnumeration(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let extents = [[3, 3], [2, 2, 2], [2, 3]][seed % 3]
        let leaves = (0..<extents.reduce(1, *)).map { _ in Int.random(in: 0...2, using: &generator) }
        let table = SmallTable(extents, leaves)
        // The last cell is the grand total: printed, so that there is an end to the enumeration.
        let withheld = Set(table.cells.indices.dropLast().filter { _ in Int.random(in: 0..<5, using: &generator) < 3 })
        var layout = PlainLayout(value: "n")
        layout.withheldMayBeZero = true
        let report = try PlainAudit(layout: layout).report(on: [table.plain(withheld: withheld)])
        let total = leaves.reduce(0, +)
        let truth = table.intervals(withheld: withheld, floor: 0) { leaf in
            withheld.contains(place(of: leaf, extents)) ? 0...total : leaves[leaf]...leaves[leaf]
        }
        #expect(report.cells.count == withheld.count)
        for cell in report.cells {
            let interval = try #require(truth[cell.row - 2])
            #expect(cell.interval == Interval(lower: interval.lowerBound, upper: interval.upperBound))
            #expect(cell.isComplete)
        }
    }

    /// No cell that the gate withholds can be pinned to less than the stated width by trying all tables.
    @Test(arguments: 0..<40)
    func gateLeavesEveryWithheldCellOpen(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(1000 + seed))
        let extents = [[3, 3], [2, 2, 2]][seed % 2]
        let leaves = (0..<extents.reduce(1, *)).map { _ in Int.random(in: 0...9, using: &generator) }
        let table = SmallTable(extents, leaves)
        let rule = ProtectionRule(threshold: 3)
        let released = try #require(try Gate(rule: rule).release([counted(extents, leaves)]).first)
        let withheld = Set(
            table.cells.indices.filter { place in
                let coordinates = table.cells[place].names.map { $0 == "Total" ? nil : Int($0.dropFirst()) }
                switch released.outcome(at: coordinates) {
                case .published(let count):
                    #expect(count == table.cells[place].value)
                    return false
                default: return true
                }
            })
        #expect(table.cells.indices.allSatisfy { !rule.isPrimary(table.cells[$0].value) || withheld.contains($0) })
        // Witnesses are sought near the truth only: enough to show that a cell is open, never that it is not.
        let reached = table.intervals(withheld: withheld, floor: 1) { leaf in
            withheld.contains(place(of: leaf, extents))
                ? max(1, leaves[leaf] - 4)...(leaves[leaf] + 4) : leaves[leaf]...leaves[leaf]
        }
        for cell in withheld {
            let interval = try #require(reached[cell])
            #expect(interval.upperBound - interval.lowerBound >= rule.minimumWidth)
        }
    }

    private func place(of leaf: Int, _ extents: [Int]) -> Int {
        var place = 0
        var rest = leaf
        var stride = 1
        for extent in extents.reversed() {
            place += rest % extent * stride
            rest /= extent
            stride *= extent + 1
        }
        return place
    }

    private func counted(_ extents: [Int], _ leaves: [Int]) -> CountTable {
        var counts: [[Int]: Int] = [:]
        for leaf in leaves.indices {
            var rest = leaf
            var coordinates: [Int] = []
            for extent in extents.reversed() {
                coordinates.insert(rest % extent, at: 0)
                rest /= extent
            }
            counts[coordinates] = leaves[leaf]
        }
        return .counted("t", extents.enumerated().map { .plain("d\($0)", $1) }, counts)
    }
}
