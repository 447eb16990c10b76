import GRDB
import GRDBSQLite
import Ledger

/// Runs `work` and says the engine's failures in our words; everything else passes through.
func translating<Value>(_ file: String, _ work: () throws -> Value) throws -> Value {
    do {
        return try work()
    } catch let error as DatabaseError {
        throw failure(error.extendedResultCode.rawValue, file)
    }
}

/// The failure behind one of SQLite's (extended) numbers.
func failure(_ number: Int32, _ file: String) -> StoreFailure {
    switch number & 0xFF {
    case SQLITE_FULL: .full(file: file)
    case SQLITE_NOTADB: .notOurs(file: file)
    case SQLITE_CORRUPT: .damaged(file: file)
    case SQLITE_BUSY, SQLITE_LOCKED: .busy(file: file)
    case SQLITE_READONLY: .readOnly(file: file)
    case SQLITE_CONSTRAINT: .duplicate(file: file)
    case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: .unreachable(path: file, reason: "it cannot be opened")
    case SQLITE_IOERR: .unreachable(path: file, reason: "input or output failed, number \(number)")
    default: .refused(file: file, number: Int(number))
    }
}
