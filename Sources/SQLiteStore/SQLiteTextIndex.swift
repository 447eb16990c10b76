import Access
import GRDB
import Glibc
package import Ledger
package import Vocabulary

// Goals, in order: (1) a text out of reach betrays itself by nothing: reach stands in the one condition that rows, order
// and count share; (2) what is found says why: the best texts first; (3) the file can be lost: it is made again.

/// The words of texts in one file, by SQLite's FTS5.
package struct SQLiteTextIndex: TextIndex {
    private let file: String
    private let database: DatabasePool

    /// Opens the file, or makes it for its owner only.
    ///
    /// - Throws: ``StoreFailure`` where the file is not such an index, or cannot be reached.
    package init(path: String) throws {
        file = path
        // For its owner only from the first byte on; what SQLite puts beside it has the same rights.
        let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        if descriptor >= 0 { close(descriptor) }
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA trusted_schema = OFF")
            try database.execute(sql: "PRAGMA secure_delete = ON")
        }
        database = try translating(path) { [configuration] in
            // Searches wait for no paper that comes in, and a paper for no search.
            let database = try DatabasePool(path: path, configuration: configuration)
            try database.write { connection in
                for statement in SQLiteTextIndex.schema { try connection.execute(sql: statement) }
            }
            return database
        }
        chmod(path, 0o600)
    }

    private static let schema = [
        """
        -- text_entry: texts that may lie in the clear, as they are shown.
        CREATE TABLE IF NOT EXISTS text_entry (
            place INTEGER PRIMARY KEY,
            record TEXT NOT NULL UNIQUE,
            marking TEXT NOT NULL,
            edition TEXT NOT NULL,
            number TEXT NOT NULL,
            title TEXT NOT NULL,
            body TEXT NOT NULL
        ) STRICT
        """,
        """
        -- text_word: the same, folded, by words.
        CREATE VIRTUAL TABLE IF NOT EXISTS text_word
        USING fts5(number, title, body, tokenize = 'unicode61 remove_diacritics 0')
        """,
    ]

    package func put(_ text: IndexedText) throws {
        try translating(file) {
            try database.write { connection in
                try SQLiteTextIndex.remove(text.record, connection)
                try connection.execute(
                    sql: """
                        INSERT INTO text_entry (record, marking, edition, number, title, body)
                        VALUES (:record, :marking, :edition, :number, :title, :body)
                        """,
                    arguments: [
                        "record": text.record.description, "marking": text.marking.rawValue, "edition": text.edition,
                        "number": text.number, "title": text.title, "body": text.body,
                    ])
                try connection.execute(
                    sql: "INSERT INTO text_word (rowid, number, title, body) VALUES (:place, :number, :title, :body)",
                    arguments: [
                        "place": connection.lastInsertedRowID, "number": SQLiteTextIndex.folded(text.number),
                        "title": SQLiteTextIndex.folded(text.title), "body": SQLiteTextIndex.folded(text.body),
                    ])
            }
        }
    }

    package func remove(_ record: RecordID) throws {
        try translating(file) { try database.write { try SQLiteTextIndex.remove(record, $0) } }
    }

    private static func remove(_ record: RecordID, _ connection: Database) throws {
        let arguments: StatementArguments = ["record": record.description]
        try connection.execute(
            sql: "DELETE FROM text_word WHERE rowid IN (SELECT place FROM text_entry WHERE record = :record)",
            arguments: arguments)
        try connection.execute(sql: "DELETE FROM text_entry WHERE record = :record", arguments: arguments)
    }

    package func editions() throws -> [RecordID: String] {
        try translating(file) {
            try database.read { connection in
                var editions: [RecordID: String] = [:]
                let rows = try GRDB.Row.fetchCursor(connection, sql: "SELECT record, edition FROM text_entry")
                while let row = try rows.next() {
                    let name: String = row[0]
                    if let record = RecordID(name) { editions[record] = row[1] }
                }
                return editions
            }
        }
    }

    package func find(_ query: TextQuery) throws -> TextHits {
        guard !query.phrases.isEmpty, query.records?.isEmpty != true else { return TextHits(total: 0, texts: []) }
        let arguments: StatementArguments = [
            "words": query.phrases.map(SQLiteTextIndex.pattern).joined(separator: " "),
            "markings": SQLiteTextIndex.list(query.markings.map(\.rawValue)),
            "records": query.records.map { SQLiteTextIndex.list($0.map(\.description)) },
        ]
        return try translating(file) {
            try database.read { connection in
                let total = try Int.fetchOne(
                    connection, sql: "SELECT count(*) \(SQLiteTextIndex.reach)", arguments: arguments)
                let rows = try GRDB.Row.fetchAll(
                    connection, sql: SQLiteTextIndex.best, arguments: arguments + ["limit": query.limit])
                return TextHits(total: total ?? 0, texts: rows.compactMap(SQLiteTextIndex.text))
            }
        }
    }

    /// Which texts a query is about: the words, and what may be seen.
    private static let reach = """
        FROM text_word JOIN text_entry ON text_entry.place = text_word.rowid
        WHERE text_word MATCH :words
            AND text_entry.marking IN (SELECT value FROM json_each(:markings))
            AND (:records IS NULL OR text_entry.record IN (SELECT value FROM json_each(:records)))
        """

    /// A word of a number or a title weighs more than one of the text.
    private static let best = """
        SELECT text_entry.record, text_entry.marking, text_entry.edition, text_entry.number, text_entry.title,
            text_entry.body
        FROM (
            SELECT text_word.rowid AS place, bm25(text_word, 20.0, 8.0, 1.0) AS distance \(reach)
            ORDER BY distance, text_word.rowid LIMIT :limit
        ) AS found JOIN text_entry ON text_entry.place = found.place
        ORDER BY found.distance, found.place
        """

    private static func text(_ row: GRDB.Row) -> IndexedText? {
        let (record, marking): (String, String) = (row[0], row[1])
        guard let record = RecordID(record), let marking = Marking(rawValue: marking) else { return nil }
        return IndexedText(
            record, marking: marking, edition: row[2], number: row[3], title: row[4], body: row[5])
    }

    /// A phrase in quotes; a word of three letters or more stands for those that begin with it.
    private static func pattern(_ phrase: [String]) -> String {
        "\"\(phrase.joined(separator: " "))\"\(TextQuery.isBeginning(phrase) ? "*" : "")"
    }

    private static func folded(_ text: String) -> String { TextFolding.words(in: text).joined(separator: " ") }

    /// Names of our own, without any sign that would have to be escaped.
    private static func list(_ names: [String]) -> String {
        "[\(names.sorted().map { "\"\($0)\"" }.joined(separator: ","))]"
    }
}
