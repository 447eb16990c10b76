import Mechanisms
import Registry

/// The state of a record as a badge: its words, and a calm colour with one of four meanings.
struct StateBadge: Sendable {
    let text: String
    let tone: String

    init(_ state: String, of mechanism: Mechanism, isLate: Bool = false, _ wording: Wording) {
        text = wording.state(mechanism, state)
        let isNew = mechanism.transitions.contains { $0.opensRecord && $0.to == state } && mechanism.states.count > 1
        tone = mechanism.closedStates.contains(state) ? "closed" : isLate ? "late" : isNew ? "new" : "running"
    }
}
