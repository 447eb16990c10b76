import Disclosure
import Mechanisms
import Publication
import Tables
import Vocabulary

/// What is said of a release: its tables, what is withheld in them, and what the attack found.
struct ReleaseReport {
    let release: Release

    func text(as format: OutputFormat) -> String {
        switch format {
        case .json: json.text(indent: 2)
        case .csv: ([ReleaseReport.columns] + rows).map(CSVText.line).joined(separator: "\n")
        case .text: plain
        }
    }

    static let columns = [
        "release", "date", "table", "unit", "cells", "withheld", "recoverable", "narrow", "hash", "marking",
    ]

    var rows: [[String]] {
        release.tables.map { table in
            [
                String(release.number), release.date.description, table.name, table.unit.rawValue,
                String(table.cells.count), String(table.cells.count { $0.outcome.isWithheld }),
                String(table.audit.exactlyRecoverable), String(table.audit.narrow), release.hash,
                release.marking.rawValue,
            ]
        }
    }

    private var plain: String {
        let lines = release.tables.map { table in
            "  \(table.name): \(table.cells.count) cells, \(table.cells.count { $0.outcome.isWithheld }) withheld"
        }
        let audit = release.tables.first?.audit
        return """
            Release \(release.number) of \(release.date), \(release.tables.count) tables, marked \(release.marking.rawValue):
            \(lines.joined(separator: "\n"))
            attacked as a whole: \(audit?.withheld ?? 0) withheld cells, \(audit?.exactlyRecoverable ?? 0) recoverable, \
            \(audit?.narrow ?? 0) too narrow
            counted up to ledger position \(release.ledgerPosition)
            hash \(release.hash)
            """
    }

    var json: JSON {
        let tables = rows.map { row in
            JSON.object(zip(ReleaseReport.columns, row).map { JSON.Member(name: $0, value: .text($1)) })
        }
        return .members([
            "release": .number(release.number), "date": .text(release.date.description),
            "marking": .text(release.marking.rawValue), "hash": .text(release.hash), "tables": .array(tables),
        ])
    }
}

extension ReleasedTable.Outcome {
    var isWithheld: Bool { self == .withheldPrimary || self == .withheldComplementary }
}
