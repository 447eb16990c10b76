import Vocabulary

/// Only whoever acts through the post that a field names takes the step: not a colleague of another post, though they may
/// write the record.
package struct OnlyThePost: Guard {
    package static let key = "only-the-post"

    /// The link field to the post.
    package let field: String

    package init(_ field: String) { self.field = field }

    package var fields: [String] { [field] }

    package func refusal(of step: Step) -> Refusal.Problem? {
        // Who was asked before counts: nobody makes themselves the one by the step.
        guard let named = (step.before?.fields[field] ?? step.after[field])?.linked.first, step.post != named else {
            return nil
        }
        return step.problem(.otherPost, field: field, "is another post than yours; only that post takes this step.")
    }
}
