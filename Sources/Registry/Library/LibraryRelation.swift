import Mechanisms
package import Vocabulary

/// How one paper stands to another.
package struct LibraryRelation: Sendable, Hashable {
    package let record: RecordID
    package let from: RecordID
    /// A code of the list `document-relations`.
    package let kind: String
    /// Nil where it is evidence for an action.
    package let to: RecordID?
    package let action: RecordID?
    /// How often the text names it; 1 where nobody counted.
    package let mentions: Int

    init?(_ state: RecordState) {
        guard state.state == "stated", let from = state.link("from"), let kind = state.code("kind") else { return nil }
        (record, self.from, self.kind) = (state.record, from, kind)
        (to, action) = (state.link("to"), state.link("action"))
        mentions = max(state.number("mentions"), 1)
    }
}
