import Mechanisms
import Vocabulary

/// Levels of self-assessments over the years (B78).
extension Registry {
    /// A row for each body, question and year in which it stated a level, with what it is shown by; in the newest of them what
    /// its question proposes to do next at that level.
    ///
    /// Answers are read and written down as read, and only for those who may see those of the whole round.
    func maturity(on day: CalendarDate, _ asking: Asking) throws -> OverviewTable {
        struct Stated {
            let body: String
            let key: String
            let year: Int
            let question: QuestionWording
            let lines: [String]

            var level: Int? { lines.first.flatMap { Int($0) } }
            var next: String? { question.options.first { $0.code == lines.first }?.label }
        }
        var stated: [Stated] = []
        for stand in try rounds(asking, ofKind: "self-assessment") where stand.sentOn <= day {
            let answered = stand.lines.filter(\.hasAnswered)
            guard answered.allSatisfy({ $0.answered != nil }) else { continue }
            let sheets = try sheets(of: stand, asking)
            let questions = stand.questionnaire.questions.filter { $0.kind == .level }
            for line in answered where line.submittedOn.map({ $0 <= day }) ?? false {
                for question in questions {
                    guard let answer = sheets[line.response]?[question.key] else { continue }
                    stated.append(
                        Stated(
                            body: line.name, key: question.key, year: stand.deadline.year,
                            question: question.wording, lines: answer.split(separator: "\n").map(String.init)))
                }
            }
        }
        let sorted = stated.sorted { ($0.body, $0.key, $0.year) < ($1.body, $1.key, $1.year) }
        let rows: [[OverviewCell]] = sorted.enumerated().map { place, stated in
            let later = sorted.dropFirst(place + 1).first
            let isNewest = later.map { ($0.body, $0.key) != (stated.body, stated.key) } ?? true
            return [
                .text(stated.body), .text(stated.question.text), .text("\(stated.year)"), .number(stated.level),
                .text(stated.lines.dropFirst().joined(separator: " ")), .text(isNewest ? stated.next : nil),
            ]
        }
        return OverviewTable(["organisation", "question", "year", "level", "shown-by", "proposed-next"], rows)
    }
}
