import FoundationEssentials
package import Vocabulary

/// What the attack found in tables that anybody published.
package struct AuditReport: Sendable {
    package enum Verdict: String, Sendable, Encodable {
        /// Its value follows from what is printed.
        case exact
        /// Less open than the marker says.
        case narrow
        case open
        /// Neither could be shown within the limits on work; large blocks only.
        case undecided
    }

    /// A withheld cell; one that two tables print is listed for each.
    package struct Cell: Sendable {
        package let table: String
        /// The header is row 1.
        package let row: Int
        package let name: String
        package let printed: String
        package let interval: Interval
        /// Whether the interval is exactly what can be concluded; else the cell is at least so open.
        package let isComplete: Bool
        package let verdict: Verdict
        /// The equations that pin it, for `exact` and `narrow`.
        package let because: [String]
    }

    /// Published figures that cannot all be true.
    package struct Inconsistency: Hashable, Sendable {
        package let equation: String
        /// By how much it fails, at the least.
        package let amount: Int
    }

    package let summary: AuditSummary
    package let undecided: Int
    /// In the order of tables and rows.
    package let cells: [Cell]
    package let inconsistencies: [Inconsistency]
    package let findings: [Finding]
    let work: Attack.Work

    /// `{"cells":n,"withheld":n,"exactlyRecoverable":n,"narrow":n,"inconsistent":n, …}` with the withheld cells under
    /// `withheldCells`, one line, keys in alphabetical order.
    package var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Encoding strings, numbers and lists has no way to fail.
        return (try? encoder.encode(Form(self))).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}

/// The report as JSON has it.
private struct Form: Encodable {
    struct Cell: Encodable {
        let table: String
        let row: Int
        let cell: String
        let printed: String
        let lower: Int
        let upper: Int?
        let complete: Bool
        let verdict: AuditReport.Verdict
        let because: [String]
    }
    struct Inconsistency: Encodable {
        let equation: String
        let amount: Int
    }
    struct Problem: Encodable {
        let code: String
        let weight: String
        let row: Int?
        let column: String?
        let message: String
        let remedy: String
    }

    let cells: Int
    let withheld: Int
    let exactlyRecoverable: Int
    let narrow: Int
    let inconsistent: Int
    let undecided: Int
    let withheldCells: [Cell]
    let inconsistencies: [Inconsistency]
    let findings: [Problem]

    init(_ report: AuditReport) {
        cells = report.summary.cells
        withheld = report.summary.withheld
        exactlyRecoverable = report.summary.exactlyRecoverable
        narrow = report.summary.narrow
        inconsistent = report.summary.inconsistent
        undecided = report.undecided
        withheldCells = report.cells.map {
            Cell(
                table: $0.table, row: $0.row, cell: $0.name, printed: $0.printed, lower: $0.interval.lower,
                upper: $0.interval.upper, complete: $0.isComplete, verdict: $0.verdict, because: $0.because)
        }
        inconsistencies = report.inconsistencies.map { Inconsistency(equation: $0.equation, amount: $0.amount) }
        findings = report.findings.map {
            Problem(
                code: $0.code, weight: $0.weight.rawValue, row: $0.place.row, column: $0.place.column,
                message: $0.message, remedy: $0.remedy)
        }
    }
}
