import Intake
import Ledger
import Mechanisms
import Vocabulary

/// By what a paper that comes in is known again: its number, its file, and the revisions of one document.
///
/// An import of thousands of papers asks it for each, and brings it up to what others wrote meanwhile.
struct LibraryShelf {
    private var place: Int64 = 0
    private var documents: [RecordID: LibraryDocument] = [:]
    private var byNumber: [DocumentNumber: Set<RecordID>] = [:]
    private var byWritten: [String: Set<RecordID>] = [:]
    private var byFile: [String: Set<RecordID>] = [:]
    private var byTitle: [String: Set<RecordID>] = [:]
    private var revisions: [DocumentNumber: Set<RecordID>] = [:]

    /// Takes in what has changed since the last time, as far as the one who asks may read it.
    mutating func bringUpToDate(_ registry: Registry, _ asking: Asking) throws {
        let mechanism = try registry.mechanism("library-document")
        let (states, through) = try registry.ledger.changes(of: mechanism.name, after: place)
        let closed = states.filter { mechanism.closedStates.contains($0.state) }.map(\.record)
        let hidden = try registry.hidden(
            among: states.lazy.map(\.record), closed: Set(closed), of: mechanism, asking)
        for state in states {
            if let old = documents.removeValue(forKey: state.record) { file(old) { $0.remove(old.record) } }
            guard !hidden.contains(state.record) else { continue }
            let document = LibraryDocument(state)
            documents[state.record] = document
            file(document) { $0.insert(document.record) }
        }
        place = through
    }

    private mutating func file(_ document: LibraryDocument, _ change: (inout Set<RecordID>) -> Void) {
        if let number = document.number {
            change(&byNumber[number, default: []])
            change(&revisions[number.first, default: []])
        }
        if !document.written.isEmpty { change(&byWritten[document.written, default: []]) }
        if let hash = document.fileHash { change(&byFile[hash, default: []]) }
        if !document.title.isEmpty { change(&byTitle[Registry.folded(document.title), default: []]) }
    }

    /// Of two papers under one number, the one that is held.
    subscript(number: DocumentNumber) -> LibraryDocument? { best(byNumber[number]) }

    func document(written: String) -> LibraryDocument? { best(byWritten[written]) }
    func document(fileHash: String) -> LibraryDocument? { best(byFile[fileHash]) }
    func document(title: String) -> LibraryDocument? { best(byTitle[Registry.folded(title)]) }

    /// A paper of which nothing is known but that title.
    func stub(title: String) -> LibraryDocument? {
        let records = byTitle[Registry.folded(title)]?.filter { documents[$0]?.isOnlyTitled == true }
        return best(records)
    }

    /// A paper by number or title, as a list names it.
    func document(named name: String) -> LibraryDocument? {
        DocumentNumber(name).flatMap { self[$0] } ?? document(written: name) ?? document(title: name)
    }

    /// The numbers of all revisions of a document that are known.
    func revisions(of number: DocumentNumber) -> [DocumentNumber] {
        (revisions[number.first] ?? []).compactMap { documents[$0]?.number }
    }

    private func best(_ records: Set<RecordID>?) -> LibraryDocument? {
        records?.compactMap { documents[$0] }.min { ($0.standing.rank, $0.record) < ($1.standing.rank, $1.record) }
    }
}
