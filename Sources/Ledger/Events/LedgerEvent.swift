import Mechanisms
import Vocabulary

/// Events about the ledger itself: they change no record (version 0) and carry no identity.
package enum LedgerEvent {
    /// The mechanism they are filed under; no mechanism of the book may have this name.
    package static let mechanism = "ledger"
    /// The register was made: always the first event.
    package static let initialise = "initialise"
    /// A record was read under a grant.
    package static let read = "read"
    /// The file of a document was given out.
    package static let download = "download"
    /// Somebody was looked for by an identity.
    package static let search = "search"
    /// Records were shown in a list.
    package static let list = "list"
    /// Records left the system.
    package static let export = "export"
    /// An import began.
    package static let beginImport = "begin-import"
    /// An import came to its end, was stopped, or failed.
    package static let endImport = "end-import"
    /// Somebody asked for what they may not have.
    package static let refuse = "refuse"
    /// All that is held on a person was put together for them.
    package static let subjectAccess = "subject-access"
    /// Somebody looked at who had looked.
    package static let review = "review"
    /// The ledger was checked from its first event to its last.
    package static let verify = "verify"
    /// A person's key was destroyed.
    package static let erase = "erase"
    /// The master key was changed.
    package static let rotate = "rotate"
    /// The ledger was put back from a backup: what was written after the backup is not in it.
    package static let restore = "restore"

    /// The field of an event that names the records it found or listed.
    static let found = "found"

    static func draft(
        _ kind: String, about record: RecordID, at moment: Timestamp, changes: [String: FieldValue] = [:],
        reason: String? = nil
    ) -> EventDraft {
        EventDraft(
            mechanism: mechanism, record: record, version: 0, kind: kind, state: "", changes: changes,
            effective: .day(moment.day), reason: reason)
    }
}
