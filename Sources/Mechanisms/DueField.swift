/// A period field by whose last day somebody must have acted, and when that matters.
///
/// What matters no longer is silent: a recovery period says nothing more once the status was decided.
package struct DueField: Sendable, Hashable, ExpressibleByStringLiteral {
    package let name: String
    /// States in which it matters; nil for all in which the record is not closed.
    package let whileIn: Set<String>?
    /// Whether it is silent once the day has passed, since then nobody can do anything any more: the last day to appeal.
    package let lapses: Bool

    package init(_ name: String, whileIn: Set<String>? = nil, lapses: Bool = false) {
        self.name = name
        self.whileIn = whileIn
        self.lapses = lapses
    }

    package init(stringLiteral name: String) { self.init(name) }
}

extension Mechanism {
    /// Names of the fields that are ever due, in their order.
    package var dueFields: [String] { dues.map(\.name) }

    /// What is due of a record in `state`; nothing where work on it has ended.
    package func dues(in state: String) -> [DueField] {
        if closedStates.contains(state) { return [] }
        return dues.filter { $0.whileIn?.contains(state) ?? true }
    }
}
