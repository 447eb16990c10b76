import Access
package import Crypto
package import Vocabulary

/// What else than identities is sealed under the register's keys, each under a key of its own.
package enum DerivedKeyUse: String, Sendable, CaseIterable {
    /// Credentials of those who work here: see the room Accounts.
    case accounts
    /// Signatures and opaque names of the notices that are sent to other systems.
    case webhooks
    /// Files that belong to no person.
    case attachments
    /// Drafts and saved views of those who work here, which lie beside the ledger.
    case drafts
    /// Opaque names of reminders, and of what stands in calendars.
    case reminders
}

extension Ledger {
    /// A key for one use, 256 bits; always the same for a register, also after its master key was changed.
    ///
    /// HKDF-SHA-256 (RFC 5869) over the register's own secret in the vault, with the use as its context: who has one
    /// such key learns neither the secret nor another key.
    ///
    /// - Throws: ``LedgerFailure/closedFor(action:)`` where the ledger was opened without its keys.
    package func derivedKey(for use: DerivedKeyUse) throws -> SymmetricKey {
        guard let vault else { throw LedgerFailure.closedFor(action: .read) }
        return HKDF<SHA256>.deriveKey(
            inputKeyMaterial: vault.keys.origin, salt: Array("rapporteur-derived-key-1".utf8),
            info: Array(use.rawValue.utf8), outputByteCount: 32)
    }

    /// A key for one use that is bound to persons: with the key of any one of them it is gone for ever, from copies too.
    ///
    /// - Parameters:
    ///   - persons: At least one; whether they are in the register already makes no difference.
    ///   - makesMissing: Whether persons who have no key yet get one, as when something is sealed.
    /// - Returns: Nil where one of them was erased, or has no key and gets none.
    package func derivedKey(
        for use: DerivedKeyUse, boundTo persons: Set<RecordID>, makesMissing: Bool
    ) throws -> SymmetricKey? {
        guard let vault else { throw LedgerFailure.closedFor(action: .read) }
        var material = vault.keys.origin.withUnsafeBytes { Array($0) }
        for person in persons.sorted() {
            guard let key = try vault.key(of: person) ?? (makesMissing ? newKey(of: person, in: vault) : nil) else {
                return nil
            }
            key.withUnsafeBytes { material.append(contentsOf: $0) }
        }
        return HKDF<SHA256>.deriveKey(
            inputKeyMaterial: SymmetricKey(data: material), salt: Array("rapporteur-derived-key-1".utf8),
            info: Array("\(use.rawValue) of persons".utf8), outputByteCount: 32)
    }

    private func newKey(of person: RecordID, in vault: Vault) throws -> SymmetricKey? {
        guard isWritable else { throw LedgerFailure.closedFor(action: .write) }
        guard let made = try vault.keysForSealing([person])[person] else { return nil }
        if let unsaved = made.unsaved {
            do { try vault.save([(person, unsaved)]) } catch StoreFailure.duplicate {
                // Somebody else made it at the same moment: theirs holds.
                return try vault.key(of: person)
            }
        }
        return made.key
    }
}
