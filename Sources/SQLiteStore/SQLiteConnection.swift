import GRDB
import GRDBSQLite
import Ledger

/// Runs statements inside a transaction. Statements are prepared once a connection and used again.
///
/// NB: a statement must not be run inside its own `query` callback: it is one object.
struct SQLiteConnection: StoreConnection {
    let database: Database
    let file: String

    func execute(_ sql: String, _ parameters: [StoredValue]) throws -> Int {
        let statement = try prepared(sql)
        defer { release(statement) }
        try bind(parameters, to: statement)
        try check(sqlite3_step(statement))
        return Int(sqlite3_changes(database.sqliteConnection))
    }

    func define(_ statement: String) throws { try database.execute(sql: SQLiteDialect.say(statement)) }

    func mark(_ schema: Schema) throws { try database.execute(sql: "PRAGMA user_version = \(schema.version)") }

    func insert(_ rows: RowBatch, with sql: String) throws {
        var done = 0
        if rows.rows >= SQLiteConnection.rowsAtOnce,
            let several = SQLiteDialect.insertion(sql, SQLiteConnection.rowsAtOnce)
        {
            done = rows.rows / SQLiteConnection.rowsAtOnce * SQLiteConnection.rowsAtOnce
            try insert(rows, 0..<done, atOnce: SQLiteConnection.rowsAtOnce, with: several)
        }
        try insert(rows, done..<rows.rows, atOnce: 1, with: sql)
    }

    /// Rows of one statement: setting a statement back costs about as much as a small row.
    private static let rowsAtOnce = 16

    private func insert(_ rows: RowBatch, _ range: Range<Int>, atOnce: Int, with sql: String) throws {
        let statement = try prepared(sql)
        defer { release(statement) }
        let parameters = rows.columns * atOnce
        try rows.withCells { cells, bytes in
            for first in stride(
                from: range.lowerBound * rows.columns, to: range.upperBound * rows.columns, by: parameters)
            {
                for place in 0..<parameters {
                    bind(cells[first + place], of: bytes, to: statement, at: Int32(place + 1))
                }
                try check(sqlite3_step(statement))
                sqlite3_reset(statement)
            }
        }
    }

    func query(_ sql: String, _ parameters: [StoredValue], row: (any StoredRow) throws -> Bool) throws {
        let statement = try prepared(sql)
        defer { release(statement) }
        try bind(parameters, to: statement)
        let current: any StoredRow = SQLiteRow(statement: statement)
        while true {
            let result = sqlite3_step(statement)
            if result == SQLITE_DONE { return }
            guard result == SQLITE_ROW else { throw failure(result, file) }
            if try !row(current) { return }
        }
    }

    private func prepared(_ sql: String) throws -> SQLiteStatement {
        try database.cachedStatement(sql: sql).sqliteStatement
    }

    private func release(_ statement: SQLiteStatement) {
        sqlite3_reset(statement)
        sqlite3_clear_bindings(statement)
    }

    private func check(_ result: Int32) throws {
        guard result == SQLITE_DONE || result == SQLITE_ROW else {
            throw failure(sqlite3_extended_errcode(database.sqliteConnection), file)
        }
    }

    private func bind(_ parameters: [StoredValue], to statement: SQLiteStatement) throws {
        for (place, parameter) in parameters.enumerated() {
            let index = Int32(place + 1)
            switch parameter {
            case .null: sqlite3_bind_null(statement, index)
            case .integer(let integer): sqlite3_bind_int64(statement, index, integer)
            case .text(var text):
                text.withUTF8 { bindText($0.baseAddress, $0.count, to: statement, at: index, copies: true) }
            case .bytes(let bytes):
                bytes.withUnsafeBytes { bindBytes($0.baseAddress, $0.count, to: statement, at: index, copies: true) }
            }
        }
    }

    /// NB: the payload is not copied: it must stay where it is until the statement was stepped.
    private func bind(
        _ cell: RowBatch.Cell, of bytes: UnsafeRawBufferPointer, to statement: SQLiteStatement, at index: Int32
    ) {
        let start = bytes.baseAddress.map { $0 + Int(cell.kind == .integer ? 0 : cell.value) }
        switch cell.kind {
        case .integer: sqlite3_bind_int64(statement, index, cell.value)
        case .text: bindText(start, Int(cell.count), to: statement, at: index, copies: false)
        case .bytes: bindBytes(start, Int(cell.count), to: statement, at: index, copies: false)
        case .null, .foreign: sqlite3_bind_null(statement, index)
        }
    }

    private func bindText(
        _ start: UnsafeRawPointer?, _ count: Int, to statement: SQLiteStatement, at index: Int32, copies: Bool
    ) {
        if count == 0 {
            // A null pointer would be stored as NULL.
            sqlite3_bind_text(statement, index, "", 0, copying)
        } else {
            let characters = start?.assumingMemoryBound(to: CChar.self)
            sqlite3_bind_text(statement, index, characters, Int32(count), copies ? copying : nil)
        }
    }

    private func bindBytes(
        _ start: UnsafeRawPointer?, _ count: Int, to statement: SQLiteStatement, at index: Int32, copies: Bool
    ) {
        if count == 0 {
            sqlite3_bind_zeroblob(statement, index, 0)
        } else {
            sqlite3_bind_blob(statement, index, start, Int32(count), copies ? copying : nil)
        }
    }
}

/// SQLITE_TRANSIENT: SQLite copies what it is given.
private var copying: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
