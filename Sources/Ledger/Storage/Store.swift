/// What the ledger asks of a database: it runs the room's SQL and keeps what it acknowledged, nothing else.
///
/// Every call blocks until it is done, except ``writeLater(_:then:)``. A store may be called from any thread; writes
/// queue one behind the other, reads see one consistent moment and do not wait for writes. All failures are
/// ``StoreFailure``, except what a body throws itself, which passes through unchanged.
package protocol Store: Sendable {
    /// Makes the tables of `schema` in an empty database and marks it as ours.
    func create(_ schema: Schema) throws

    /// Refuses a database that is not ours (``StoreFailure/notOurs(file:)``) or of another schema version.
    ///
    /// - Parameter mayBeOlder: Whether an older version will do, since all that differs is about to be made anew.
    func check(_ schema: Schema, mayBeOlder: Bool) throws

    /// Runs `body` in one transaction: when this returns, all of it survives `kill -9` and loss of power; when it
    /// throws, nothing of it happened.
    @discardableResult
    func write<Value>(_ body: (any StoreConnection) throws -> Value) throws -> Value

    /// As ``write(_:)``, behind the writes that were asked for before, without waiting: `then` hears the outcome.
    func writeLater(
        _ body: @escaping @Sendable (any StoreConnection) throws -> Void,
        then: @escaping @Sendable (Result<Void, any Error>) -> Void)

    /// Runs `body` on one consistent moment of what is written.
    func read<Value>(_ body: (any StoreConnection) throws -> Value) throws -> Value

    /// What the engine's own check finds wrong with its file or pages; empty when sound.
    func structuralFaults() throws -> [String]

    /// A consistent copy at `path` while others read and write; `hear` is handed the bytes of the finished copy.
    func copy(to path: String, hear: (UnsafeRawBufferPointer) -> Void) throws

    /// Whether one of these stretches of bytes is anywhere in the store's files, deleted or not.
    func holds(anyOf stretches: [[UInt8]]) throws -> Bool

    /// Folds side files into the main one and overwrites what was deleted, so that no trace of it stays beside.
    func settle() throws

    /// Rewrites the whole database without the remains of deleted rows.
    func compact() throws

    /// An empty store of the same kind for a rebuild to be compared with; gone when it is let go.
    func scratch() throws -> any Store

    func close() throws
}

/// The inside of a transaction.
package protocol StoreConnection {
    /// Runs a statement that answers nothing. Parameters go by the order in which their names first appear.
    ///
    /// - Returns: How many rows it inserted, changed or deleted.
    @discardableResult
    func execute(_ sql: String, _ parameters: [StoredValue]) throws -> Int

    /// Runs a `CREATE` or `DROP` in the database's own words.
    func define(_ statement: String) throws

    /// Says in the database's header that it has the tables of `schema`, once the transaction is kept.
    func mark(_ schema: Schema) throws

    /// Inserts every row of `rows`, whose cells follow the order of the statement's parameters.
    func insert(_ rows: RowBatch, with sql: String) throws

    /// Hands each row of the answer to `row` until that returns false.
    func query(_ sql: String, _ parameters: [StoredValue], row: (any StoredRow) throws -> Bool) throws
}

extension StoreConnection {
    /// The first row of an answer as `make` reads it; nil for an empty answer.
    package func first<Value>(
        _ sql: String, _ parameters: [StoredValue] = [], _ make: (any StoredRow) throws -> Value
    ) throws -> Value? {
        var value: Value?
        try query(sql, parameters) { row in
            value = try make(row)
            return false
        }
        return value
    }

    /// All rows of an answer as `make` reads them.
    package func all<Value>(
        _ sql: String, _ parameters: [StoredValue] = [], _ make: (any StoredRow) throws -> Value
    ) throws -> [Value] {
        var values: [Value] = []
        try query(sql, parameters) { row in
            values.append(try make(row))
            return true
        }
        return values
    }
}
