import Vocabulary

/// A translation is of the text as it reads now, and offers the same options: whoever translated while the source was
/// changed looks at it again.
package struct OfPresentText: Guard {
    package static let key = "of-present-text"

    /// The text field with what was translated.
    package let source: String
    /// The link field to the question; empty for the questionnaire itself.
    package let question: String
    package let questionnaire: String

    package init(_ source: String, of question: String, or questionnaire: String) {
        (self.source, self.question, self.questionnaire) = (source, question, questionnaire)
    }

    package var fields: [String] { [source, question, questionnaire] }

    package func refusal(of step: Step) throws -> Refusal.Problem? {
        let named = step.after[question]?.linked.first ?? step.after[questionnaire]?.linked.first
        // One that is not there is a broken link and refused as such.
        guard let named, let state = try step.register.state(of: named), let original = QuestionWording(of: state)
        else {
            return nil
        }
        guard step.after[source] == .text(original.source) else {
            return step.problem(.otherSource, field: source, "is not the text as it reads now; translate that one.")
        }
        let ours = QuestionWording(step.after)?.options.map(\.code) ?? []
        return ours == original.options.map(\.code)
            ? nil : step.problem(.otherSource, field: "options", "must have the same codes in the same order.")
    }
}

extension QuestionWording {
    /// What a question or a questionnaire says in the questionnaire's own language.
    package init?(of state: RecordState) {
        if state.mechanism == "questionnaire" {
            self.init(state.fields, text: "title", help: "introduction")
        } else {
            self.init(state.fields)
        }
    }
}
