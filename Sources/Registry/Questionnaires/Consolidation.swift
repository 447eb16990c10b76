import Access
package import Mechanisms
package import Vocabulary

/// All answers of a round side by side, question by question, with those named who did not answer: the annex of a report.
package struct Consolidation: Sendable {
    package struct Answer: Sendable {
        package let response: RecordID
        package let respondent: String
        /// As people read it.
        package let text: String
        package let isLate: Bool
    }

    package struct Entry: Sendable {
        package let question: Question
        package let wording: QuestionWording
        /// In the order of the respondents; those who left it empty are not among them.
        package let answers: [Answer]
        /// Who sent answers and left this one empty.
        package let without: [String]
        /// Of a question with options, how many chose each; in the order of the options.
        package let tally: [(label: String, count: Int)]
    }

    package let stand: RoundStand
    package let language: String
    package let entries: [Entry]
    /// Whoever sent no answers.
    package let nonRespondents: [String]
    package let late: [String]

    /// - Parameters:
    ///   - sheets: Answers by response; of those who sent none, none.
    ///   - labels: What the codes of a kind without options of its own are called.
    package init(
        _ stand: RoundStand, _ sheets: [RecordID: AnswerSheet], in language: String,
        labels: (QuestionKind, String) -> String = { $1 }
    ) {
        (self.stand, self.language) = (stand, language)
        let answered = stand.lines.filter(\.hasAnswered)
        nonRespondents = stand.lines.filter { !$0.hasAnswered }.map(\.name)
        late = answered.filter(\.isLate).map(\.name)
        entries = stand.questionnaire.questions.map { question in
            let wording = stand.questionnaire.wording(of: question.record, in: language)
            func shown(_ value: String) -> String {
                switch question.kind {
                case .choice: wording.options.first { $0.code == value }?.label ?? value
                case .yesNo: labels(.yesNo, value)
                default: value
                }
            }
            let given = answered.map { line in (line, sheets[line.response]?[question.key]) }
            let codes = question.kind == .choice ? wording.options.map(\.code) : question.kind.fixedCodes
            return Entry(
                question: question, wording: wording,
                answers: given.compactMap { line, value in
                    value.map {
                        Answer(
                            response: line.response, respondent: line.name, text: shown($0), isLate: line.isLate)
                    }
                },
                without: given.filter { $0.1 == nil }.map(\.0.name),
                tally: codes.map { code in
                    (shown(code), given.count { $0.1?.split(separator: "\n").first.map(String.init) == code })
                })
        }
    }
}

extension Registry {
    /// The answers of a round, each response read and written down as read; of those who sent none, none.
    ///
    /// - Throws: ``RegistryRefusal/notForYou(action:rule:)`` for those who may see the round and not the answers.
    package func sheets(of stand: RoundStand, _ asking: Asking) throws -> [RecordID: AnswerSheet] {
        try stand.lines.filter(\.hasAnswered).reduce(into: [:]) { sheets, line in
            let view = try read(line.response, asking)
            if case .withheld = view.content("answers") {
                throw RegistryRefusal.notForYou(action: .read, rule: view.rule)
            }
            sheets[line.response] = view.answers
        }
    }
}
