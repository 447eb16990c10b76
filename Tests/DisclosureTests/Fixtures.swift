import Tables
import Vocabulary

@testable import Disclosure

extension CountTable {
    /// A table of referrals by hand.
    static func counted(
        _ name: String, _ dimensions: [Dimension], _ counts: [[Int]: Int], notReported: [[Int?]] = [],
        rule: String = "test 1", position: Int64 = 1, period: Period? = Period("2023")
    ) -> CountTable {
        CountTable(
            name: name, unit: .referral, period: period, dimensions: dimensions,
            cells: counts.map { Cell(coordinates: $0.key, count: $0.value) }, notReported: notReported,
            coverage: Coverage(reporting: ["a"], silent: []),
            provenance: Provenance(rule: rule, ledgerPosition: position, ledgerHash: ""))
    }

    /// A two-way table of rows.
    static func matrix(_ name: String, _ rows: String, _ columns: String, _ counts: [[Int]]) -> CountTable {
        var cells: [[Int]: Int] = [:]
        for (row, line) in counts.enumerated() {
            for (column, count) in line.enumerated() { cells[[row, column]] = count }
        }
        return counted(
            name, [.plain(rows, counts.count), .plain(columns, counts.first?.count ?? 0)], cells)
    }
}

extension Dimension {
    /// Categories `a`, `b`, … directly below the total.
    static func plain(_ name: String, _ count: Int) -> Dimension {
        Dimension(name: name, categories: (0..<count).map { Category(code: "\(name)\($0)") })
    }
}
