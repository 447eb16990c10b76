import Vocabulary

/// A question to choose from has at least two options, each under a code of its own; one for a level may have, under the
/// number of a level, what to do next there (B78); no other question has any.
package struct OptionsFit: Guard {
    package static let key = "options-fit"

    package let options: String
    /// The code field with the question's kind.
    package let kind: String

    package init(_ options: String, for kind: String) { (self.options, self.kind) = (options, kind) }

    package var fields: [String] { [options, kind] }

    package func refusal(of step: Step) -> Refusal.Problem? {
        guard case .code(let code)? = step.after[kind], let kind = QuestionKind(rawValue: code) else { return nil }
        guard case .text(let lines)? = step.after[options] else {
            return kind.allows([])
                ? nil : step.problem(.optionsUnfit, field: options, "a question to choose from needs some.")
        }
        guard let read = QuestionWording.options(lines), !read.isEmpty, kind.allows(read) else {
            return step.problem(
                .optionsUnfit, field: options,
                "write “code = label”, a line for each: at least two for a choice; for a level its number and what to "
                    + "do next; none for another kind.")
        }
        return nil
    }
}
