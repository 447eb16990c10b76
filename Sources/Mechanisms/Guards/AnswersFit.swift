import Vocabulary

/// Every answer is to a question of the questionnaire, and of the kind that it asks for; where all is sent, nothing that
/// must be answered is left out. A file is named only by the step with which the register took it in.
package struct AnswersFit: Guard {
    package static let key = "answers-fit"

    /// The text field with the answers, as ``AnswerSheet`` has them.
    package let answers: String
    /// The link field to the questionnaire.
    package let questionnaire: String
    package let isWhole: Bool
    /// Whether the step takes files in: the others may leave them or take them away.
    package let takesFiles: Bool

    package init(
        _ answers: String, to questionnaire: String, whole isWhole: Bool = false, files takesFiles: Bool = false
    ) {
        (self.answers, self.questionnaire) = (answers, questionnaire)
        (self.isWhole, self.takesFiles) = (isWhole, takesFiles)
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
        let claimed = takesFiles ? [] : claimed(sheet, questions, step)
        if !claimed.isEmpty {
            return step.problem(
                .answerUnfit, field: answers,
                "names files that were not given here: \(claimed.joined(separator: ", ")).")
        }
        let missing = isWhole ? sheet.missing(questions) : []
        return missing.isEmpty
            ? nil
            : step.problem(.answerMissing, field: answers, "lacks answers to: \(missing.joined(separator: ", ")).")
    }

    /// Keys of files that were not among the answers before.
    private func claimed(_ sheet: AnswerSheet, _ questions: [Question], _ step: Step) -> [String] {
        var before = AnswerSheet()
        if case .text(let text)? = step.before?.fields[answers] { before = AnswerSheet(text) ?? before }
        return questions.filter { $0.kind == .file && sheet[$0.key] != nil && sheet[$0.key] != before[$0.key] }.map(
            \.key)
    }
}
