@testable import Disclosure

extension PlainTable {
    /// A table from lines of fields separated by commas, the header first.
    init(_ name: String, _ lines: String) {
        let fields = lines.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        self.init(name: name, header: fields[0], rows: Array(fields.dropFirst()))
    }
}

extension AuditReport {
    /// `sex=f: 3...3 exact` for every withheld cell.
    var lines: [String] { cells.map { "\($0.name): \($0.interval) \($0.verdict.rawValue)" } }
}

extension PlainAudit {
    static func read(_ tables: [PlainTable], _ change: (inout PlainLayout) -> Void = { _ in }) throws -> AuditReport {
        var layout = PlainLayout(value: "n")
        change(&layout)
        return try PlainAudit(layout: layout).report(on: tables)
    }
}
