import Vocabulary

/// What needs a consent that the register cannot hold is not done: nobody can show that it was given.
package struct ConsentWanting: Guard {
    package static let key = "consent-wanting"

    /// The code field that says what it is about.
    package let field: String
    /// Codes of what would need the consent.
    package let codes: Set<String>

    package init(_ field: String, for codes: Set<String>) { (self.field, self.codes) = (field, codes) }

    package var fields: [String] { [field] }

    package func refusal(of step: Step) -> Refusal.Problem? {
        guard case .code(let code)? = step.after[field], codes.contains(code) else { return nil }
        return step.problem(
            .consentElsewhere, field: field,
            "needs the consent of the person to “\(step.command.transition)”, and the register can hold none for that; "
                + "leave out what is of a person, and mark it so.")
    }
}
