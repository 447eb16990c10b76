package import Vocabulary

/// Reads contact points from a table with a header, the layout `contacts`: one a row.
///
/// Columns: `state`, `agency`, `name`, `tasks`, `telephone`, `languages`, `zone`, `hours`; and where there is something to say
/// `agency-kind` (the agency is entered then where the register does not have it), `secure-mail`, `messenger`,
/// `special-days`, `priority`, `next` (the name of another contact point). Several tasks or languages stand apart by `;`.
package struct ContactReader {
    package struct Row: Hashable, Sendable {
        package let line: Int
        package let state: String
        package let agency: String
        package let agencyKind: String?
        package let name: String
        package let tasks: [String]
        package let languages: [String]
        package let telephone: String
        package let secureMail: String?
        package let messenger: String?
        package let zone: String
        package let hours: String
        package let specialDays: String?
        package let priority: Int?
        package let next: String?
    }

    private static let needed = ["state", "agency", "name", "tasks", "telephone", "languages", "zone", "hours"]
    private static let known = Set(
        needed + ["agency-kind", "secure-mail", "messenger", "special-days", "priority", "next"])

    /// - Throws: ``IntakeFailure`` where the file cannot be read, or lacks a column.
    package static func read(_ source: any ByteSource) throws(IntakeFailure) -> (rows: [Row], findings: [Finding]) {
        let table = try NamedColumns(source, needed: needed, known: known)
        var findings = table.findings
        let rows = table.lines.compactMap { line -> Row? in
            guard let state = line["state"], let agency = line["agency"], let name = line["name"],
                let tasks = line["tasks"], let telephone = line["telephone"], let languages = line["languages"],
                let zone = line["zone"], let hours = line["hours"]
            else {
                let empty = needed.filter { line[$0] == nil }
                findings.append(
                    ContactFinding.empty.finding(
                        line: line.number, empty.first, "The row does not say \(quotedList(empty)).",
                        remedy: "Fill it, and bring the list in again.", about: empty))
                return nil
            }
            let priority = line["priority"].flatMap { Int($0) }
            if let written = line["priority"], priority == nil {
                findings.append(
                    ContactFinding.unread.finding(
                        line: line.number, "priority", "“\(written)” is no number.",
                        remedy: "Write 1 to 99; 1 is tried first.", about: [written]))
                return nil
            }
            return Row(
                line: line.number, state: state, agency: agency, agencyKind: line["agency-kind"], name: name,
                tasks: several(tasks), languages: several(languages), telephone: telephone.withoutFormulaMark,
                secureMail: line["secure-mail"], messenger: line["messenger"], zone: zone, hours: hours,
                specialDays: line["special-days"], priority: priority, next: line["next"])
        }
        return (rows, findings)
    }

    private static func several(_ cell: String) -> [String] {
        cell.split { ";,|".contains($0) }.map { $0.trimmingBlanks }.filter { !$0.isEmpty }
    }
}

/// Reads holidays from a table with a header, the layout `holidays`: one a row.
///
/// Columns: `state`, `day` and `name`; and `yearly` (`yes`) where it is the same day of every year.
package struct HolidayReader {
    package struct Row: Hashable, Sendable {
        package let line: Int
        package let state: String
        package let day: CalendarDate
        package let name: String
        package let isYearly: Bool
    }

    private static let needed = ["state", "day", "name"]

    /// - Throws: ``IntakeFailure`` where the file cannot be read, or lacks a column.
    package static func read(_ source: any ByteSource) throws(IntakeFailure) -> (rows: [Row], findings: [Finding]) {
        let table = try NamedColumns(source, needed: needed, known: Set(needed + ["yearly"]))
        var findings = table.findings
        let rows = table.lines.compactMap { line -> Row? in
            guard let state = line["state"], let written = line["day"], let name = line["name"] else {
                let empty = needed.filter { line[$0] == nil }
                findings.append(
                    ContactFinding.empty.finding(
                        line: line.number, empty.first, "The row does not say \(quotedList(empty)).",
                        remedy: "Fill it, and bring the list in again.", about: empty))
                return nil
            }
            guard let day = DepositaryDay.read(written) else {
                findings.append(
                    ContactFinding.unread.finding(
                        line: line.number, "day", "“\(written)” is no day.", remedy: "Write it as 2026-12-25.",
                        about: [written]))
                return nil
            }
            return Row(
                line: line.number, state: state, day: day, name: name,
                isYearly: ["yes", "true", "1"].contains(line["yearly"]?.lowercased()))
        }
        return (rows, findings)
    }
}

extension String {
    /// A number that the house gave out as CSV comes back without the apostrophe before its sign.
    fileprivate var withoutFormulaMark: String { hasPrefix("'+") ? String(dropFirst()) : self }
}

extension Substring {
    fileprivate var trimmingBlanks: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
