package import Vocabulary

/// Reads acts on treaties from a table with a header, the layout `acts`: CSV or the first sheet of a workbook, one act a
/// row, as a list of a depositary can be brought into.
///
/// Columns are found by their names, in any order: `treaty`, `party`, `kind`, `date`; and where there is something to
/// say `effective`, `document`, `text`, `lifted`, `source`.
package struct TreatyActReader {
    package struct Row: Hashable, Sendable {
        /// Of the file, from 1.
        package let line: Int
        /// Reference or title.
        package let treaty: String
        /// Code or name.
        package let party: String
        /// A code of the list `treaty-act-kinds`.
        package let kind: String
        package let day: CalendarDate
        package let effectiveOn: CalendarDate?
        package let liftedOn: CalendarDate?
        package let document: String?
        package let text: String?
        package let source: String?
    }

    private static let needed = ["treaty", "party", "kind", "date"]
    private static let known = Set(needed + ["effective", "document", "text", "lifted", "source"])

    /// - Throws: ``IntakeFailure`` where the file cannot be read, or lacks a column.
    package static func read(_ source: any ByteSource) throws(IntakeFailure) -> (rows: [Row], findings: [Finding]) {
        let table = try NamedColumns(source, needed: needed, known: known)
        var findings = table.findings
        let rows = table.lines.compactMap { row($0, &findings) }
        return (rows, findings)
    }

    private static func row(_ line: NamedColumns.Line, _ findings: inout [Finding]) -> Row? {
        let empty = needed.filter { line[$0] == nil }
        guard let treaty = line["treaty"], let party = line["party"], let kind = line["kind"],
            let date = line["date"]
        else {
            findings.append(
                TreatyFinding.cellEmpty.finding(
                    line: line.number, empty.first, "The row does not say \(quotedList(empty)).",
                    remedy: "Fill it, and bring the list in again.", about: empty))
            return nil
        }
        var days: [String: CalendarDate] = [:]
        for column in ["date", "effective", "lifted"] {
            guard let text = column == "date" ? date : line[column] else { continue }
            guard let day = DepositaryDay.read(text) else {
                findings.append(
                    TreatyFinding.dayUnread.finding(
                        line: line.number, column, "“\(text)” is no day.",
                        remedy: "Write it as 2006-09-06, 6 Sep 2006 or 06/09/2006, the day first.", about: [text]))
                return nil
            }
            days[column] = day
        }
        guard let day = days["date"] else { return nil }
        return Row(
            line: line.number, treaty: treaty, party: party, kind: folded(kind), day: day,
            effectiveOn: days["effective"], liftedOn: days["lifted"], document: line["document"], text: line["text"],
            source: line["source"])
    }

    private static func folded(_ kind: String) -> String {
        kind.lowercased().split { " _-".contains($0) }.joined(separator: "-")
    }
}
