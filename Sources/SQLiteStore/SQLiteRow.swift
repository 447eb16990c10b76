import GRDB
import GRDBSQLite
import Ledger

/// The row that a statement stands on.
struct SQLiteRow: StoredRow {
    let statement: SQLiteStatement

    func kind(_ column: Int) -> StoredKind {
        switch sqlite3_column_type(statement, Int32(column)) {
        case SQLITE_NULL: .null
        case SQLITE_INTEGER: .integer
        case SQLITE_TEXT: .text
        case SQLITE_BLOB: .bytes
        default: .foreign
        }
    }

    func integer(_ column: Int) -> Int64 {
        kind(column) == .integer ? sqlite3_column_int64(statement, Int32(column)) : 0
    }

    func bytes(_ column: Int) -> UnsafeRawBufferPointer {
        switch kind(column) {
        case .text, .bytes:
            // The blob of a text is its bytes, without conversion.
            let start = sqlite3_column_blob(statement, Int32(column))
            return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column))))
        case .null, .integer, .foreign:
            return UnsafeRawBufferPointer(start: nil, count: 0)
        }
    }
}
