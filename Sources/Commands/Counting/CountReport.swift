import Access
import Mechanisms
import Tables
import Vocabulary

/// A table of counts for staff.
struct CountReport {
    let table: CountTable
    /// Whether totals over each dimension stand among the rows, with the code `Total`.
    let withTotals: Bool

    /// True counts are for those who make the figures.
    static let marking = Marking.restricted.rawValue

    /// Ends with a line end.
    func text(as format: OutputFormat) -> String {
        switch format {
        case .csv: (header + rows).map(CSVText.line).joined(separator: "\n") + "\n"
        case .json: json.text(indent: 2) + "\n"
        case .text: (aligned + notes).joined(separator: "\n") + "\n"
        }
    }

    private var header: [[String]] { [table.dimensions.map(\.name) + ["count"]] }

    private var rows: [[String]] {
        if isNotReported { return [table.dimensions.map { _ in "Total" } + [":"]] }
        var counts = Dictionary(uniqueKeysWithValues: table.cells.map { ($0.coordinates, $0.count) })
        if withTotals { addTotals(to: &counts) }
        if counts.isEmpty { return table.dimensions.isEmpty ? [["0"]] : [] }
        // Totals have the place -1 and so come before their parts.
        return counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { coordinates, count in
            zip(table.dimensions, coordinates).map { $1 < 0 ? "Total" : $0.categories[$1].code } + [String(count)]
        }
    }

    private var isNotReported: Bool { table.notReported.contains { $0.allSatisfy { $0 == nil } } }

    private func addTotals(to counts: inout [[Int]: Int]) {
        // Units that count in several categories (an organisation in every quarter) have no total by addition.
        for dimension in table.dimensions.indices where table.dimensions[dimension].addsUp {
            for (coordinates, count) in counts {
                var summed = coordinates
                summed[dimension] = -1
                counts[summed, default: 0] += count
            }
        }
    }

    private var aligned: [String] {
        let lines = header + rows
        let widths = lines[0].indices.map { place in lines.map { $0[place].count }.max() ?? 0 }
        return lines.map { line in
            zip(line, widths).enumerated().map { place, cell in
                let padding = String(repeating: " ", count: cell.1 - cell.0.count)
                return place == line.count - 1 ? padding + cell.0 : cell.0 + padding
            }.joined(separator: "  ")
        }
    }

    private var notes: [String] {
        let period = table.period?.description ?? "all"
        let total = isNotReported ? "not reported" : String(table.total)
        let rules = ([table.provenance.rule] + table.provenance.breakdownRules).joined(separator: ", ")
        return [
            "", "unit: \(table.unit.rawValue)   period: \(period)   rule: \(rules)",
            "marking: \(CountReport.marking)",
            "total: \(total)   not placed in the period: \(table.unplaced)",
            "organisations reporting: \(table.coverage.reporting.count), silent: \(table.coverage.silent.count)",
            "ledger position: \(table.provenance.ledgerPosition)  \(table.provenance.ledgerHash)",
        ]
    }

    private var json: JSON {
        let lines = rows.map { row in
            JSON.object(zip(header[0], row).map { JSON.Member(name: $0, value: value($1, of: $0)) })
        }
        return .members([
            "table": .text(table.name),
            "unit": .text(table.unit.rawValue),
            "marking": .text(CountReport.marking),
            "period": table.period.map { JSON.text($0.description) } ?? JSON.null,
            "rule": .text(table.provenance.rule),
            "breakdownRules": .array(table.provenance.breakdownRules.map(JSON.text)),
            "ledgerPosition": .number(Int(table.provenance.ledgerPosition)),
            "ledgerHash": .text(table.provenance.ledgerHash),
            "reporting": .array(table.coverage.reporting.map(JSON.text)),
            "silent": .array(table.coverage.silent.map(JSON.text)),
            "notReported": .boolean(isNotReported),
            "unplaced": .number(table.unplaced),
            "total": isNotReported ? JSON.null : JSON.number(table.total),
            "dimensions": .array(table.dimensions.map { JSON.text($0.name) }),
            "rows": .array(lines),
        ])
    }

    private func value(_ cell: String, of column: String) -> JSON {
        column == "count" ? Int(cell).map(JSON.number) ?? .null : .text(cell)
    }
}
