import Vocabulary

/// What a record belongs to is in a state in which this may still be done: a version that was sent is not changed.
package struct LinkedIn: Guard {
    package static let key = "linked-in"

    /// The link field.
    package let field: String
    package let states: Set<String>

    package init(_ field: String, _ states: String...) {
        self.field = field
        self.states = Set(states)
    }

    package var fields: [String] { [field] }

    package func refusal(of step: Step) throws -> Refusal.Problem? {
        // One that is not there is a broken link and refused as such. What it belonged to before counts too.
        let named = (step.after[field]?.linked ?? []) + (step.before?.fields[field]?.linked ?? [])
        for record in named {
            guard let found = try step.register.state(of: record) else { continue }
            if !states.contains(found.state) {
                return step.problem(
                    .linkedElsewhere, field: field,
                    "is “\(found.state)”; it must be \(states.sorted().joined(separator: " or ")).")
            }
        }
        return nil
    }
}
