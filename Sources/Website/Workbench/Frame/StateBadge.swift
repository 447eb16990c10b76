import Mechanisms
import Vocabulary

/// The state of a record as a badge: its words, and a calm colour with one of five meanings.
struct StateBadge: Sendable {
    let text: String
    let tone: String

    /// A file's state says how safe it is, not how far work on it has come.
    private static let files = [
        "quarantined": "caution", "clean": "running", "released": "caution", "infected": "late",
    ]

    init(_ state: String, of mechanism: Mechanism, isLate: Bool = false, _ wording: Wording) {
        text = wording.state(mechanism, state)
        let isNew = mechanism.transitions.contains { $0.opensRecord && $0.to == state } && mechanism.states.count > 1
        let ofFile = mechanism.name == "document" ? StateBadge.files[state] : nil
        tone =
            ofFile ?? (mechanism.closedStates.contains(state) ? "closed" : isLate ? "late" : isNew ? "new" : "running")
    }
}
