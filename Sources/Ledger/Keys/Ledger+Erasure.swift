package import Access
import Mechanisms
package import Vocabulary

extension Ledger {
    /// Erases a person: their key is destroyed, so that no copy of the ledger can ever be read about who they are.
    ///
    /// The events stay and the chain verifies; the identities in them no longer open, and no search finds them. The
    /// erasure is itself an event. Done again for the same person, it only makes sure that nothing is left.
    ///
    /// - Parameter reason: Written on the event in clear: no names.
    /// - Throws: ``LedgerFailure/otherGrant(given:needed:)``, ``LedgerFailure/noSuchRecord(record:)``,
    ///   ``LedgerFailure/onHold(person:holds:)``, ``LedgerFailure/remainsFound(person:)``; ``StoreFailure/busy(file:)`` where a long read kept the old pages:
    ///   erase again.
    package func erase(_ person: RecordID, reason: String?, under grant: Grant) throws {
        try Ledger.require(.erase, grant)
        guard isWritable, let vault else { throw LedgerFailure.closedFor(action: .erase) }
        guard try record(person) != nil else { throw LedgerFailure.noSuchRecord(record: person) }
        try writeErasure(of: person, reason: reason, under: grant)
        try events.write { try $0.execute(AttachmentTable.deleteOfPerson, [.text(person.description)]) }
        try vault.destroyKey(of: person, at: clock())
        try events.settle()
        try checkpoint()
    }

    /// A hold that somebody lays on the person meanwhile stops it as one that was there before.
    private func writeErasure(of person: RecordID, reason: String?, under grant: Grant) throws {
        var outcome = GroupOutcome.overtaken
        while outcome == .overtaken {
            var grounds = Grounds(from: try position().sequence)
            let versions = try events.read { try Ledger.versions(pointingTo: person, by: nil, $0) }
            grounds.found = [.pointing(to: person, by: nil, versions)]
            let holds = try holds(on: person)
            guard holds == 0 else { throw LedgerFailure.onHold(person: person, holds: holds) }
            if try erased().contains(person) { return }
            let draft = LedgerEvent.draft(LedgerEvent.erase, about: person, at: clock(), reason: reason)
            outcome = try appendOwn([draft], under: grant, restingOn: grounds)
        }
    }

    /// How many legal holds on a person are in force.
    package func holds(on person: RecordID) throws -> Int {
        try events.read { connection in
            guard let number = try RecordLookup.head(of: person, connection)?.number,
                let mechanism = try WordBook.number(of: Ledger.legalHold.mechanism, connection),
                let state = try WordBook.number(of: Ledger.legalHold.state, connection)
            else { return 0 }
            let holds = try connection.first(
                Ledger.selectHolds, [.integer(number), .integer(mechanism), .integer(state)]
            ) { $0.integer(0) }
            return Int(holds ?? 0)
        }
    }

    /// The mechanism and state that stop an erasure; it is declared in the book as any other.
    package static let legalHold = (mechanism: "legal-hold", state: "held")

    static let selectHolds = """
        SELECT count(*) FROM link CROSS JOIN record
        WHERE link.target = :target AND link.mechanism = :mechanism AND record.number = link.source
            AND record.state = :state
        """

    /// Who was erased by an event.
    package func erased() throws -> [RecordID] {
        try events.read { connection in
            try connection.all(Ledger.selectErased) { RecordID(stored: $0.bytes(0)) }.compactMap(\.self)
        }
    }

    /// Destroys the keys of all who were erased by an event and still have one: after a crash in the middle of an
    /// erasure, or after an older key vault was put back.
    func finishErasures() throws {
        guard let vault else { return }
        for person in try erased() where try vault.key(of: person) != nil {
            try vault.destroyKey(of: person, at: clock())
        }
    }

    static let selectErased = "SELECT person FROM erasure ORDER BY person"
}

extension Vault {
    /// Deletes a person's key and makes sure that its bytes are in none of the vault's files.
    func destroyKey(of person: RecordID, at moment: Timestamp) throws {
        let id = StoredValue.text(person.description)
        let wrapped = try store.read { try $0.first(KeyTable.selectPersonKey, [id]) { $0.byteArray(0) } }
        try store.write { connection in
            try connection.execute(KeyTable.deletePersonKey, [id])
            try connection.execute(KeyTable.insertDestroyed, [id, .text(moment.description)])
        }
        try store.settle()
        guard let wrapped else { return try clean() }
        // Pages that were split may keep copies of a row in the space they no longer use.
        let halves = [Array(wrapped.prefix(wrapped.count / 2)), Array(wrapped.suffix(wrapped.count / 2))]
        guard try store.holds(anyOf: halves) else { return }
        try clean()
        if try store.holds(anyOf: halves) { throw LedgerFailure.remainsFound(person: person) }
    }

    private func clean() throws {
        try store.compact()
        try store.settle()
    }
}
