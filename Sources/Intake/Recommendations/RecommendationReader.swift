package import Vocabulary

/// Reads the recommendations of one cycle from a table with a header: one a row, in the order in which they were printed.
///
/// Columns: `text`; and where there is something to say `number` (as printed), `addressee`, `due` (in words),
/// `acceptance`, `response`, `responded`.
package struct RecommendationReader {
    package struct Row: Hashable, Sendable {
        package let line: Int
        /// As printed, without a sign before it: `3`, `12.4`; nil where none was.
        package let number: String?
        package let text: String
        package let addressee: String?
        package let due: String?
        /// A code of the list `acceptances`.
        package let acceptance: String?
        package let response: String?
        package let respondedOn: CalendarDate?
    }

    private static let known: Set = ["number", "text", "addressee", "due", "acceptance", "response", "responded"]

    /// - Throws: ``IntakeFailure`` where the file cannot be read, or lacks the column.
    package static func read(_ source: any ByteSource) throws(IntakeFailure) -> (rows: [Row], findings: [Finding]) {
        let table = try NamedColumns(source, needed: ["text"], known: known)
        var findings = table.findings
        var numbers: Set<String> = []
        let rows = table.lines.compactMap { line -> Row? in
            guard let text = line["text"] else {
                findings.append(
                    RecommendationFinding.empty.finding(
                        line: line.number, "text", "The row has no text; it was not taken in.",
                        remedy: "Write the recommendation into its cell."))
                return nil
            }
            let number = line["number"].map { String($0.drop { $0 == "#" || $0 == " " }) }.flatMap {
                $0.isEmpty ? nil : $0
            }
            if let number, !numbers.insert(number).inserted {
                findings.append(
                    RecommendationFinding.numberTwice.finding(
                        line: line.number, "number", "The number \(number) stands twice; both were taken in.",
                        remedy: "Look at the document.", about: [number]))
            }
            let responded = line["responded"].flatMap(DepositaryDay.read)
            if let written = line["responded"], responded == nil {
                findings.append(
                    RecommendationFinding.dayUnread.finding(
                        line: line.number, "responded", "“\(written)” is no day; the answer was not taken in.",
                        remedy: "Write it as 2026-01-31.", about: [written]))
            }
            return Row(
                line: line.number, number: number, text: text, addressee: line["addressee"], due: line["due"],
                acceptance: line["acceptance"]?.lowercased(), response: line["response"], respondedOn: responded)
        }
        return (rows, findings)
    }
}
