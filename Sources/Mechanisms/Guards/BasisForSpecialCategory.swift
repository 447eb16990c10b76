/// Data of a special category (ethnic origin, orientation, health) stand only beside a recorded legal basis.
package struct BasisForSpecialCategory: Guard {
    package static let key = "basis-for-special-category"

    package let field: String
    package let basis: String

    package init(_ field: String, basis: String) {
        self.field = field
        self.basis = basis
    }

    package var fields: [String] { [field, basis] }

    package func refusal(of step: Step) -> Refusal.Problem? {
        step.after[field] != nil && step.after[basis] == nil
            ? step.problem(.missingField, field: basis, "must say the legal basis on which “\(field)” is recorded.")
            : nil
    }
}
