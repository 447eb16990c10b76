import Ledger
import Mechanisms
import Synchronization
import Vocabulary

/// The papers of the library and what they name, kept in memory between questions.
///
/// A library of 20,000 papers is read from the ledger once; afterwards each question reads what has changed since.
final class KeptLibrary: Sendable {
    /// All of one moment that somebody may read.
    private struct Key: Hashable {
        let documents: Int
        let relations: Int
        let hidden: Set<RecordID>
    }

    let documents: KeptRecords<LibraryDocument>
    let relations: KeptRecords<LibraryRelation>
    private let made = Mutex<[(key: Key, library: Library)]>([])

    /// Libraries that are kept: functions with the same reach share one.
    private static let most = 4

    init(documents: Mechanism, relations: Mechanism) {
        self.documents = KeptRecords(of: documents, LibraryDocument.init)
        self.relations = KeptRecords(of: relations, LibraryRelation.init)
    }

    /// - Parameter hidden: What the one who asks may not read, of either kind.
    func library(
        _ documents: KeptRecords<LibraryDocument>.Reading, _ relations: KeptRecords<LibraryRelation>.Reading,
        without hidden: Set<RecordID>
    ) -> Library {
        let key = Key(documents: documents.generation, relations: relations.generation, hidden: hidden)
        if let kept = made.withLock({ kept in kept.first { $0.key == key }?.library }) { return kept }
        let library = Library(
            documents.values.values.filter { !hidden.contains($0.record) },
            relations.values.values.filter { !hidden.contains($0.record) })
        made.withLock { kept in
            kept.removeAll { $0.key == key }
            kept.append((key, library))
            if kept.count > KeptLibrary.most { kept.removeFirst() }
        }
        return library
    }
}
