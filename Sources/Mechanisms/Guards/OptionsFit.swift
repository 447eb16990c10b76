import Vocabulary

/// A question to choose from has at least two options, each under a code of its own; no other question has any.
package struct OptionsFit: Guard {
    package static let key = "options-fit"

    package let options: String
    /// The code field with the question's kind.
    package let kind: String

    package init(_ options: String, for kind: String) { (self.options, self.kind) = (options, kind) }

    package var fields: [String] { [options, kind] }

    package func refusal(of step: Step) -> Refusal.Problem? {
        let isChoice = step.after[kind] == .code(QuestionKind.choice.rawValue)
        guard case .text(let lines)? = step.after[options] else {
            return isChoice ? step.problem(.optionsUnfit, field: options, "a question to choose from needs some.") : nil
        }
        guard isChoice, let read = QuestionWording.options(lines), read.count >= 2 else {
            return step.problem(
                .optionsUnfit, field: options, "write “code = label”, a line for each, at least two; only for a choice."
            )
        }
        return nil
    }
}
