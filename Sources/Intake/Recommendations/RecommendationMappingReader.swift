package import Vocabulary

/// Reads which action carries out which recommendation, and which recommendations overlap: one pair a row.
///
/// Columns: `cycle`, `number`, `kind`; and either `plan` and `action`, or `other-cycle` and `other-number`.
package struct RecommendationMappingReader {
    package struct Row: Hashable, Sendable {
        package let line: Int
        package let cycle: String
        package let number: String
        package let kind: String
        package let plan: String?
        package let action: String?
        package let otherCycle: String?
        package let otherNumber: String?
        package let remark: String?
    }

    private static let needed = ["cycle", "number", "kind"]
    private static let known = Set(needed + ["plan", "action", "other-cycle", "other-number", "remark"])

    /// - Throws: ``IntakeFailure`` where the file cannot be read, or lacks a column.
    package static func read(_ source: any ByteSource) throws(IntakeFailure) -> (rows: [Row], findings: [Finding]) {
        let table = try NamedColumns(source, needed: needed, known: known)
        var findings = table.findings
        let rows = table.lines.compactMap { line -> Row? in
            guard let cycle = line["cycle"], let number = line["number"], let kind = line["kind"] else {
                let empty = needed.filter { line[$0] == nil }
                findings.append(
                    RecommendationFinding.empty.finding(
                        line: line.number, empty.first, "The row does not say \(quotedList(empty)).",
                        remedy: "Fill it, and bring the list in again.", about: empty))
                return nil
            }
            return Row(
                line: line.number, cycle: cycle, number: String(number.drop { $0 == "#" || $0 == " " }),
                kind: kind.lowercased(), plan: line["plan"], action: line["action"], otherCycle: line["other-cycle"],
                otherNumber: line["other-number"].map { String($0.drop { $0 == "#" || $0 == " " }) },
                remark: line["remark"])
        }
        return (rows, findings)
    }
}
