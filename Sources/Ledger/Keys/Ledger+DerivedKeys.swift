import Access
package import Crypto

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
}
