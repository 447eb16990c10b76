import Access
import ArgumentParser
import Foundation
import Intake
import Ledger
import Publication
import Vocabulary

/// What is filled, for whom and from what: shared by `submission fill` and `submission send`.
struct RequestedForm: ParsableArguments {
    @Argument(
        help: "The form as CSV or XLSX with the columns cell, table and where, and perhaps label and explanation.")
    var form: String

    @Option(help: "Who asks.")
    var requester: String

    @Option(help: "What it is about: 2023, 2023-Q3 or 2023-07.")
    var period: String

    @Option(help: "The number of the release to fill it from (default: the latest that stands).")
    var release: Int?

    @OptionGroup var register: RegisterFolder

    func validate() throws {
        guard Period(period) != nil else {
            throw ValidationError("“\(period)” is no period. Write 2023, 2023-Q3 or 2023-07.")
        }
        guard requester.contains(where: { !$0.isWhitespace }) else { throw ValidationError("Say who asks.") }
    }

    /// The form, filled.
    ///
    /// - Throws: P401 for a form that cannot be read; K107 where there is no such release, or it was withdrawn.
    func filled() throws -> Submission {
        let table = try WholeTable(FileBytes(path: form))
        let request = try DataRequest(header: table.header, rows: table.rows)
        let standing = try ReleaseFolder(of: register).history().standing
        guard let found = release.map({ number in standing.first { $0.number == number } }) ?? standing.last,
            let period = Period(period)
        else {
            throw CommandFailure.unknownName(
                kind: "release", name: release.map(String.init) ?? "latest", known: standing.map { String($0.number) })
        }
        let submission = Submission(request, from: found, for: requester, over: period)
        if submission.lines.contains(where: { $0.answer == .noTable }) {
            Talk.say("Release \(found.number) holds the tables \(found.tables.map(\.name).joined(separator: ", ")).")
        }
        return submission
    }

    /// Says which cells cannot be filled and which differ from what was said before.
    ///
    /// - Returns: The cells that differ without an explanation.
    func tell(_ submission: Submission, _ disagreements: [Submission.Disagreement]) -> [String] {
        let unfilled = submission.unfilled
        Talk.say("\(submission.lines.count - unfilled.count) of \(submission.lines.count) cells are filled.")
        for line in unfilled { Talk.say("  \(line.cell.name): \(RequestedForm.why(line))") }
        for one in disagreements {
            let reason = one.explanation.map { "explained: \($0)" } ?? "not explained"
            Talk.say("  \(one.cell): \(one.now), and \(one.before) to \(one.requester) before; \(reason)")
        }
        return disagreements.filter { $0.explanation == nil }.map(\.cell)
    }

    private static func why(_ line: Submission.Line) -> String {
        switch line.answer {
        case .figure, .withheld: line.answer.status
        case .notReported: "nobody reported on it; it is not zero"
        case .notHeld: "no table is named for it"
        case .noTable: "the release has no table “\(line.cell.table ?? "")”"
        case .noPlace(let place): "the table has no \(place)"
        case .noTotal(let dimension): "persons do not add up over \(dimension): name one"
        }
    }
}
