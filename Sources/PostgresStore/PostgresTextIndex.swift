import Access
package import Ledger
package import Vocabulary

// Goals, in order: (1) a text out of reach betrays itself by nothing: reach stands in the one condition that rows, order
// and count share, and no rank rests on other texts; (2) every word means what it means in SQLite's index; (3) the server
// may go and come back: who asks meanwhile is told, and what is lost is made again.

/// The words of texts in a PostgreSQL database, by its text search.
package struct PostgresTextIndex: TextIndex {
    private let connections: PostgresConnections

    /// Connects once, and makes the tables where there are none.
    ///
    /// - Throws: ``TextIndexFailure`` where the server cannot be used, or has the words of another register.
    package init(_ server: PostgresServer, of register: RecordID) throws {
        connections = PostgresConnections(server, of: register)
        _ = try connections.use { try $0.run("SELECT 1") }
    }

    package func put(_ text: IndexedText) throws {
        let vectors = WordVector.vectors(of: text)
        // The engine's texts have no zero; between words it is as good as a blank.
        let shown = [text.number, text.title, text.body].map { $0.replacing("\0", with: " ") }
        try connections.use { connection in
            try connection.transaction {
                try connection.run(PostgresTextIndex.removal, [text.record.description])
                try connection.run(
                    """
                    INSERT INTO rapporteur_library.text_entry (record, marking, edition, number, title, body)
                    VALUES ($1, $2, $3, $4, $5, $6)
                    """, [text.record.description, text.marking.rawValue, text.edition] + shown)
                for (stretch, vector) in vectors.enumerated() {
                    try connection.run(
                        """
                        INSERT INTO rapporteur_library.text_word (record, stretch, words)
                        VALUES ($1, $2, $3::tsvector)
                        """, [text.record.description, "\(stretch)", vector])
                }
            }
        }
    }

    package func remove(_ record: RecordID) throws {
        _ = try connections.use { try $0.run(PostgresTextIndex.removal, [record.description]) }
    }

    /// Its words go with it.
    private static let removal = "DELETE FROM rapporteur_library.text_entry WHERE record = $1"

    package func editions() throws -> [RecordID: String] {
        let rows = try connections.use { try $0.run("SELECT record, edition FROM rapporteur_library.text_entry") }
        var editions: [RecordID: String] = [:]
        for row in rows {
            if let record = row[0].flatMap(RecordID.init) { editions[record] = row[1] }
        }
        return editions
    }

    package func find(_ query: TextQuery) throws -> TextHits {
        guard !query.phrases.isEmpty, query.records?.isEmpty != true else { return TextHits(total: 0, texts: []) }
        let phrases = query.phrases.map(WordVector.query)
        let values: [String?] = [
            PostgresTextIndex.list(phrases), PostgresTextIndex.list(query.markings.map(\.rawValue)),
            query.records.map { PostgresTextIndex.list($0.map(\.description)) }, phrases.joined(separator: " & "),
            "\(query.limit)",
        ]
        let rows = try connections.use { try $0.run(PostgresTextIndex.best, values) }
        return TextHits(
            total: rows.first.flatMap { $0[0] }.flatMap(Int.init) ?? 0, texts: rows.compactMap(PostgresTextIndex.text))
    }

    /// A row for each text that is told, and one where none is: the count stands in all of them.
    private static let best = """
        WITH wanted AS (
            SELECT listed.phrase, listed.place
            FROM unnest($1::text[]::tsquery[]) WITH ORDINALITY AS listed (phrase, place)
        ), reached AS (
            SELECT text_entry.record
            FROM wanted
            JOIN rapporteur_library.text_word ON text_word.words @@ wanted.phrase
            JOIN rapporteur_library.text_entry ON text_entry.record = text_word.record
            WHERE text_entry.marking = ANY ($2::text[])
                AND ($3::text[] IS NULL OR text_entry.record IN (SELECT unnest($3::text[])))
            GROUP BY text_entry.record
            HAVING count(DISTINCT wanted.place) = cardinality($1::text[])
        ), best AS (
            SELECT reached.record, max(ts_rank('{0.05, 0.05, 0.4, 1.0}', text_word.words, $4::tsquery, 1)) AS weight
            FROM reached JOIN rapporteur_library.text_word ON text_word.record = reached.record
            GROUP BY reached.record
            ORDER BY weight DESC NULLS LAST, reached.record NULLS LAST LIMIT $5::bigint
        )
        SELECT counted.total, text_entry.record, text_entry.marking, text_entry.edition, text_entry.number,
            text_entry.title, text_entry.body
        FROM (SELECT count(*) AS total FROM reached) AS counted
        LEFT JOIN (best JOIN rapporteur_library.text_entry ON text_entry.record = best.record) ON TRUE
        ORDER BY best.weight DESC NULLS LAST, best.record NULLS LAST
        """

    private static func text(_ row: [String?]) -> IndexedText? {
        guard let record = row[1].flatMap(RecordID.init), let marking = row[2].flatMap(Marking.init) else { return nil }
        return IndexedText(
            record, marking: marking, edition: row[3] ?? "", number: row[4] ?? "", title: row[5] ?? "",
            body: row[6] ?? "")
    }

    /// One value that is a list.
    private static func list(_ texts: [String]) -> String {
        let quoted = texts.sorted().map { text in
            "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
        }
        return "{\(quoted.joined(separator: ","))}"
    }
}
