import Access
import Ledger
import Mechanisms
package import Vocabulary

/// One thing that happened to a record: somebody changed it, or looked at it.
package struct TimelineEntry: Sendable, Hashable {
    package let sequence: Int64
    package let recordedAt: Timestamp
    package let function: String
    /// Name of the organisation where it is known.
    package let organisation: String?
    /// Shown only to those who review accesses.
    package let account: String?
    package let what: What

    package enum What: Sendable, Hashable {
        /// A transition; contents of fields above the reader's ceiling are withheld.
        case changed(transition: String, state: String, version: Int, fields: [RecordView.FieldView], reason: String?)
        /// One of the ledger's own events: `read`, `search`, `refuse`, …
        case accessed(kind: String)
    }
}

extension Registry {
    /// Every change of a record and every reading of it, the first one first. Asking is a reading and is written down.
    ///
    /// - Parameter most: Of the readings only the newest.
    /// - Throws: ``RegistryRefusal/notFound`` as ``read(_:_:asOf:)``.
    package func timeline(
        of record: RecordID, _ asking: Asking, readings most: Int = .max
    ) throws -> [TimelineEntry] {
        let (grant, standpoint) = try leave(asking, .read, on: record)
        let mayReview = (try? policy.decide(asking.actor, .review, for: asking.purpose).get()) != nil
        let blind = try blindness(of: asking, to: standpoint)
        let changes = try openedHistory(of: record, under: grant).map { event in
            let isHidden = blind?.step == event.draft.kind
            return entry(
                event, mayReview: mayReview && !isHidden,
                what: change(event.draft, of: standpoint.mechanism, under: grant, apart: blind))
        }
        let accesses = try ledger.accesses(to: record, newest: most).map { event in
            entry(event, mayReview: mayReview, what: .accessed(kind: event.draft.kind))
        }
        return (changes + accesses).sorted { $0.sequence < $1.sequence }
    }

    private func entry(_ event: Event, mayReview: Bool, what: TimelineEntry.What) -> TimelineEntry {
        let organisation = event.organisation.flatMap { RecordID($0) }.flatMap { directory.organisations[$0]?.name }
        return TimelineEntry(
            sequence: event.sequence, recordedAt: event.recordedAt, function: event.function,
            organisation: organisation, account: mayReview ? event.account : nil, what: what)
    }

    /// - Parameter blind: What others say apart from the one who asks.
    private func change(
        _ draft: EventDraft, of mechanism: Mechanism, under grant: Grant, apart blind: Blind?
    ) -> TimelineEntry.What {
        let fields = mechanism.fields.compactMap { field -> RecordView.FieldView? in
            guard let value = draft.changes[field.name] else { return nil }
            let content: RecordView.Content =
                if field.sensitivity > grant.ceiling || blind?.fields.contains(field.name) == true {
                    .withheld
                } else if case .sealed = value {
                    .erased
                } else {
                    .shown(value)
                }
            return RecordView.FieldView(name: field.name, sensitivity: field.sensitivity, content: content)
        }
        // A reason is free text: it may say what a field above the ceiling says.
        let reason = grant.ceiling >= .confidential && blind?.step != draft.kind ? draft.reason : nil
        return .changed(
            transition: draft.kind, state: draft.state, version: draft.version, fields: fields, reason: reason)
    }
}
