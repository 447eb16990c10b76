import Vocabulary

/// A key is one, and no other record of the same whole has it: by it a question is known again in later rounds, and an
/// issue of a manual is told from the others.
package struct KeyAlone: Guard {
    package static let key = "key-alone"

    /// The text field with the key.
    package let field: String
    /// The link field to the whole.
    package let whole: String
    /// Whether it may be written in whatever way, as numbers of documents are: `12042/06`.
    package let isFree: Bool

    package init(_ field: String, in whole: String, isFree: Bool = false) {
        (self.field, self.whole, self.isFree) = (field, whole, isFree)
    }

    package var fields: [String] { [field, whole] }

    package func refusal(of step: Step) throws -> Refusal.Problem? {
        guard case .text(let key)? = step.after[field], let record = step.after[whole]?.linked.first else { return nil }
        guard isFree || Question.isKey(key) else {
            return step.problem(.keyTaken, field: field, "write small letters, digits and hyphens, at most 60.")
        }
        let others = try step.register.records(of: step.mechanism.name, naming: record, in: whole)
        let isTaken = others.contains { other in
            other.record != step.command.record && other.fields[field] == .text(key)
                && !step.mechanism.closedStates.contains(other.state)
        }
        return isTaken ? step.problem(.keyTaken, field: field, "another one has it already; choose another.") : nil
    }
}
