import Vocabulary

/// The one who takes the step says it themselves: what somebody said before them does not stand for it.
package struct SaidAnew: Guard {
    package static let key = "said-anew"

    package let field: String

    package init(_ field: String) { self.field = field }

    package var fields: [String] { [field] }

    package func refusal(of step: Step) -> Refusal.Problem? {
        step.command.changes[field] == nil
            ? step.problem(.missingField, field: field, "say it yourself, whatever others said.") : nil
    }
}
