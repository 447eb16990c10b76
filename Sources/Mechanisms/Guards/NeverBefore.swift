import Vocabulary

/// A field gets a value that it never had in this record: the number of an edition is given once.
package struct NeverBefore: Guard {
    package static let key = "never-before"

    package let field: String

    package init(_ field: String) { self.field = field }

    package var fields: [String] { [field] }

    package func refusal(of step: Step) throws -> Refusal.Problem? {
        guard let value = step.after[field] else { return nil }
        let taken = try step.register.steps(of: step.command.record)
        return taken.contains { $0.changes[field] == value }
            ? step.problem(.keyTaken, field: field, "this record had it already; choose another.") : nil
    }
}
