/// Where else a step leads, by what different persons said when they took it.
///
/// A step with turns is one that several persons take apart from one another, each saying a code in the same field. The
/// register adds up what they said: nobody has to know it to take the step.
package struct Turn: Sendable, Hashable {
    /// The state that it leads to.
    package let to: String
    /// So many different persons must have taken the step, the present one included.
    package let persons: Int
    /// The code field in which they say it, and what they must all have said; nil where it does not matter.
    package let saying: Saying?
    /// Only where another field holds this code; nil where it does not matter.
    package let only: Saying?

    /// A code in a field.
    package struct Saying: Sendable, Hashable {
        package let field: String
        package let code: String

        package init(_ field: String, is code: String) { (self.field, self.code) = (field, code) }
    }

    package init(to state: String, after persons: Int, saying: Saying? = nil, only: Saying? = nil) {
        to = state
        (self.persons, self.saying, self.only) = (persons, saying, only)
    }

    /// Fields that it speaks of.
    package var fields: [String] { [saying?.field, only?.field].compactMap(\.self) }

    /// - Parameter taken: The step each time that it was taken, now included.
    func isMet(by taken: [StepTaken], after: [String: FieldValue]) -> Bool {
        if let only, after[only.field] != .code(only.code) { return false }
        let agreeing = taken.filter { step in saying.map { step.changes[$0.field] == .code($0.code) } ?? true }
        return Set(agreeing.map(\.account)).count >= persons
    }
}
