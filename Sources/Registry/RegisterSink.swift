package import Access
package import Intake
package import Ledger
package import Mechanisms
import Synchronization
package import Vocabulary

/// The way from an import into the ledger: interpreter first, then many groups a transaction.
///
/// A group counts as accepted when the interpreter took it; it is on disk when ``finish()`` returns. What stands
/// between, a crash may lose, and the same file again brings it.
package actor RegisterSink: CommandSink {
    private let ledger: Ledger
    private let interpreter: Interpreter
    private let grant: Grant
    private let writing: BulkAppend
    private let clock: @Sendable () -> Timestamp
    private var random = SystemRandomNumberGenerator()
    /// Records that rows share (organisations): what this import opened may still wait in a batch, and what an earlier
    /// one opened is asked for again and again.
    private var shared: [RecordID: String] = [:]

    package init(_ ledger: Ledger, book: Book, under grant: Grant, clock: @escaping @Sendable () -> Timestamp) throws {
        self.ledger = ledger
        interpreter = Interpreter(book: book)
        self.grant = grant
        self.clock = clock
        writing = try ledger.bulkAppend(under: grant)
    }

    package func known(_ origins: [Origin]) throws -> [Origin: RecordID] { try ledger.known(origins) }

    package func submit(_ groups: [RowCommands]) throws -> [RowOutcome] {
        let now = clock()
        return try groups.map { group in
            let register = SharedRegister(shared: shared, base: LedgerRegister(ledger: ledger))
            let decision = try interpreter.decide(
                group.commands, under: grant, register: register, at: now, using: &random)
            for (record, mechanism) in register.found.all { shared[record] = mechanism }
            switch decision {
            case .failure(let refusal):
                return .refused(refusal.problems.map { RefusalReason(code: $0.code, message: $0.message) })
            case .success(let drafts):
                if group.isShared { for draft in drafts { shared[draft.record] = draft.mechanism } }
                try writing.add(drafts)
                return .accepted
            }
        }
    }

    /// Writes what is left.
    ///
    /// - Throws: ``RegistryRefusal/lostRace(groups:)`` where the ledger left out a group that the import held for new.
    package func finish() throws -> Int {
        let summary = try writing.finish()
        guard summary.leftOut.isEmpty else { throw RegistryRefusal.lostRace(groups: summary.leftOut.count) }
        return summary.events
    }
}

/// The ledger, with the records that rows share on top.
private struct SharedRegister: Register {
    let shared: [RecordID: String]
    let base: LedgerRegister
    /// Mechanisms that had to be looked up.
    let found = Found()

    final class Found: Sendable {
        private let records = Mutex<[RecordID: String]>([:])

        var all: [RecordID: String] { records.withLock { $0 } }

        func add(_ record: RecordID, _ mechanism: String) { records.withLock { $0[record] = mechanism } }
    }

    func state(of record: RecordID) throws -> RecordState? { try base.state(of: record) }

    func mechanism(of record: RecordID) throws -> String? {
        if let mechanism = shared[record] { return mechanism }
        let mechanism = try base.mechanism(of: record)
        if let mechanism { found.add(record, mechanism) }
        return mechanism
    }

    func isLinked(_ record: RecordID, from mechanism: String, field: String) throws -> Bool {
        try base.isLinked(record, from: mechanism, field: field)
    }
}
