import Ledger
import Vocabulary

extension StoredRow {
    /// A moment as ``StoredValue/moment(_:)`` wrote it.
    func moment(_ column: Int, table: String) throws -> Timestamp {
        guard let moment = Timestamp(text(column)) else { throw AccountRefusal.damaged(table: table) }
        return moment
    }

    func optionalMoment(_ column: Int, table: String) throws -> Timestamp? {
        kind(column) == .null ? nil : try moment(column, table: table)
    }
}

extension StoredValue {
    static func moment(_ moment: Timestamp) -> StoredValue { .text(moment.description) }
}

extension Timestamp {
    func adding(_ milliseconds: Int64) -> Timestamp {
        Timestamp(milliseconds: self.milliseconds + milliseconds)
    }

    /// Milliseconds from another moment to this one; negative where this one is earlier.
    func since(_ other: Timestamp) -> Int64 { milliseconds - other.milliseconds }
}
