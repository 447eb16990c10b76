import GRDB
import Glibc
package import Ledger

/// The ledger's SQL on one SQLite file: write-ahead log, every commit forced to the disk, readers beside one writer;
/// what is deleted is overwritten.
package struct SQLiteStore: Store {
    /// What a file needs beyond the ordinary.
    package struct Settings: Sendable {
        /// Refuse to grow beyond so many pages of 8 KiB; nil for as long as the disk has room.
        package var maximumPages: Int?

        /// Writers who may share one commit.
        package var writersPerCommit = 64
        /// Whether a file of an earlier schema is opened, for what differs to be made anew.
        package var mayBeOlder = false

        /// By default the file grows as it must.
        package init(maximumPages: Int? = nil, mayBeOlder: Bool = false, writersPerCommit: Int = 64) {
            self.maximumPages = maximumPages
            self.mayBeOlder = mayBeOlder
            self.writersPerCommit = writersPerCommit
        }
    }

    /// As messages name it.
    let file: String
    let database: any DatabaseWriter
    private let isReadOnly: Bool
    private let commits: CommitGroup
    /// Nil for a private database of the engine.
    private let place: FilePlace?

    /// Opens a file, making it where `isNew`.
    ///
    /// - Throws: ``StoreFailure/missing(path:)``; ``StoreFailure/notOurs(file:)`` before anything is changed.
    package init(
        path: String, schema: Schema, isNew: Bool = false, isReadOnly: Bool = false, settings: Settings = Settings()
    ) throws {
        if !isNew { try DatabaseHeader(path: path).check(schema, file: path, mayBeOlder: settings.mayBeOlder) }
        file = path
        self.isReadOnly = isReadOnly
        commits = CommitGroup(most: settings.writersPerCommit)
        database = try translating(path) {
            let pool = try DatabasePool(
                path: path, configuration: SQLiteStore.configuration(isReadOnly: isReadOnly, settings))
            // NB: GRDB lowers this to NORMAL when it turns the write-ahead log on; NORMAL may lose the last commits
            // when the power fails.
            if !isReadOnly { try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") } }
            return pool
        }
        place = try FilePlace(path)
    }

    private init(scratchFor file: String) throws {
        self.file = file
        isReadOnly = true
        commits = CommitGroup(most: 1)
        place = nil
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        // SQLite makes a private file for an empty name and removes it when it is closed.
        database = try translating(file) { try DatabaseQueue(path: "", configuration: configuration) }
    }

    private static func configuration(isReadOnly: Bool, _ settings: Settings) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = isReadOnly
        configuration.busyMode = .timeout(CommitGroup.patience / .seconds(1))
        configuration.foreignKeysEnabled = false
        // A transaction is left open for the writer behind: see CommitGroup.
        configuration.allowsUnsafeTransactions = true
        configuration.maximumReaderCount = 8
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA trusted_schema = OFF")
            try database.execute(sql: "PRAGMA cache_size = \(database.configuration.readonly ? -16384 : -65536)")
            if isReadOnly { return }
            try database.execute(sql: "PRAGMA page_size = 8192")
            try database.execute(sql: "PRAGMA wal_autocheckpoint = 8192")
            // What an erasure deletes is nowhere in the file: decision 0148.
            try database.execute(sql: "PRAGMA secure_delete = ON")
            if let pages = settings.maximumPages { try database.execute(sql: "PRAGMA max_page_count = \(pages)") }
        }
        return configuration
    }

    /// In one transaction; the log is folded in, so that the header says at once whose file it is.
    package func create(_ schema: Schema) throws {
        try translating(file) {
            try alone { database in
                try database.inTransaction(.immediate) {
                    for statement in schema.statements { try database.execute(sql: SQLiteDialect.say(statement)) }
                    try database.execute(sql: "PRAGMA application_id = \(schema.applicationID)")
                    try database.execute(sql: "PRAGMA user_version = \(schema.version)")
                    return .commit
                }
            }
        }
        // The file's own header must say whose it is before anything else relies on it.
        if !(database is DatabaseQueue) { try settle() }
    }

    /// Reads the header from the file, past the engine.
    package func check(_ schema: Schema, mayBeOlder: Bool) throws {
        try DatabaseHeader(path: file).check(schema, file: file, mayBeOlder: mayBeOlder)
    }

    /// Takes the write lock at the start, so that two writers never meet half-way; those who wait share one commit.
    ///
    /// - Throws: ``StoreFailure/missing(path:)`` where the file is no longer in its place, or another is: what was written
    ///   to it would be lost.
    @discardableResult
    package func write<Value>(_ body: (any StoreConnection) throws -> Value) throws -> Value {
        try place?.check()
        return try translating(file) {
            try commits.write(database) { try body(SQLiteConnection(database: $0, file: file)) }
        }
    }

    /// On the same queue as `write`, so after all writes asked for before.
    package func writeLater(
        _ body: @escaping @Sendable (any StoreConnection) throws -> Void,
        then: @escaping @Sendable (Result<Void, any Error>) -> Void
    ) {
        let (file, commits, place) = (file, commits, place)
        database.asyncWriteWithoutTransaction { database in
            then(
                Result {
                    try place?.check()
                    try translating(file) {
                        try commits.alone(database) { try SQLiteStore.transaction(database, file, body) }
                    }
                })
        }
    }

    /// On the writer, in no transaction.
    private func alone<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try database.writeWithoutTransaction { database in try commits.alone(database) { try body(database) } }
    }

    private static func transaction<Value>(
        _ database: Database, _ file: String, _ body: (any StoreConnection) throws -> Value
    ) throws -> Value {
        var value: Value?
        try database.inTransaction(.immediate) {
            value = try body(SQLiteConnection(database: database, file: file))
            return .commit
        }
        // A transaction that was committed has run its body.
        guard let value else { throw StoreFailure.refused(file: file, number: 0) }
        return value
    }

    /// On one of a few readers beside the writer.
    package func read<Value>(_ body: (any StoreConnection) throws -> Value) throws -> Value {
        try place?.check()
        return try translating(file) { try database.read { try body(SQLiteConnection(database: $0, file: file)) } }
    }

    /// `PRAGMA integrity_check`; where the engine gives up, its number.
    package func structuralFaults() throws -> [String] {
        do {
            return try database.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }.filter { $0 != "ok" }
                .map { "the file is damaged: \($0)" }
        } catch let error as DatabaseError {
            return ["the file is damaged: the engine stops with number \(error.extendedResultCode.rawValue)"]
        }
    }

    /// The engine's online backup, into a new file of mode 0600.
    package func copy(to path: String, hear: (UnsafeRawBufferPointer) -> Void) throws {
        // Made by us first, so that only its owner can read it and an older backup is not written over.
        _ = try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL)
        do {
            try translating(path) {
                let copy = try DatabaseQueue(path: path)
                try database.backup(to: copy)
                try copy.close()
            }
        } catch {
            // Part of a copy is none, and would stand in the way of the next one.
            for ending in ["", "-journal"] { _ = unlink(path + ending) }
            throw error
        }
        try OpenFile(path, O_RDONLY).blocks { hear($0) }
    }

    /// Looks through the file and its log, byte by byte.
    package func holds(anyOf stretches: [[UInt8]]) throws -> Bool {
        for path in [file, file + "-wal"] {
            guard let file = try OpenFile.existing(path) else { continue }
            if try file.holds(anyOf: stretches) { return true }
        }
        return false
    }

    /// Waits up to five seconds for readers, then ``StoreFailure/busy(file:)``.
    package func settle() throws {
        let isBusy = try translating(file) {
            try alone { database in
                try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)") ?? 1
            }
        }
        guard isBusy == 0 else { throw StoreFailure.busy(file: file) }
    }

    /// Needs as much free disk as the file is large.
    package func compact() throws {
        try translating(file) { try alone { try $0.execute(sql: "VACUUM") } }
    }

    /// A private temporary database of the engine.
    package func scratch() throws -> any Store { try SQLiteStore(scratchFor: file) }

    /// Whatever the store is asked afterwards fails.
    package func close() throws {
        // The engine keeps the log where readers were closed last: fold it in, so that the file alone is the database.
        // Where another process is reading, the log stays, and nothing is lost.
        if !isReadOnly { try? settle() }
        try translating(file) { try database.close() }
    }
}
