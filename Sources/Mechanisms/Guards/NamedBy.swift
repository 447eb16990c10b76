import Vocabulary

/// Some record of another mechanism that was not withdrawn names this one, or a field says why none does.
package struct NamedBy: Guard {
    package static let key = "named-by"

    package let mechanism: String
    /// The link field of that mechanism.
    package let field: String
    /// The field of this one that says why there is none.
    package let excuse: String

    package init(_ mechanism: String, in field: String, excusedBy excuse: String) {
        (self.mechanism, self.field, self.excuse) = (mechanism, field, excuse)
    }

    package var fields: [String] { [excuse] }

    package func refusal(of step: Step) throws -> Refusal.Problem? {
        guard step.after[excuse] == nil else { return nil }
        let naming = try step.register.records(of: mechanism, naming: step.command.record, in: field)
        return naming.contains { $0.state != "withdrawn" }
            ? nil
            : step.problem(
                .missingField, field: excuse,
                "no “\(mechanism)” names this record; enter one, or say here why none does.")
    }
}
