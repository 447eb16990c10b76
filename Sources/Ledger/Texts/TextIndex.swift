package import Access
package import Vocabulary

/// Words of texts, in a database of its own that can be thrown away and made again.
///
/// Behind it is SQLite's full-text search, or PostgreSQL's. What an engine must keep: the texts that a query may reach are
/// chosen inside the query, so that neither a count nor an excerpt knows of others. Each call waits for its engine on the
/// thread that makes it.
package protocol TextIndex: Sendable {
    /// Takes a text in, in place of an earlier one of the same record.
    func put(_ text: IndexedText) throws
    /// Takes a text out; nothing where there is none.
    func remove(_ record: RecordID) throws
    /// Which texts are in it, each in which edition.
    func editions() throws -> [RecordID: String]
    /// Texts that have all the words, the best first.
    func find(_ query: TextQuery) throws -> TextHits
}

/// What is looked for, and among which texts.
package struct TextQuery: Sendable, Hashable {
    /// Each in one or more folded words that stand beside each other (``TextFolding``).
    package let phrases: [[String]]
    /// Nil where all may be seen.
    package let records: Set<RecordID>?
    package let markings: Set<Marking>
    package let limit: Int

    package init(_ phrases: [[String]], within records: Set<RecordID>?, _ markings: Set<Marking>, limit: Int) {
        (self.phrases, self.records, self.markings, self.limit) = (phrases, records, markings, limit)
    }

    /// Whether a phrase stands for all words that begin with it: one word of three letters or more.
    package static func isBeginning(_ phrase: [String]) -> Bool {
        phrase.count == 1 && phrase.contains { $0.count >= 3 }
    }
}

/// The texts of a query that were found.
package struct TextHits: Sendable {
    /// How many there are, beyond those that are told too.
    package let total: Int
    package let texts: [IndexedText]

    package init(total: Int, texts: [IndexedText]) { (self.total, self.texts) = (total, texts) }
}
