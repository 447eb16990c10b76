package import Access
package import Mechanisms
package import Vocabulary

extension Ledger {
    /// A record as the grant lets it be seen, after the reading itself was written down.
    ///
    /// Identities open where the grant's ceiling reaches that far; other fields above it are for the registry to
    /// withhold. The event names account, post, purpose, rule, relation, record, the fields shown and those opened.
    ///
    /// - Parameter position: The record as it was at that place of the ledger; nil for now.
    /// - Throws: ``LedgerFailure/noSuchRecord(record:)``, also where it was opened later;
    ///   ``LedgerFailure/grantForAnother(record:)``; ``LedgerFailure/closedFor(action:)`` where the ledger is not open for
    ///   writing, since a read that cannot be written down is not allowed.
    package func read(_ id: RecordID, under grant: Grant, asOf position: Int64? = nil) throws -> RecordState {
        try read(id, as: grant.action == .export ? LedgerEvent.export : LedgerEvent.read, under: grant, asOf: position)
    }

    /// The same, written down as an access of another kind.
    func read(_ id: RecordID, as kind: String, under grant: Grant, asOf position: Int64?) throws -> RecordState {
        let (events, opened) = try openedHistory(of: id, under: grant, asOf: position)
        guard let first = events.first else { throw LedgerFailure.noSuchRecord(record: id) }
        var state = RecordState(opening: first.draft)
        for event in events.dropFirst() { state.apply(event.draft) }
        try writeReading(
            id, of: state.mechanism, fields: state.fields.keys, opened, as: kind, under: grant, asOf: position)
        return state
    }

    /// A record's events with its identities opened as the grant lets them be seen, after the reading was written down.
    ///
    /// - Throws: As ``read(_:under:asOf:)``.
    package func history(of id: RecordID, under grant: Grant) throws -> [Event] {
        let (events, opened) = try openedHistory(of: id, under: grant, asOf: nil)
        guard let first = events.first else { throw LedgerFailure.noSuchRecord(record: id) }
        let fields = Set(events.flatMap { $0.draft.changes.keys })
        try writeReading(
            id, of: first.draft.mechanism, fields: fields, opened,
            as: grant.action == .export ? LedgerEvent.export : LedgerEvent.read, under: grant, asOf: nil)
        return events
    }

    /// A record for a line of a list, with no other identities opened than these; nil where there is none.
    ///
    /// NB: it writes nothing down: whoever shows the list does, once for all of it, by ``note(_:of:mechanism:filters:under:)``.
    package func peek(_ id: RecordID, opening fields: Set<String>, under grant: Grant) throws -> RecordState? {
        guard grant.record == id else { throw LedgerFailure.grantForAnother(record: id) }
        let mayOpen = grant.ceiling >= .identity && !fields.isEmpty
        let drafts = try history(of: id).map { event in
            guard mayOpen, let vault, let person = event.draft.person,
                !fields.isDisjoint(with: event.draft.identityFields)
            else { return event.draft }
            return try vault.open(event.draft, of: person, only: fields).draft
        }
        guard let first = drafts.first else { return nil }
        var state = RecordState(opening: first)
        for draft in drafts.dropFirst() { state.apply(draft) }
        return state
    }

    /// Who read, searched or erased a record, the first one first.
    ///
    /// - Parameter most: Only the newest of them: a record that stands at the top of a list has thousands.
    package func accesses(to id: RecordID, newest most: Int = .max) throws -> [Event] {
        try events.read { connection in
            let reader = EventReader()
            let parameters: [StoredValue] = [.text(id.description), .integer(Int64(most))]
            return try connection.all(Ledger.selectNewestAccesses, parameters) { try reader.event($0) }
        }
    }

    private func openedHistory(
        of id: RecordID, under grant: Grant, asOf position: Int64?
    ) throws -> (events: [Event], opened: Set<String>) {
        guard grant.action == .read || grant.action == .export else {
            throw LedgerFailure.otherGrant(given: grant.action, needed: .read)
        }
        guard grant.record == id else { throw LedgerFailure.grantForAnother(record: id) }
        guard isWritable, let vault else { throw LedgerFailure.closedFor(action: grant.action) }
        var opened: Set<String> = []
        let events = try history(of: id).filter { $0.sequence <= position ?? .max }.map { event in
            guard grant.ceiling >= .identity, let person = event.draft.person else { return event }
            let (draft, fields) = try vault.open(event.draft, of: person)
            opened.formUnion(fields)
            return Event(
                sequence: event.sequence, recordedAt: event.recordedAt, account: event.account,
                function: event.function, organisation: event.organisation, draft: draft)
        }
        return (events, opened)
    }

    private func writeReading(
        _ id: RecordID, of mechanism: String, fields: some Sequence<String>, _ opened: Set<String>, as kind: String,
        under grant: Grant, asOf position: Int64?
    ) throws {
        let rules = rules.rules(of: mechanism)
        let shown = fields.filter { rules.sensitivities[$0].map { $0 <= grant.ceiling } ?? true }
        var changes: [String: FieldValue] = [
            "fields": .codes(shown.sorted()), "opened": .codes(opened.sorted()),
            "relation": .code(grant.relation.rawValue),
        ]
        if let position { changes["as-of"] = .integer(Int(position)) }
        try appendOwn([LedgerEvent.draft(kind, about: id, at: clock(), changes: changes)], under: grant)
    }

    static let selectAccesses = """
        SELECT \(EventTable.columns) FROM event
        WHERE sequence IN (SELECT sequence FROM access WHERE record = :record) ORDER BY sequence
        """
    static let selectNewestAccesses = """
        SELECT \(EventTable.columns) FROM event
        WHERE sequence IN (SELECT sequence FROM access WHERE record = :record ORDER BY sequence DESC LIMIT :most)
        ORDER BY sequence
        """
}

extension Vault {
    /// The draft with its identities opened, and which fields those are; sealed ones stay where the person was erased.
    ///
    /// - Parameter fields: Only these; nil for all.
    func open(
        _ draft: EventDraft, of person: RecordID, only fields: Set<String>? = nil
    ) throws -> (draft: EventDraft, opened: Set<String>) {
        guard let key = try key(of: person) else { return (draft, []) }
        var changes = draft.changes
        var opened: Set<String> = []
        for (field, value) in draft.changes where fields?.contains(field) ?? true {
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
