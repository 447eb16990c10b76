package import Vocabulary

/// A form filled from one release: what is handed in, frozen (B87).
package struct Submission: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        package let cell: DataRequest.Cell
        package let answer: RequestAnswer
    }

    /// A question that an earlier submission for the same period answered otherwise.
    package struct Disagreement: Hashable, Sendable {
        package let cell: String
        /// Who was told so, and what.
        package let requester: String
        package let before: String
        package let now: String
        package let explanation: String?
    }

    /// Who asked.
    package let requester: String
    /// What it is about.
    package let period: Period
    /// Number of the release that the figures are from.
    package let release: Int
    /// In the order of the form.
    package let lines: [Line]

    init(requester: String, period: Period, release: Int, lines: [Line]) {
        (self.requester, self.period, self.release, self.lines) = (requester, period, release, lines)
    }

    /// Fills a form from what was published, and from nothing else.
    package init(_ request: DataRequest, from release: Release, for requester: String, over period: Period) {
        self.init(
            requester: requester, period: period, release: release.number,
            lines: request.cells.map { Line(cell: $0, answer: RequestAnswer($0, in: release)) })
    }

    /// The cells that cannot be filled, in the order of the form.
    package var unfilled: [Line] { lines.filter { !$0.answer.isFilled } }

    /// Where an earlier submission for the same period gave another answer to the same question; what was not held then is
    /// no other answer.
    package func disagreements(with earlier: Submission) -> [Disagreement] {
        guard earlier.period == period else { return [] }
        let known = Dictionary(
            earlier.lines.compactMap { line in line.cell.question.map { ($0, line.answer) } },
            uniquingKeysWith: { _, last in last })
        return lines.compactMap { line in
            guard line.answer.isFilled, let before = line.cell.question.flatMap({ known[$0] }), before.isFilled,
                before != line.answer
            else { return nil }
            return Disagreement(
                cell: line.cell.name, requester: earlier.requester, before: Submission.written(before),
                now: Submission.written(line.answer), explanation: line.cell.explanation)
        }
    }

    static func written(_ answer: RequestAnswer) -> String { answer.figure.map(String.init) ?? answer.status }
}
