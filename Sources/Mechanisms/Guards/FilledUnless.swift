/// A field is filled, or another one that says why it is not.
package struct FilledUnless: Guard {
    package static let key = "filled-unless"

    package let field: String
    package let excuse: String

    package init(_ field: String, excusedBy excuse: String) {
        self.field = field
        self.excuse = excuse
    }

    package var fields: [String] { [field, excuse] }

    package func refusal(of step: Step) -> Refusal.Problem? {
        step.after[field] == nil && step.after[excuse] == nil
            ? step.problem(.missingField, field: field, "fill it, or say in “\(excuse)” why it is empty.") : nil
    }
}
