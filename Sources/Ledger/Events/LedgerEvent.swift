import Mechanisms
import Vocabulary

/// Events about the ledger itself: they change no record (version 0) and carry no identity.
package enum LedgerEvent {
    /// The mechanism they are filed under; no mechanism of the book may have this name.
    package static let mechanism = "ledger"
    package static let initialise = "initialise"
    package static let read = "read"
    package static let search = "search"
    package static let erase = "erase"
    package static let rotate = "rotate"
    package static let restore = "restore"

    static func draft(
        _ kind: String, about record: RecordID, at moment: Timestamp, changes: [String: FieldValue] = [:],
        reason: String? = nil
    ) -> EventDraft {
        EventDraft(
            mechanism: mechanism, record: record, version: 0, kind: kind, state: "", changes: changes,
            effective: .day(moment.day), reason: reason)
    }
}
