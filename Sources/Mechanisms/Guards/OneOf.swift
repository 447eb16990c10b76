/// Exactly one of these fields is filled: a state or an organisation, never both, never none.
package struct OneOf: Guard {
    package static let key = "one-of"

    package let fields: [String]

    package init(_ fields: String...) { self.fields = fields }

    package func refusal(of step: Step) -> Refusal.Problem? {
        let filled = fields.filter { step.after[$0] != nil }
        guard filled.count != 1 else { return nil }
        let names = fields.map { "“\($0)”" }.joined(separator: ", ")
        return step.problem(
            .notExactlyOne, field: filled.last ?? fields.first, "fill exactly one of \(names); \(filled.count) are.")
    }
}
