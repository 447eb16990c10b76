package import Vocabulary

/// A record as its events make it: folded, never stored on its own.
package struct RecordState: Sendable {
    package let mechanism: String
    package let record: RecordID
    package private(set) var version: Int
    package private(set) var state: String
    package private(set) var fields: [String: FieldValue]
    /// When the present state began to hold.
    package private(set) var effective: Period

    /// The record after its first event.
    package init(opening event: EventDraft) {
        mechanism = event.mechanism
        record = event.record
        version = event.version
        state = event.state
        fields = event.changes
        effective = event.effective
    }

    /// The same without these fields: as somebody may read it who may not read those.
    package func without(_ hidden: Set<String>) -> RecordState {
        var shown = self
        if !hidden.isEmpty { shown.fields = fields.filter { !hidden.contains($0.key) } }
        return shown
    }

    /// The record after one more event; events come in the order of their versions.
    package mutating func apply(_ event: EventDraft) {
        version = event.version
        state = event.state
        effective = event.effective
        fields.merge(event.changes) { _, new in new }
    }
}
