import Mechanisms
import Vocabulary

/// Who wrote an event, and when.
struct EventAuthor: Sendable {
    let account: String
    /// The id of the organisation's record, as the event says it.
    let organisation: String?
    let recordedAt: Timestamp
}

/// A record as its events leave it, with what lists and standings rest on: all rows about it follow from this alone.
struct FoldedRecord {
    let id: RecordID
    /// Sequence of the opening event: the order in which records were entered.
    let number: Int64
    let mechanism: String
    /// Of the opening event.
    let author: EventAuthor
    private(set) var state: String
    private(set) var version: Int
    /// Sequence of the last event.
    private(set) var last: Int64
    private(set) var fields: [String: FieldValue]
    /// When what the last event says holds in the world.
    private(set) var effective: Period

    init(opening draft: EventDraft, at sequence: Int64, by author: EventAuthor) {
        id = draft.record
        number = sequence
        mechanism = draft.mechanism
        self.author = author
        state = draft.state
        version = draft.version
        last = sequence
        fields = draft.changes
        effective = draft.effective
    }

    mutating func apply(_ draft: EventDraft, at sequence: Int64) {
        state = draft.state
        version = draft.version
        last = sequence
        effective = draft.effective
        fields.merge(draft.changes) { _, new in new }
    }

    /// From the stored events of a record, the first one first; nil where there are none.
    init?(_ events: [Event]) {
        guard let first = events.first else { return nil }
        let author = EventAuthor(
            account: first.account, organisation: first.organisation, recordedAt: first.recordedAt)
        self.init(opening: first.draft, at: first.sequence, by: author)
        for event in events.dropFirst() { apply(event.draft, at: event.sequence) }
    }

    /// The records that a link field names now.
    func linked(by field: String) -> [RecordID] { fields[field]?.linked ?? [] }
}
