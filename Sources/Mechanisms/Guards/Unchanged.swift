/// A field keeps the value that the record was opened with, empty or not: what somebody agreed to is not rewritten, since
/// other records rest on it. It is withdrawn and given anew.
package struct Unchanged: Guard {
    package static let key = "unchanged"

    package let fields: [String]

    package init(_ fields: String...) { self.fields = fields }

    package func refusal(of step: Step) -> Refusal.Problem? {
        guard let before = step.before else { return nil }
        return fields.first { before.fields[$0] != step.after[$0] }.map { field in
            step.problem(.consentElsewhere, field: field, "stays as it was agreed; withdraw it and record a new one.")
        }
    }
}
