import Access
import Crypto
import Mechanisms
import Synchronization
package import Vocabulary

/// The register's memory: append-only, chained, sealed. Everything that anybody does goes through here.
///
/// A ledger keeps nothing in memory but its keys, so it may be used from any thread; each call blocks until it is done
/// (see `Store`), so never call it on a thread that must not wait. All failures are `LedgerFailure` or `StoreFailure`.
package final class Ledger: Sendable {
    /// The id of the register itself: events about the ledger are about this record.
    package let register: RecordID
    /// By which anybody can check the signatures of checkpoints: Ed25519, 32 bytes.
    package let checkpointKey: [UInt8]
    let events: any Store
    let papers: any Papers
    /// Nil where it was opened without keys: identities stay sealed and nothing is written.
    let vault: Vault?
    let isWritable: Bool
    let rules: ProjectionRules
    let clock: @Sendable () -> Timestamp
    /// The place of the last signed checkpoint.
    let lastCheckpoint: Mutex<Int64>

    init(
        register: RecordID, checkpointKey: [UInt8], premises: LedgerPremises, vault: Vault?, rules: ProjectionRules,
        isWritable: Bool, lastCheckpoint: Int64, clock: @escaping @Sendable () -> Timestamp
    ) {
        self.register = register
        self.checkpointKey = checkpointKey
        self.events = premises.events
        self.papers = premises.papers
        self.vault = vault
        self.rules = rules
        self.isWritable = isWritable
        self.clock = clock
        self.lastCheckpoint = Mutex(lastCheckpoint)
    }

    /// The end of the ledger.
    package func position() throws -> LedgerPosition {
        try events.read { try Ledger.position($0, register: register) }
    }

    static func position(_ connection: any StoreConnection, register: RecordID) throws -> LedgerPosition {
        let last = try connection.first(EventTable.selectLast) { row in
            LedgerPosition(
                sequence: row.integer(0), hash: ChainHash(bytes: row.byteArray(2)), recordedAt: Timestamp(row.text(1)))
        }
        return last ?? LedgerPosition(sequence: 0, hash: EventChain.beginning(of: register), recordedAt: nil)
    }

    /// Lets go of the files, after a last checkpoint where it was open for writing.
    package func close() throws {
        if isWritable { try checkpoint() }
        try events.close()
        try vault?.store.close()
        papers.release()
    }
}
