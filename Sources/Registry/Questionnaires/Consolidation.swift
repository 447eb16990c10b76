import Access
import Ledger
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
        /// Nil where the answer is no file; one that is goes with the marking of the annex.
        package let file: FileAnswer?
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
                case .file: FileAnswer(value)?.told ?? value
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
                            response: line.response, respondent: line.name, text: shown($0), isLate: line.isLate,
                            file: question.kind == .file ? FileAnswer($0) : nil)
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
    /// The answers of a round, written down together as a list of all its responses that were read; of those who sent none,
    /// none.
    ///
    /// - Throws: ``RegistryRefusal/notForYou(action:rule:)`` for those who may see the round and not the answers.
    package func sheets(of stand: RoundStand, _ asking: Asking) throws -> [RecordID: AnswerSheet] {
        let mechanism = try mechanism("questionnaire-response")
        let answered = stand.lines.filter(\.hasAnswered).map(\.response)
        guard !answered.isEmpty else { return [:] }
        var sheets: [RecordID: AnswerSheet] = [:]
        for row in try ledger.rows(answered, for: asking.actor) {
            let standpoint = Standpoint(row: row, mechanism: mechanism)
            guard
                case .success(let grant) = policy.decide(
                    asking.actor, .read, on: standpoint.target, for: asking.purpose)
            else { throw RegistryRefusal.notFound }
            let hidden = try blindness(of: asking, to: standpoint)?.fields ?? []
            guard !mechanism.fields(above: grant.ceiling).union(hidden).contains("answers") else {
                throw RegistryRefusal.notForYou(action: .read, rule: grant.rule)
            }
            sheets[row.record] = try ledger.record(row.record)?.text("answers").flatMap(AnswerSheet.init)
        }
        guard let grant = policy.reach(of: asking.actor, .list, mechanism, for: asking.purpose).grant else {
            throw RegistryRefusal.notForFunction(
                function: asking.actor.function, action: .list, mechanism: mechanism.name)
        }
        try ledger.note([
            Ledger.Shown(.list, of: answered, mechanism: mechanism.name, filters: ["round"], under: grant)
        ])
        return sheets
    }
}
