import Mechanisms
import Vocabulary

/// The numbers of words: names of mechanisms, fields and states, codes, and ids of those who hold something.
///
/// Derived tables hold numbers in the place of words, so that a row takes a dozen bytes. A word gets its number with the
/// first event that says it; words that are new in one event get theirs in the order of their letters. So the numbers
/// follow from the events, however these are batched.
struct WordBook {
    private let connection: any StoreConnection
    private var known: [String: Int64] = [:]
    private var fresh: [(number: Int64, text: String)] = []
    private var last: Int64

    init(_ connection: any StoreConnection) throws {
        self.connection = connection
        last = try connection.first(WordBook.selectLast) { $0.integer(0) } ?? 0
    }

    /// Whether its number is at hand.
    func knows(_ text: String) -> Bool { known[text] != nil }

    /// Gives numbers to those of the words of one event that have none yet.
    mutating func learn(_ texts: [String]) throws {
        for text in texts.sorted() { _ = try number(of: text) }
    }

    /// The number of a word, a new one where it has none.
    mutating func number(of text: String) throws -> Int64 {
        if let number = known[text] { return number }
        let stored = try WordBook.number(of: text, connection)
        if stored == nil {
            last += 1
            fresh.append((last, text))
        }
        let number = stored ?? last
        known[text] = number
        return number
    }

    /// Writes the new words.
    mutating func flush() throws {
        guard !fresh.isEmpty else { return }
        var rows = RowBatch(columns: 2)
        for (number, text) in fresh {
            rows.appendRow(payload: text.utf8.count) { row in
                row.append(number)
                row.append(text)
            }
        }
        try connection.insert(rows, with: Projection.word.insert)
        fresh.removeAll(keepingCapacity: true)
    }

    /// Nil for a word that no event has said.
    static func number(of text: String, _ connection: any StoreConnection) throws -> Int64? {
        try connection.first(selectNumber, [.text(text)]) { $0.integer(0) }
    }

    static let selectLast = "SELECT max(number) FROM word"
    static let selectNumber = "SELECT number FROM word WHERE text = :text"
    static let selectText = "SELECT text FROM word WHERE number = :number"
}
