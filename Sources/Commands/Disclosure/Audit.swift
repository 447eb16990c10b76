import ArgumentParser
import Disclosure
import Vocabulary

struct Audit: RuledCommand {
    static let configuration = CommandConfiguration(
        abstract: "Attack a published table: which withheld counts can be computed, or nearly?",
        discussion: """
            Ends with 0 when nothing was found, with 3 when a withheld count can be computed, is too narrow, or figures do \
            not add up.
            """)
    static let rule = CommandRule.files
    static let output = CommandOutput.ownFiles

    @OptionGroup var options: TableOptions

    @Option(
        name: .customLong("withheld"),
        help: "A text that stands for a withheld count; may be repeated. `<5` and the like are known.")
    var withheld: [String] = []

    @Flag(name: .customLong("zero-is-printed"), help: "A withheld count is at least 1: zeros are always printed.")
    var zeroIsPrinted = false

    @Option(help: "How far apart the least and the greatest possible value of a withheld count must be.")
    var width = 4

    @Option(help: "How the report is written.")
    var format: OutputFormat = .text

    func validate() throws {
        guard width >= 1 else { throw ValidationError("The width is a number from 1.") }
    }

    func run() throws {
        var layout = try options.layout()
        layout.withheld.formUnion(withheld)
        if zeroIsPrinted { layout.withheldMayBeZero = false }
        let report = try PlainAudit(layout: layout, minimumWidth: width).report(on: options.tables())
        switch format {
        case .json: print(report.json)
        case .csv: print(([columns] + report.cells.map(row)).map(CSVText.line).joined(separator: "\n"))
        case .text: print(text(report))
        }
        let found = report.summary.exactlyRecoverable + report.summary.narrow + report.summary.inconsistent
        if found > 0 { throw ExitCode(Ending.foundDifferences) }
    }

    private var columns: [String] { ["table", "row", "cell", "printed", "least", "greatest", "verdict", "because"] }

    private func row(_ cell: AuditReport.Cell) -> [String] {
        [
            cell.table, String(cell.row), cell.name, cell.printed, String(cell.interval.lower),
            cell.interval.upper.map { String($0) } ?? "", cell.verdict.rawValue, cell.because.joined(separator: "; "),
        ]
    }

    private func text(_ report: AuditReport) -> String {
        let summary = report.summary
        var lines = [
            "\(summary.cells) cells, \(summary.withheld) withheld: \(summary.exactlyRecoverable) can be computed, "
                + "\(summary.narrow) nearly; \(summary.inconsistent) sums do not add up."
        ]
        lines += report.inconsistencies.map { "  does not add up, by \($0.amount): \($0.equation)" }
        lines += report.cells.filter { $0.verdict == .exact || $0.verdict == .narrow }.map { cell in
            let greatest = cell.interval.upper.map { String($0) } ?? "any"
            return "  row \(cell.row), \(cell.name): \(cell.interval.lower) to \(greatest), because "
                + cell.because.joined(separator: "; ")
        }
        lines += report.findings.map { "  \($0.code) \($0.message) \($0.remedy)" }
        return lines.joined(separator: "\n")
    }
}
