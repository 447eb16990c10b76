/// The one table that is not derived from anything.
enum EventTable {
    /// The columns in their order; the hash covers all before it, as they are stored.
    enum Column: Int, CaseIterable {
        case sequence, recordedAt, account, function, organisation, purpose, rule, mechanism, record, version, kind
        case state, effective, person, reason, origin, body, previous, hash
    }

    /// Columns that the hash covers.
    static let hashed = Column.hash.rawValue

    static let create = """
        -- event: everything that anybody did, once and for ever, each chained to the one before by its hash.
        CREATE TABLE event (
            sequence BIGINT PRIMARY KEY,  -- from 1 without gaps
            recorded_at TEXT NOT NULL,    -- UTC, never earlier than the event before
            account TEXT NOT NULL,        -- who
            function TEXT NOT NULL,       -- through which post
            organisation TEXT,            -- of which organisation
            purpose TEXT NOT NULL,        -- for which purpose of the law
            rule TEXT NOT NULL,           -- by which row of the policy
            mechanism TEXT NOT NULL,      -- what kind of record; ‘ledger’ for reads, searches and erasures
            record TEXT NOT NULL,         -- which record
            version BIGINT NOT NULL,      -- of the record after the event; 0 where it changes no record
            kind TEXT NOT NULL,           -- the transition taken
            state TEXT NOT NULL,          -- the state after it
            effective TEXT NOT NULL,      -- when it holds in the world: a day, month, quarter or year
            person TEXT,                  -- under whose key the identities in the body are sealed
            reason TEXT,                  -- why, where the transition asks
            origin BYTEA,                 -- keyed fingerprint of an imported row, 16 bytes
            body TEXT NOT NULL,           -- what changed: canonical JSON, identities sealed
            previous BIGINT NOT NULL,     -- the record's event before this one; 0 for its first
            hash BYTEA NOT NULL           -- SHA-256 over the previous hash and the columns above
        )
        """

    static let insert = """
        INSERT INTO event (sequence, recorded_at, account, function, organisation, purpose, rule, mechanism, record,
            version, kind, state, effective, person, reason, origin, body, previous, hash)
        VALUES (:sequence, :recorded_at, :account, :function, :organisation, :purpose, :rule, :mechanism, :record,
            :version, :kind, :state, :effective, :person, :reason, :origin, :body, :previous, :hash)
        """

    static let columns = """
        sequence, recorded_at, account, function, organisation, purpose, rule, mechanism, record,
            version, kind, state, effective, person, reason, origin, body, previous, hash
        """

    static let selectRange = """
        SELECT \(columns)
        FROM event WHERE sequence >= :from AND sequence <= :through ORDER BY sequence
        """

    static let selectLast = """
        SELECT sequence, recorded_at, hash FROM event WHERE sequence = (SELECT max(sequence) FROM event)
        """

    static let selectChanged = """
        SELECT DISTINCT record FROM event WHERE sequence > :after AND mechanism = :mechanism
        """
    static let selectMoment = "SELECT recorded_at FROM event WHERE sequence = :sequence"
    static let selectHash = "SELECT hash FROM event WHERE sequence = :sequence"
}

extension StoredRow {
    func kind(_ column: EventTable.Column) -> StoredKind { kind(column.rawValue) }
    func integer(_ column: EventTable.Column) -> Int64 { integer(column.rawValue) }
    func bytes(_ column: EventTable.Column) -> UnsafeRawBufferPointer { bytes(column.rawValue) }
}
