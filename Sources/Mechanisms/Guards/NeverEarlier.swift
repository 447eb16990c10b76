import Vocabulary

/// A deadline that protects somebody may be moved back, never forward: nothing shortens it.
package struct NeverEarlier: Guard {
    package static let key = "never-earlier"

    package let field: String

    package init(_ field: String) { self.field = field }

    package var fields: [String] { [field] }

    package func refusal(of step: Step) -> Refusal.Problem? {
        guard case .period(let old)? = step.before?.fields[field], let new = step.period(field), new.end < old.end
        else { return nil }
        return step.problem(.shortenedDeadline, field: field, "may not end earlier than before (\(old.end)).")
    }
}
