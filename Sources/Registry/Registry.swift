package import Access
package import Ledger
package import Mechanisms
import Synchronization
package import Vocabulary

// Goals, in order: (1) no way to a record goes past the policy: every function here begins by asking it; (2) what an
// actor may not know of betrays itself by nothing: one refusal, the same work; (3) every reading is written down
// before it is answered; (4) what pages, the API, the command line and importers do to records is done here, once.

/// The one way from somebody who asks to records, and back.
///
/// May be used from any thread; each call blocks on the ledger, so never call it where one must not wait.
package final class Registry: Sendable {
    package let ledger: Ledger
    package let book: Book
    package let policy: Policy
    let clock: @Sendable () -> Timestamp
    /// What “is this person already known?” is answered from.
    package let knownPersons: KnownPersons
    /// The histories of plans, which are read from the ledger once.
    let planShelf: PlanShelf
    private let keptDirectory: Mutex<Directory>
    /// Nil where the book has no library.
    let keptLibrary: KeptLibrary?
    /// By mechanism: records with their open fields and no others.
    let keptRecords: [String: KeptRecords<RecordState>]

    /// - Throws: The ledger's or the store's failure, while organisations, posts and mandates are read.
    package init(
        ledger: Ledger, book: Book, policy: Policy = Policy(), clock: @escaping @Sendable () -> Timestamp
    ) throws {
        self.ledger = ledger
        self.book = book
        self.policy = policy
        self.clock = clock
        knownPersons = KnownPersons(ledger, book, policy)
        planShelf = PlanShelf(ledger)
        keptDirectory = Mutex(try Registry.directory(of: ledger))
        if let documents = book.mechanism("library-document"), let relations = book.mechanism("document-relation") {
            keptLibrary = KeptLibrary(documents: documents, relations: relations)
        } else {
            keptLibrary = nil
        }
        let kept = book.mechanisms.map { ($0.name, KeptRecords(openFieldsOf: $0)) }
        keptRecords = Dictionary(kept, uniquingKeysWith: { first, _ in first })
    }

    /// Organisations, posts and mandates as they are now.
    package var directory: Directory { keptDirectory.withLock { $0 } }

    /// Reads organisations, posts and mandates anew: after whatever may have changed them.
    package func refreshDirectory() throws { _ = try readDirectory() }

    private func readDirectory() throws -> Directory {
        let read = try Registry.directory(of: ledger)
        keptDirectory.withLock { $0 = read }
        return read
    }

    /// Organisations, posts and mandates, where some of them are surely as the ledger has them now: what is kept may be
    /// a moment behind whoever changed it last, and a decision to write may not rest on that.
    ///
    /// - Parameter records: Which ones, by what is kept.
    func directory(surelyOf records: (Directory) -> [RecordID]) throws -> Directory {
        let kept = directory
        let records = records(kept)
        let versions = try ledger.versions(of: records)
        return records.allSatisfy { kept.version(of: $0) == versions[$0] } ? kept : try readDirectory()
    }

    private static func directory(of ledger: Ledger) throws -> Directory {
        var states: [RecordState] = []
        for mechanism in Directory.mechanisms {
            for record in try ledger.records(of: mechanism) {
                if let state = try ledger.record(record) { states.append(state) }
            }
        }
        return Directory(states)
    }

    /// - Throws: ``RegistryRefusal/unknownMechanism(name:)``.
    package func mechanism(_ name: String) throws(RegistryRefusal) -> Mechanism {
        guard let found = book.mechanism(name) else { throw .unknownMechanism(name: name) }
        return found
    }

    /// What the register's clock says.
    package var now: Timestamp { clock() }

    /// The day by which shares, mandates and deadlines are judged.
    package var today: CalendarDate { clock().day }
}
