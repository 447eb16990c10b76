import Mechanisms
import Vocabulary

/// Levels of self-assessments over the years (B78).
extension Registry {
    /// A row for each body, question and year in which it stated a level, with what it is shown by.
    ///
    /// Answers are read and written down as read, and only for those who may see those of the whole round.
    func maturity(on day: CalendarDate, _ asking: Asking) throws -> OverviewTable {
        struct Stated {
            let body: String
            let key: String
            let year: Int
            let question: String
            let lines: [String]
        }
        var stated: [Stated] = []
        for stand in try rounds(asking) where stand.questionnaire.kind == "self-assessment" && stand.sentOn <= day {
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
                            question: question.wording.text, lines: answer.split(separator: "\n").map(String.init)))
                }
            }
        }
        let sorted = stated.sorted { ($0.body, $0.key, $0.year) < ($1.body, $1.key, $1.year) }
        let rows: [[OverviewCell]] = sorted.map { stated in
            [
                .text(stated.body), .text(stated.question), .text("\(stated.year)"),
                .number(stated.lines.first.flatMap { Int($0) }), .text(stated.lines.dropFirst().joined(separator: " ")),
            ]
        }
        return OverviewTable(["organisation", "question", "year", "level", "shown-by"], rows)
    }
}
