package import Vocabulary

/// What the interpreter decided should be written: an event without its place in the ledger.
package struct EventDraft: Sendable {
    package let mechanism: String
    package let record: RecordID
    /// The version of the record after this event; the first is 1.
    package let version: Int
    /// The transition that was taken: `opened`, `identify`, …
    package let kind: String
    /// The state after it.
    package let state: String
    package let changes: [String: FieldValue]
    /// Names of the fields in `changes` that are sealed when written.
    package let identityFields: Set<String>
    /// The person under whose key they are sealed.
    package let person: RecordID?
    package let effective: Period
    package let reason: String?
    package let origin: Origin?

    package init(
        mechanism: String, record: RecordID, version: Int, kind: String, state: String,
        changes: [String: FieldValue], identityFields: Set<String> = [], person: RecordID? = nil,
        effective: Period, reason: String? = nil, origin: Origin? = nil
    ) {
        self.mechanism = mechanism
        self.record = record
        self.version = version
        self.kind = kind
        self.state = state
        self.changes = changes
        self.identityFields = identityFields
        self.person = person
        self.effective = effective
        self.reason = reason
        self.origin = origin
    }
}

/// An event as the ledger tells it: what those who fold events (records, facts) read.
package struct Event: Sendable {
    /// Its place in the ledger, from 1 without gaps.
    package let sequence: Int64
    package let recordedAt: Timestamp
    /// Names as written on the event.
    package let account: String
    package let function: String
    package let organisation: String?
    /// What happened; identities stay `.sealed` unless the reader's grant opened them.
    package let draft: EventDraft

    package init(
        sequence: Int64, recordedAt: Timestamp, account: String, function: String, organisation: String?,
        draft: EventDraft
    ) {
        self.sequence = sequence
        self.recordedAt = recordedAt
        self.account = account
        self.function = function
        self.organisation = organisation
        self.draft = draft
    }
}
