/// A period field by whose last day somebody must have acted, and when that matters.
///
/// What matters no longer is silent: a recovery period says nothing more once the status was decided.
package struct DueField: Sendable, Hashable, ExpressibleByStringLiteral {
    package let name: String
    /// States in which it matters; nil for all in which the record is not closed.
    package let whileIn: Set<String>?
    /// Whether it is silent once the day has passed, since then nobody can do anything any more: the last day to appeal.
    package let lapses: Bool
    /// What says that it is met, for as long as it lets through; nil where only a step of the record says so.
    ///
    /// What it looks at may lie in other records, so that nobody has to say that it is met, or is no more.
    package let met: (any Guard)?

    package init(
        _ name: String, whileIn: Set<String>? = nil, lapses: Bool = false, metBy met: (any Guard)? = nil
    ) {
        self.name = name
        self.whileIn = whileIn
        self.lapses = lapses
        self.met = met
    }

    package static func == (first: DueField, second: DueField) -> Bool {
        (first.name, first.whileIn, first.lapses) == (second.name, second.whileIn, second.lapses)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(name) }

    package init(stringLiteral name: String) { self.init(name) }
}

extension Mechanism {
    /// Names of the fields that are ever due, in their order.
    package var dueFields: [String] { dues.map(\.name) }

    /// Whether a due date of a record is met by what stands in other records.
    ///
    /// - Throws: What the register refuses.
    package func isMet(_ field: String, of state: RecordState, in register: any Register) throws -> Bool {
        guard let met = dues.first(where: { $0.name == field })?.met else { return false }
        let looking = Command(
            mechanism: name, record: state.record, transition: "", expectedVersion: state.version, changes: [:],
            effective: state.effective)
        return try met.refusal(
            of: Step(mechanism: self, before: state, command: looking, after: state.fields, register: register)) == nil
    }

    /// What is due of a record in `state`; nothing where work on it has ended.
    package func dues(in state: String) -> [DueField] {
        if closedStates.contains(state) { return [] }
        return dues.filter { $0.whileIn?.contains(state) ?? true }
    }
}
