import Vocabulary

/// Every answer is to a question of the questionnaire, and of the kind that it asks for; where all is sent, nothing that
/// must be answered is left out.
package struct AnswersFit: Guard {
    package static let key = "answers-fit"

    /// The text field with the answers, as ``AnswerSheet`` has them.
    package let answers: String
    /// The link field to the questionnaire.
    package let questionnaire: String
    package let isWhole: Bool

    package init(_ answers: String, to questionnaire: String, whole isWhole: Bool = false) {
        (self.answers, self.questionnaire, self.isWhole) = (answers, questionnaire, isWhole)
    }

    package var fields: [String] { [answers, questionnaire] }

    package func refusal(of step: Step) throws -> Refusal.Problem? {
        guard let asked = step.after[questionnaire]?.linked.first else { return nil }
        var sheet = AnswerSheet()
        if case .text(let text)? = step.after[answers] {
            guard let read = AnswerSheet(text) else {
                return step.problem(.answerUnfit, field: answers, "is not written as “key: answer”, a line for each.")
            }
            sheet = read
        }
        let questions = try Question.all(of: asked, in: step.register)
        let misfits = sheet.misfits(questions)
        if !misfits.isEmpty {
            return step.problem(
                .answerUnfit, field: answers,
                "holds answers to no question, or of another kind: \(misfits.joined(separator: ", ")).")
        }
        let missing = isWhole ? sheet.missing(questions) : []
        return missing.isEmpty
            ? nil
            : step.problem(.answerMissing, field: answers, "lacks answers to: \(missing.joined(separator: ", ")).")
    }
}
