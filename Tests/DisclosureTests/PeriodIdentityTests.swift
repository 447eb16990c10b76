import NumericMethods
import Tables
import TestKit
import Testing
import Vocabulary

@testable import Disclosure

/// One figure, asked for in several ways.
struct PeriodIdentityTests {
    private let gate = Gate(rule: ProtectionRule())

    private func quarters(_ codes: [String], addsUp: Bool = true) -> Dimension {
        Dimension(name: "quarter", categories: codes.map { .init(code: $0) }, addsUp: addsUp)
    }

    private func table(
        _ period: String?, _ dimensions: [Dimension], _ counts: [[Int]: Int], position: Int64 = 1
    ) -> CountTable {
        CountTable(
            name: "referrals" + (period ?? ""), unit: .referral, period: period.flatMap { Period($0) },
            dimensions: dimensions, cells: counts.map { CountTable.Cell(coordinates: $0.key, count: $0.value) },
            coverage: Coverage(reporting: ["a"], silent: []),
            provenance: Provenance(rule: "referrals 1", ledgerPosition: position, ledgerHash: ""))
    }

    /// Counts by quarter, row and column; a filter keeps some of the quarters.
    private func referrals(
        _ counts: [[[Int]]], quarters codes: [String], of kept: Range<Int>, period: String?, showsQuarters: Bool = true,
        position: Int64 = 1
    ) -> CountTable {
        var cells: [[Int]: Int] = [:]
        for quarter in kept {
            for (row, line) in counts[quarter].enumerated() {
                for (column, count) in line.enumerated() {
                    cells[(showsQuarters ? [quarter - kept.lowerBound] : []) + [row, column], default: 0] += count
                }
            }
        }
        let dimensions = [Dimension.plain("row", counts[0].count), .plain("column", counts[0][0].count)]
        return table(
            period, (showsQuarters ? [quarters(Array(codes[kept]))] : []) + dimensions, cells, position: position)
    }

    @Test func findsOneCellUnderAFilterAndWithoutIt() throws {
        let all = table(
            nil, [quarters(["2023-Q2", "2023-Q3"]), .plain("sex", 2)], [[0, 0]: 9, [1, 0]: 8, [1, 1]: 7])
        let filtered = table("2023-Q3", [.plain("sex", 2)], [[0]: 8, [1]: 7])
        let both = table("2023-Q3", [quarters(["2023-Q3"]), .plain("sex", 2)], [[0, 0]: 8, [0, 1]: 7])
        let linked = try LinkedTables([all, filtered, both])
        #expect(linked.counts.count == 9)
        #expect(linked.frames[1].cells[0] == linked.frames[0].cells[6])
        #expect(linked.frames[2].cells[0] == linked.frames[2].cells[3])
    }

    @Test func keepsUnknownQuartersOfTwoYearsApart() throws {
        let early = table("2022", [quarters(["2022-Q4", "unknown"])], [[0]: 9, [1]: 6])
        let late = table("2023", [quarters(["2023-Q1", "unknown"])], [[0]: 9, [1]: 8])
        #expect(try LinkedTables([early, late]).counts.count == 6)
    }

    @Test func addsThatAYearIsTheSumOfItsQuartersWhereItIs() throws {
        let byQuarter = table(nil, [quarters(["2022-Q4", "2023-Q1", "2023-Q2"])], [[0]: 5, [1]: 7, [2]: 9])
        let years = Dimension(name: "year", categories: [.init(code: "2022"), .init(code: "2023")])
        var linked = try LinkedTables([byQuarter, table(nil, [years], [[0]: 5, [1]: 16])])
        let before = linked.equations.count
        linked.linkPeriods()
        #expect(linked.equations.count == before + 2)
        var repeated = try LinkedTables([byQuarter, table("2023", [], [[]: 15])])
        let alone = repeated.equations.count
        repeated.linkPeriods()
        #expect(repeated.equations.count == alone)
    }

    /// The quarter is released first by itself, then among all quarters, or the other way round.
    @Test(arguments: 0..<12)
    func publishesNothingUnderAnotherFilterThatWasWithheld(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let counts = (0..<3).map { _ in
            (0..<3).map { _ in (0..<4).map { _ in Int.random(in: 0...30, using: &generator) } }
        }
        let codes = ["2023-Q1", "2023-Q2", "2023-Q3"]
        let one = referrals(counts, quarters: codes, of: 2..<3, period: "2023-Q3", showsQuarters: seed % 2 == 0)
        let all = referrals(counts, quarters: codes, of: 0..<3, period: nil)
        let (first, second) = seed % 3 == 0 ? (one, all) : (all, one)
        let earlier = try gate.release([first])
        let later = try gate.release([second], earlier: earlier)
        let linked = try LinkedTables([second])
        for (gridCell, cell) in linked.shared(with: earlier[0]) {
            let place = try #require(linked.frames[0].cells.firstIndex(of: Int32(cell)))
            let (then, now) = (earlier[0].cells[gridCell].outcome, later[0].cells[place].outcome)
            if case .published = then { #expect(now == then) } else { #expect(!now.isPublished) }
        }
        try expectNothingNarrow(earlier + later)
    }

    /// Quarter by quarter; then the year without quarters, which must not tell the quarter withheld.
    @Test func keepsAWithheldQuarterOpenWhenTheYearIsReleased() throws {
        let counts = [[[30, 20], [40, 50]], [[35, 25], [45, 55]], [[3, 28], [48, 58]]]
        let codes = ["2023-Q1", "2023-Q2", "2023-Q3"]
        let earlier = try gate.release(
            [referrals(counts, quarters: codes, of: 2..<3, period: "2023-Q3", showsQuarters: false)])
        let middle = try gate.release(
            [referrals(counts, quarters: codes, of: 0..<1, period: "2023-Q1", showsQuarters: false)], earlier: earlier)
        let third = try gate.release(
            [referrals(counts, quarters: codes, of: 1..<2, period: "2023-Q2", showsQuarters: false)],
            earlier: earlier + middle)
        let year = try gate.release(
            [referrals(counts, quarters: codes, of: 0..<3, period: "2023", showsQuarters: false)],
            earlier: earlier + middle + third)
        #expect(earlier[0].outcome(at: [0, 0]) == .withheldPrimary)
        #expect(year[0].outcome(at: [0, 0])?.isPublished == false)
        try expectNothingNarrow(earlier + middle + third + year)
    }

    /// A stranger who puts all tables side by side, by time, and adds quarters to years.
    private func expectNothingNarrow(_ tables: [ReleasedTable]) throws {
        let plain = tables.map { table in
            let time = CellTime(period: table.period, dimensions: table.dimensions)
            let shown = table.dimensions.indices.filter { table.dimensions[$0].name != "quarter" }
            let grid = CellGrid(table.dimensions)
            return PlainTable(
                name: table.name, header: ["time"] + shown.map { table.dimensions[$0].name } + ["n"],
                rows: table.cells.indices.compactMap { cell in
                    guard let grid else { return nil }
                    let period = time.reading(of: cell, in: grid).period
                    let codes = shown.map { place in
                        table.cells[cell].coordinates[place].map { table.dimensions[place].categories[$0].code }
                            ?? "Total"
                    }
                    let text = if case .published(let count) = table.cells[cell].outcome { String(count) } else { "c" }
                    return [period?.description ?? "2023"] + codes + [text]
                })
        }
        var layout = PlainLayout(value: "n")
        layout.withheldMayBeZero = false
        layout.totals = ["time": "2023"]
        let report = try PlainAudit(layout: layout).report(on: plain.map(\.withoutRepeats))
        #expect(report.summary.inconsistent == 0)
        #expect(report.summary.exactlyRecoverable == 0 && report.summary.narrow == 0 && report.undecided == 0)
    }
}

extension PlainTable {
    /// A total over one quarter and that quarter are one row.
    fileprivate var withoutRepeats: PlainTable {
        var seen = Set<[String]>()
        return PlainTable(name: name, header: header, rows: rows.filter { seen.insert(Array($0.dropLast())).inserted })
    }
}

extension ReleasedTable.Outcome {
    fileprivate var isPublished: Bool { if case .published = self { true } else { false } }
}
