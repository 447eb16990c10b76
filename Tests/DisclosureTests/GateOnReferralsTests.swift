import Tables
import Testing

@testable import Disclosure

@Suite(.enabled(if: ReferralTables.file != nil))
struct GateOnReferralsTests {
    /// Quarter totals as the Home Office published them.
    @Test func protectsLinkedTablesOfReferralsWithoutLosingTheQuarterTotals() throws {
        let referrals = try ReferralTables()
        let tables = try ["Exploitation type", "Age at exploitation", "Gender"].map {
            try referrals.table($0, by: ["Quarter", "First responder type", $0])
        }
        let released = try Gate(rule: ProtectionRule()).release(tables)
        let audit = try #require(released.first).audit
        #expect(audit.exactlyRecoverable == 0 && audit.narrow == 0 && audit.inconsistent == 0)
        for (quarter, total) in [4171, 4586, 4417, 4746, 3998, 4138].enumerated() {
            for table in released { #expect(table.outcome(at: [quarter, nil, nil]) == .published(total)) }
        }
    }

    /// One quarter with nationality: what the gate lets out is printed and attacked as a stranger would; the same
    /// tables with a threshold alone give most of their small counts away.
    @Test func standsUpToAStrangerWhereAThresholdAloneDoesNot() throws {
        let referrals = try ReferralTables()
        let tables = try ["Exploitation type", "Age at exploitation", "Gender", "Nationality"].map {
            try referrals.table($0, by: ["Quarter", "First responder type", $0]) { $0[0] == "2023-Q3" }
        }
        let released = try Gate(rule: ProtectionRule()).release(tables)
        let audit = PlainAudit(layout: PlainLayout(value: "n"))
        let report = try audit.report(on: released.map { PlainTable($0) })
        #expect(report.summary.withheld > 400)
        #expect(report.summary.exactlyRecoverable == 0 && report.summary.narrow == 0 && report.undecided == 0)
        let bare = try tables.map { table in
            PlainTable(name: table.name, header: PlainTable.header(table.dimensions), rows: try PlainTable.rows(table))
        }
        #expect(try audit.report(on: bare).summary.exactlyRecoverable > 50)
    }
}

extension PlainTable {
    fileprivate static func header(_ dimensions: [Dimension]) -> [String] { dimensions.map(\.name) + ["n"] }

    private static func names(_ dimensions: [Dimension], _ coordinates: [Int?]) -> [String] {
        zip(dimensions, coordinates).map { dimension, place in place.map { dimension.categories[$0].code } ?? "Total" }
    }

    /// As a released table is printed.
    fileprivate init(_ table: ReleasedTable) {
        self.init(
            name: table.name, header: PlainTable.header(table.dimensions),
            rows: table.cells.map { cell in
                let text = if case .published(let count) = cell.outcome { String(count) } else { "c" }
                return PlainTable.names(table.dimensions, cell.coordinates) + [text]
            })
    }

    /// All cells, small counts printed as `<5`.
    fileprivate static func rows(_ table: CountTable) throws -> [[String]] {
        let margined = try MarginedTable(table)
        return margined.counts.indices.map { cell in
            let count = margined.counts[cell] ?? 0
            return names(table.dimensions, margined.grid.coordinates(of: cell))
                + [(1..<5).contains(count) ? "<5" : String(count)]
        }
    }
}
