/// A table that is derived from the events and can be dropped and made again from them.
struct Projection: Sendable {
    let name: String
    /// Statements that make it.
    let create: [String]
    let insert: String
    /// All rows in a fixed order, for comparison with a rebuild.
    let selectAll: String
    let columns: Int
    /// Whether its rows need the keys to be made.
    let needsKeys: Bool

    static let all = [
        word, record, standing, link, listedCode, listedDay, listedText, due, origin, identity, erasure, access,
    ]
}

extension Projection {
    static let origin = Projection(
        name: "origin",
        create: [
            """
            -- origin: which imported row became which record; the first to come keeps it.
            CREATE TABLE origin (
                fingerprint BYTEA PRIMARY KEY,  -- 16 bytes of HMAC-SHA-256 under the register's own key
                record TEXT NOT NULL
            )
            """
        ],
        insert: """
            INSERT INTO origin (fingerprint, record) VALUES (:fingerprint, :record) ON CONFLICT DO NOTHING
            """,
        selectAll: "SELECT fingerprint, record FROM origin ORDER BY fingerprint",
        columns: 2, needsKeys: false)

    static let identity = Projection(
        name: "identity_token",
        create: [
            """
            -- identity_token: by which keyed tokens a person's sealed identities are found; gone when they are erased.
            CREATE TABLE identity_token (
                token BYTEA NOT NULL,  -- 16 bytes of HMAC-SHA-256 over field, closeness and value
                person TEXT NOT NULL,
                PRIMARY KEY (token, person)
            )
            """
        ],
        insert: "INSERT INTO identity_token (token, person) VALUES (:token, :person) ON CONFLICT DO NOTHING",
        selectAll: "SELECT token, person FROM identity_token ORDER BY token, person",
        columns: 2, needsKeys: true)

    static let erasure = Projection(
        name: "erasure",
        create: [
            """
            -- erasure: who was erased, and by which event.
            CREATE TABLE erasure (
                person TEXT PRIMARY KEY,
                sequence BIGINT NOT NULL
            )
            """
        ],
        insert: "INSERT INTO erasure (person, sequence) VALUES (:person, :sequence) ON CONFLICT DO NOTHING",
        selectAll: "SELECT person, sequence FROM erasure ORDER BY person",
        columns: 2, needsKeys: false)

    static let access = Projection(
        name: "access",
        create: [
            """
            -- access: the ledger's own events by the record they are about: who read, found or erased it.
            CREATE TABLE access (
                record TEXT NOT NULL,
                sequence BIGINT NOT NULL,
                PRIMARY KEY (record, sequence)
            )
            """
        ],
        insert: "INSERT INTO access (record, sequence) VALUES (:record, :sequence)",
        selectAll: "SELECT record, sequence FROM access ORDER BY record, sequence",
        columns: 2, needsKeys: false)
}
