package import Crypto
package import Ledger
import Vocabulary

/// Who may come in: accounts, passwords, second factors, sessions, tokens and links, in a database of their own.
///
/// Goals, in order: (1) a stolen database file gives nothing; (2) nobody learns from the door who has an account;
/// (3) whatever happens is in the ledger before it is acknowledged; (4) a person who is refused knows what to do.
/// It knows no HTTP and no clock: every call is told the time. It keeps nothing in memory but its keys and may be used
/// from any thread; each call blocks, and those that prove a password take about half a second and 128 MiB.
/// All failures are ``AccountRefusal``, or those of the store and the ledger.
package final class Accounts: Sendable {
    let store: any Store
    let keys: AccountKeys
    let journal: any AccountJournal
    let settings: AccountSettings
    let passwords: PasswordKeeping

    /// Opens accounts on a store that was made with ``Ledger/Schema/accounts``.
    ///
    /// - Parameters:
    ///   - key: ``Ledger/Ledger/derivedKey(for:)`` of the same register.
    ///   - guessedWords: What no password may consist of; see ``GuessedWords``.
    ///   - derivation: Another than scrypt only for tests that count its calls.
    /// - Throws: ``AccountRefusal/accountsOfAnotherRegister`` where they were written under another key.
    package init(
        store: any Store, key: SymmetricKey, journal: any AccountJournal, guessedWords: GuessedWords,
        settings: AccountSettings = AccountSettings(), derivation: any PasswordDerivation = Scrypt()
    ) throws {
        self.store = store
        self.journal = journal
        self.settings = settings
        keys = AccountKeys(key)
        passwords = PasswordKeeping(
            derivation: derivation, cost: settings.passwordCost, lengths: settings.passwordLengths,
            guessedWords: guessedWords)
        try checkBelonging()
    }

    /// Lets go of the database.
    package func close() throws { try store.close() }

    /// A consistent copy while they are in use; as little use to a thief as the file itself.
    ///
    /// - Parameter path: A file that does not exist yet.
    package func copy(to path: String) throws { try store.copy(to: path) { _ in } }

    /// The first opening writes a sealed word; every later one must be able to open it.
    private func checkBelonging() throws {
        let use = "accounts belong to this key"
        if let sealed = try store.read({ try $0.first(BelongingTable.select) { $0.byteArray(0) } }) {
            guard keys.open(sealed, for: use) != nil else { throw AccountRefusal.accountsOfAnotherRegister }
        } else {
            let sealed = try keys.seal([1], for: use)
            try store.write { connection in
                _ = try connection.execute(BelongingTable.insert, [.bytes(sealed)])
            }
        }
    }

    /// Runs `body` in one transaction. What it notes is in the ledger before anything is committed: where that fails,
    /// nothing happened. A refusal that is returned, not thrown, leaves what was written: counts of failures.
    func change<Value>(
        _ body: (any StoreConnection, inout [AccessEntry]) throws -> Result<Value, AccountRefusal>
    ) throws -> Value {
        let result = try store.write { connection in
            var entries: [AccessEntry] = []
            let result = try body(connection, &entries)
            try journal.recordAccess(entries)
            return result
        }
        return try result.get()
    }
}
