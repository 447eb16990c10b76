import Ledger
import Vocabulary

/// The tables of an index, and whether those that are found are ours.
enum PostgresSchema {
    /// Of the tables below; others are refused, and made again where somebody drops them.
    static let version = 1
    /// No search is waited for longer.
    static let patienceSeconds = 10

    /// Makes the tables where there are none.
    ///
    /// - Throws: S124 to S126.
    static func settle(_ connection: PostgresConnection, _ server: PostgresServer, of register: RecordID) throws {
        try connection.run(
            """
            SELECT set_config('search_path', '', FALSE), set_config('jit', 'off', FALSE),
                set_config('statement_timeout', $1, FALSE)
            """, ["\(patienceSeconds)s"])
        if try !isThere(connection) { try make(connection, of: register) }
        let rows = try read(connection, server)
        guard let found = rows.first.flatMap({ $0[0] }).flatMap(Int.init) else {
            throw TextIndexFailure.notOurs(server: server.name, reason: "its schema rapporteur_library is another's")
        }
        guard found == version else {
            throw TextIndexFailure.otherVersion(server: server.name, found: found, known: version)
        }
        guard rows.first?[1] == register.description else {
            throw TextIndexFailure.notOurs(server: server.name, reason: "it has the words of another register")
        }
    }

    private static func isThere(_ connection: PostgresConnection) throws -> Bool {
        try !connection.run("SELECT 1 FROM pg_namespace WHERE nspname = 'rapporteur_library'").isEmpty
    }

    private static func read(_ connection: PostgresConnection, _ server: PostgresServer) throws -> [[String?]] {
        do {
            return try connection.run("SELECT version, register FROM rapporteur_library.text_index")
        } catch TextIndexFailure.unreachable where connection.isSound {
            return []
        } catch TextIndexFailure.refused(_, "42703") {
            return []
        }
    }

    /// Of two who come at once, the second finds what the first has made.
    private static func make(_ connection: PostgresConnection, of register: RecordID) throws {
        try connection.transaction {
            try connection.run("SELECT pg_advisory_xact_lock(7233186221)")
            guard try !isThere(connection) else { return }
            for statement in statements { try connection.run(statement) }
            try connection.run(
                "INSERT INTO rapporteur_library.text_index (version, register) VALUES ($1, $2)",
                ["\(version)", register.description])
        }
    }

    private static let statements = [
        "CREATE SCHEMA rapporteur_library",
        """
        -- text_index: of which register the words are, and in which form.
        CREATE TABLE rapporteur_library.text_index (
            version BIGINT NOT NULL,
            register TEXT NOT NULL
        )
        """,
        """
        -- text_entry: texts that may lie in the clear, as they are shown.
        CREATE TABLE rapporteur_library.text_entry (
            record TEXT COLLATE "C" PRIMARY KEY,
            marking TEXT NOT NULL,
            edition TEXT NOT NULL,
            number TEXT NOT NULL,
            title TEXT NOT NULL,
            body TEXT NOT NULL
        )
        """,
        """
        -- text_word: the same, folded, by words with their places; a long text in several stretches.
        CREATE TABLE rapporteur_library.text_word (
            record TEXT COLLATE "C" NOT NULL REFERENCES rapporteur_library.text_entry ON DELETE CASCADE,
            stretch BIGINT NOT NULL,
            words TSVECTOR NOT NULL,
            PRIMARY KEY (record, stretch)
        )
        """,
        "CREATE INDEX text_word_words ON rapporteur_library.text_word USING GIN (words)",
    ]
}
