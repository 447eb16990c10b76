package import Vocabulary

/// Reads treaties with their final clauses from a table with a header, the layout `treaties`: one treaty a row.
///
/// Columns: `title`, `adopted`, `later`; and where there is something to say `reference`, `depositary`, `parent` (the
/// reference or title of another treaty), `prerequisite` (`party` or `signatory`), `entry-consents`, `entry`,
/// `organisations-count` (`yes`), `in-force`, `withdrawal`, `source`. A rule is a number and a unit: `30 days`, `3 months`,
/// `3 month-start`.
package struct TreatyTermsReader {
    package struct Rule: Hashable, Sendable {
        package let time: Int
        /// A code of the list `time-rules`.
        package let unit: String

        package init(time: Int, unit: String) { (self.time, self.unit) = (time, unit) }
    }

    package struct Row: Hashable, Sendable {
        package let line: Int
        package let title: String
        package let reference: String?
        package let adoptedOn: CalendarDate
        package let depositary: String?
        package let parent: String?
        package let prerequisite: String?
        package let entryConsents: Int?
        package let entry: Rule?
        package let later: Rule
        package let withdrawal: Rule?
        package let organisationsCount: Bool
        package let inForceOn: CalendarDate?
        package let source: String?
    }

    private static let needed = ["title", "adopted", "later"]
    private static let known = Set(
        needed + [
            "reference", "depositary", "parent", "prerequisite", "entry-consents", "entry", "organisations-count",
            "in-force", "withdrawal", "source",
        ])

    /// - Throws: ``IntakeFailure`` where the file cannot be read, or lacks a column.
    package static func read(_ source: any ByteSource) throws(IntakeFailure) -> (rows: [Row], findings: [Finding]) {
        let table = try NamedColumns(source, needed: needed, known: known)
        var reader = TreatyTermsReader(findings: table.findings)
        let rows = table.lines.compactMap { reader.row($0) }
        return (rows, reader.findings)
    }

    private var findings: [Finding]

    private mutating func row(_ line: NamedColumns.Line) -> Row? {
        guard let title = line["title"], let adopted = line["adopted"], let later = line["later"] else {
            let empty = TreatyTermsReader.needed.filter { line[$0] == nil }
            findings.append(
                TreatyFinding.cellEmpty.finding(
                    line: line.number, empty.first, "The row does not say \(quotedList(empty)).",
                    remedy: "Fill it, and bring the list in again.", about: empty))
            return nil
        }
        let before = findings.count { $0.weight == .error }
        let adoptedOn = day(adopted, "adopted", line)
        let laterRule = rule(later, "later", line)
        let (entry, withdrawal) = (
            line["entry"].flatMap { rule($0, "entry", line) },
            line["withdrawal"].flatMap { rule($0, "withdrawal", line) }
        )
        let inForceOn = line["in-force"].flatMap { day($0, "in-force", line) }
        let consents = line["entry-consents"].flatMap { number($0, "entry-consents", line) }
        guard findings.count(where: { $0.weight == .error }) == before, let adoptedOn, let laterRule else { return nil }
        return Row(
            line: line.number, title: title, reference: line["reference"], adoptedOn: adoptedOn,
            depositary: line["depositary"], parent: line["parent"], prerequisite: line["prerequisite"]?.lowercased(),
            entryConsents: consents, entry: entry, later: laterRule, withdrawal: withdrawal,
            organisationsCount: line["organisations-count"]?.lowercased() == "yes", inForceOn: inForceOn,
            source: line["source"])
    }

    private mutating func day(_ text: String, _ column: String, _ line: NamedColumns.Line) -> CalendarDate? {
        if let day = DepositaryDay.read(text) { return day }
        findings.append(
            TreatyFinding.dayUnread.finding(
                line: line.number, column, "“\(text)” is no day.",
                remedy: "Write it as 2000-11-15, 15 Nov 2000 or 15/11/2000, the day first.", about: [text]))
        return nil
    }

    private mutating func rule(_ text: String, _ column: String, _ line: NamedColumns.Line) -> Rule? {
        let words = text.lowercased().split(separator: " ").map(String.init)
        let units = ["day": "days", "month": "months"]
        if words.count == 2, let time = Int(words[0]), time >= 0, time <= 1000 {
            let unit = units[words[1]] ?? words[1]
            if ["days", "months", "month-start"].contains(unit) { return Rule(time: time, unit: unit) }
        }
        findings.append(
            TreatyFinding.ruleUnread.finding(
                line: line.number, column, "“\(text)” is no rule.",
                remedy: "Write a number and days, months or month-start: 30 days.", about: [text]))
        return nil
    }

    private mutating func number(_ text: String, _ column: String, _ line: NamedColumns.Line) -> Int? {
        if let number = Int(text), (1...200).contains(number) { return number }
        findings.append(
            TreatyFinding.ruleUnread.finding(
                line: line.number, column, "“\(text)” is no number from 1 to 200.", remedy: "Write one.", about: [text])
        )
        return nil
    }
}
