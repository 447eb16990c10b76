import Vocabulary

/// A code is not one of several others: no state reviews itself.
package struct NotAmong: Guard {
    package static let key = "not-among"

    package let field: String
    package let codes: String

    package init(_ field: String, codes: String) { (self.field, self.codes) = (field, codes) }

    package var fields: [String] { [field, codes] }

    package func refusal(of step: Step) -> Refusal.Problem? {
        guard case .code(let code)? = step.after[field], case .codes(let others)? = step.after[codes],
            others.contains(code)
        else { return nil }
        return step.problem(.amongOthers, field: codes, "names what “\(field)” names; nobody reviews themselves.")
    }
}
