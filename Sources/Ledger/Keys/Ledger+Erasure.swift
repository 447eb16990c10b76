package import Access
package import Mechanisms
import Vocabulary

extension Ledger {
    /// Erases a person: their key is destroyed, so that no copy of the ledger can ever be read about who they are.
    ///
    /// The events stay and the chain verifies; the identities in them no longer open, and no search finds them. The
    /// erasure is itself an event. Done again for the same person, it only makes sure that nothing is left.
    ///
    /// - Throws: ``LedgerFailure/otherGrant(given:needed:)``, ``LedgerFailure/noSuchRecord(record:)``,
    ///   ``LedgerFailure/remainsFound(person:)``.
    package func erase(_ person: RecordID, reason: String?, under grant: Grant) throws {
        try Ledger.require(.erase, grant)
        guard isWritable, let vault else { throw LedgerFailure.closedFor(action: .erase) }
        guard try record(person) != nil else { throw LedgerFailure.noSuchRecord(record: person) }
        let draft = LedgerEvent.draft(LedgerEvent.erase, about: person, at: clock(), reason: reason)
        try appendOwn([draft], under: grant)
        try vault.destroyKey(of: person, at: clock())
        try events.settle()
    }

    /// Destroys the keys of all who were erased by an event and still have one: after a crash in the middle of an
    /// erasure, or after an older key vault was put back.
    func finishErasures() throws {
        guard let vault else { return }
        let erased = try events.read { connection in
            try connection.all(Ledger.selectErased) { RecordID(stored: $0.bytes(0)) }.compactMap(\.self)
        }
        let done = try vault.destroyed()
        for person in erased where !done.contains(person) { try vault.destroyKey(of: person, at: clock()) }
    }

    static let selectErased = "SELECT person FROM erasure ORDER BY person"
}

extension Vault {
    /// Deletes a person's key and makes sure that its bytes are in none of the vault's files.
    func destroyKey(of person: RecordID, at moment: Timestamp) throws {
        let id = StoredValue.text(person.description)
        try store.write { connection in
            try connection.execute(KeyTable.deletePersonKey, [id])
            try connection.execute(KeyTable.insertDestroyed, [id, .text(moment.description)])
        }
        try store.settle()
    }
}
