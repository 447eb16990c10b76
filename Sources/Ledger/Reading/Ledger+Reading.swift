package import Access
package import Mechanisms
package import Vocabulary

extension Ledger {
    /// A record as the grant lets it be seen, after the reading itself was written down.
    ///
    /// Identities open where the grant's ceiling reaches that far; which other fields a reader may see is for the book
    /// to say. The event names account, post, purpose, record, the fields shown and those opened.
    ///
    /// - Throws: ``LedgerFailure/noSuchRecord(record:)``; ``LedgerFailure/closedFor(action:)`` where the ledger is not
    ///   open for writing, since a read that cannot be written down is not allowed.
    package func read(_ id: RecordID, under grant: Grant) throws -> RecordState {
        try Ledger.require(.read, grant)
        guard isWritable, let vault else { throw LedgerFailure.closedFor(action: .read) }
        var opened: Set<String> = []
        let history = try history(of: id).map { event in
            guard grant.ceiling >= .identity, let person = event.draft.person else { return event.draft }
            let (draft, fields) = try vault.open(event.draft, of: person)
            opened.formUnion(fields)
            return draft
        }
        guard let first = history.first else { throw LedgerFailure.noSuchRecord(record: id) }
        var state = RecordState(opening: first)
        for draft in history.dropFirst() { state.apply(draft) }
        let changes: [String: FieldValue] = [
            "fields": .codes(state.fields.keys.sorted()), "opened": .codes(opened.sorted()),
        ]
        try appendOwn([LedgerEvent.draft(LedgerEvent.read, about: id, at: clock(), changes: changes)], under: grant)
        return state
    }

    /// Who read, searched or erased a record, the first one first.
    package func accesses(to id: RecordID) throws -> [Event] {
        try events.read { connection in
            let reader = EventReader()
            return try connection.all(Ledger.selectAccesses, [.text(id.description)]) { try reader.event($0) }
        }
    }

    static let selectAccesses = """
        SELECT \(EventTable.columns) FROM event
        WHERE sequence IN (SELECT sequence FROM access WHERE record = :record) ORDER BY sequence
        """
}

extension Vault {
    /// The draft with its identities opened, and which fields those are; sealed ones stay where the person was erased.
    func open(_ draft: EventDraft, of person: RecordID) throws -> (draft: EventDraft, opened: Set<String>) {
        guard let key = try key(of: person) else { return (draft, []) }
        var changes = draft.changes
        var opened: Set<String> = []
        for (field, value) in draft.changes {
            guard case .sealed(let sealed) = value else { continue }
            guard
                let plain = IdentitySeal.open(
                    sealed, field: field, of: draft.record, version: draft.version, under: key)
            else { throw LedgerFailure.damagedSeal(record: draft.record, field: field) }
            changes[field] = plain
            opened.insert(field)
        }
        let draft = EventDraft(
            mechanism: draft.mechanism, record: draft.record, version: draft.version, kind: draft.kind,
            state: draft.state, changes: changes, identityFields: draft.identityFields, person: draft.person,
            effective: draft.effective, reason: draft.reason, origin: draft.origin)
        return (draft, opened)
    }
}
