import FoundationEssentials
package import Vocabulary

/// A submission as CSV, for whoever asked, and to be read again when the next one is made.
package struct SubmissionFile: Sendable {
    package let submission: Submission

    package init(_ submission: Submission) { self.submission = submission }

    static let columns = [
        "cell", "label", "value", "status", "lacking", "table", "where", "explanation", "requester", "period",
        "release",
        "marking",
    ]

    /// Released figures are public; so is the file.
    package func bytes() -> [UInt8] {
        var writer = CSVWriter()
        writer.write(SubmissionFile.columns)
        for line in submission.lines {
            writer.write([
                line.cell.name, line.cell.label, line.answer.figure.map(String.init) ?? "", line.answer.status,
                SubmissionFile.lacking(line.answer), line.cell.table ?? "", line.cell.selection,
                line.cell.explanation ?? "", submission.requester, submission.period.description,
                String(submission.release), Marking.public.rawValue,
            ])
        }
        return writer.bytes
    }

    /// Reads back what ``bytes()`` wrote.
    ///
    /// - Throws: ``PublicationFailure/submissionUnreadable(file:)``.
    package init(
        header: [String], rows: [[String]], file: String
    ) throws(PublicationFailure) {
        let unreadable = PublicationFailure.submissionUnreadable(file: file)
        guard header == SubmissionFile.columns, let first = rows.first, first.count == header.count,
            let period = Period(first[9]), let release = Int(first[10])
        else { throw unreadable }
        var lines: [Submission.Line] = []
        for row in rows {
            guard row.count == header.count, let answer = SubmissionFile.answer(row[3], row[2], row[4]) else {
                throw unreadable
            }
            var codes: [String: String] = [:]
            for part in row[6].split(separator: ";") {
                let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
                guard sides.count == 2 else { throw unreadable }
                codes[sides[0]] = sides[1]
            }
            let cell = DataRequest.Cell(
                name: row[0], label: row[1], table: row[5].isEmpty ? nil : row[5], codes: codes,
                explanation: row[7].isEmpty ? nil : row[7])
            lines.append(Submission.Line(cell: cell, answer: answer))
        }
        submission = Submission(requester: first[8], period: period, release: release, lines: lines)
    }

    private static func lacking(_ answer: RequestAnswer) -> String {
        switch answer {
        case .noPlace(let place): place
        case .noTotal(let dimension): dimension
        default: ""
        }
    }

    private static func answer(_ status: String, _ value: String, _ lacking: String) -> RequestAnswer? {
        switch status {
        case "figure": Int(value).map { .figure($0) }
        case "withheld": .withheld
        case "not-reported": .notReported
        case "not-held": .notHeld
        case "no-table": .noTable
        case "no-place": .noPlace(lacking)
        case "no-total": .noTotal(lacking)
        default: nil
        }
    }
}
