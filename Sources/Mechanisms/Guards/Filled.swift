/// A field is filled after the step; with `when`, only where another field holds one of some codes, or says yes.
package struct Filled: Guard {
    package static let key = "filled"

    package let field: String
    package let condition: Condition?

    package struct Condition: Sendable, Hashable {
        package let field: String
        package let codes: Set<String>
    }

    /// Always.
    package init(_ field: String) {
        self.field = field
        condition = nil
    }

    /// Only where `other` holds one of `codes`.
    package init(_ field: String, when other: String, isOneOf codes: Set<String>) {
        self.field = field
        condition = Condition(field: other, codes: codes)
    }

    /// Only where the yes-or-no field `other` says yes.
    package init(_ field: String, whenTrue other: String) { self.init(field, when: other, isOneOf: ["true"]) }

    package var fields: [String] { [field] + (condition.map { [$0.field] } ?? []) }

    package func refusal(of step: Step) -> Refusal.Problem? {
        if let condition {
            let present: Set<String> =
                switch step.after[condition.field] {
                case .code(let code): [code]
                case .codes(let codes): Set(codes)
                case .boolean(let answer): ["\(answer)"]
                default: []
                }
            guard !present.isDisjoint(with: condition.codes) else { return nil }
        }
        return step.after[field] == nil
            ? step.problem(.missingField, field: field, "must be filled for “\(step.command.transition)”.") : nil
    }
}
