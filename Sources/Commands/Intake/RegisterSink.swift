import Access
import Intake
import Ledger
import Mechanisms
import Vocabulary

/// The way from an import into the ledger: interpreter first, then many groups a transaction.
///
/// A group counts as accepted when the interpreter took it; it is on disk when ``finish()`` returns. What stands
/// between, a crash may lose, and the same file again brings it.
actor RegisterSink: CommandSink {
    private let ledger: Ledger
    private let interpreter: Interpreter
    private let grant: Grant
    private let writing: BulkAppend
    private let clock: @Sendable () -> Timestamp
    private var random = SystemRandomNumberGenerator()
    /// Organisations that this import opened: those that wait in a batch are not in the ledger yet.
    private var opened: [RecordID: String] = [:]

    init(_ ledger: Ledger, book: Book, under grant: Grant, clock: @escaping @Sendable () -> Timestamp) throws {
        self.ledger = ledger
        interpreter = Interpreter(book: book)
        self.grant = grant
        self.clock = clock
        writing = try ledger.bulkAppend(under: grant)
    }

    func known(_ origins: [Origin]) throws -> [Origin: RecordID] { try ledger.known(origins) }

    func submit(_ groups: [RowCommands]) throws -> [RowOutcome] {
        let register = OpenedRegister(opened: opened, ledger: ledger)
        let now = clock()
        return try groups.map { group in
            let decision = try interpreter.decide(
                group.commands, under: grant, register: register, at: now, using: &random)
            switch decision {
            case .failure(let refusal):
                return .refused(refusal.problems.map { RefusalReason(code: $0.code, message: $0.message) })
            case .success(let drafts):
                for draft in drafts where draft.mechanism == Self.sharedMechanism {
                    opened[draft.record] = draft.mechanism
                }
                try writing.add(drafts)
                return .accepted
            }
        }
    }

    /// Writes what is left.
    ///
    /// - Throws: ``CommandFailure/lostRace(groups:)`` where the ledger left out a group that the import held for new.
    func finish() throws -> Int {
        let summary = try writing.finish()
        guard summary.leftOut.isEmpty else { throw CommandFailure.lostRace(groups: summary.leftOut.count) }
        return summary.events
    }

    /// Only organisations are opened in one group and linked from another.
    private static let sharedMechanism = "organisation"
}

/// The ledger, with what this import opened on top.
private struct OpenedRegister: Register {
    let opened: [RecordID: String]
    let ledger: Ledger

    func state(of record: RecordID) throws -> RecordState? { try ledger.record(record) }

    func mechanism(of record: RecordID) throws -> String? {
        if let mechanism = opened[record] { return mechanism }
        return try ledger.record(record)?.mechanism
    }

    func isLinked(_ record: RecordID, from mechanism: String, field: String) throws -> Bool {
        try ledger.records(linkedTo: record, by: field).contains { $0.mechanism == mechanism }
    }
}
