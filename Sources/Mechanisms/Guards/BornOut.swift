import Vocabulary

/// What a step claims is borne out by records that somebody accepted, and that are about the same thing.
///
/// Every linked record must be in the state, and name the record that is stepped (or the one that it names); where kinds
/// are asked for, each must be of one of them.
package struct BornOut: Guard {
    package static let key = "born-out"

    /// The link field to the evidence.
    package let evidence: String
    /// The state of evidence that counts.
    package let state: String
    /// The link field of the evidence that names what it is about.
    package let about: String
    /// The link field of this record that names what the evidence must be about; nil for the record itself.
    package let of: String?
    /// The code field of the evidence, and the codes field of this record that says which of its codes count.
    package let kinds: Kinds?

    package struct Kinds: Sendable, Hashable {
        package let theirs: String
        package let ours: String
    }

    package init(_ evidence: String, in state: String, about: String, of: String? = nil) {
        (self.evidence, self.state, self.about, self.of, kinds) = (evidence, state, about, of, nil)
    }

    package init(
        _ evidence: String, in state: String, about: String, ofKind theirs: String, among ours: String
    ) {
        (self.evidence, self.state, self.about, of) = (evidence, state, about, nil)
        kinds = Kinds(theirs: theirs, ours: ours)
    }

    package var fields: [String] { [evidence, of, kinds?.ours].compactMap(\.self) }

    package func refusal(of step: Step) throws -> Refusal.Problem? {
        let subject = of.map { step.after[$0]?.linked.first } ?? step.command.record
        for record in step.after[evidence]?.linked ?? [] {
            // One that is not there is a broken link and refused as such.
            guard let found = try step.register.state(of: record) else { continue }
            guard found.state == state else { return problem(step, "was not accepted.") }
            guard let subject, found.fields[about]?.linked.contains(subject) == true else {
                return problem(step, "is about something else.")
            }
            guard isOfKind(found, step) else { return problem(step, "is not of the kind that is asked for.") }
        }
        return nil
    }

    private func isOfKind(_ found: RecordState, _ step: Step) -> Bool {
        guard let kinds else { return true }
        guard case .code(let kind)? = found.fields[kinds.theirs], case .codes(let asked)? = step.after[kinds.ours]
        else {
            return false
        }
        return asked.contains(kind)
    }

    private func problem(_ step: Step, _ detail: String) -> Refusal.Problem {
        step.problem(.notBornOut, field: evidence, detail)
    }
}
