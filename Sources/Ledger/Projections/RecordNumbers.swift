import Mechanisms
import Vocabulary

/// Finds the numbers of records that others name, those of the transaction under way first.
struct RecordNumbers {
    /// A record as derived tables name it.
    struct Place {
        let number: Int64
        /// A word.
        let mechanism: Int64
    }

    private let connection: any StoreConnection
    private var known: [RecordID: Place?] = [:]
    /// The greatest id before this transaction: what is beyond need not be looked for.
    private var highest: RecordID?

    init(_ connection: any StoreConnection) throws {
        self.connection = connection
        highest = try RecordNumbers.highest(connection)
    }

    private static func highest(_ connection: any StoreConnection) throws -> RecordID? {
        let found = try connection.first(selectHighest) { RecordID(stored: $0.bytes(0)) }
        return found ?? nil
    }

    /// Forgets what was looked up, after the records taken so far were written: memory stays flat.
    mutating func refresh() throws {
        known.removeAll(keepingCapacity: true)
        highest = try RecordNumbers.highest(connection)
    }

    mutating func add(_ id: RecordID, _ place: Place) { known[id] = place }

    /// Nil where no record of that id was opened up to the event `last`: what a link names must be there before it.
    mutating func place(of id: RecordID, upTo last: Int64) throws -> Place? {
        guard let place = try place(of: id), place.number <= last else { return nil }
        return place
    }

    private mutating func place(of id: RecordID) throws -> Place? {
        if let place = known[id] { return place }
        guard mayBeStored(id) else { return nil }
        let place = try connection.first(RecordNumbers.select, [.text(id.description)]) { row in
            Place(number: row.integer(0), mechanism: row.integer(1))
        }
        known[id] = .some(place)
        return place
    }

    /// Whether a look-up can find it.
    func mayBeStored(_ id: RecordID) -> Bool {
        guard let highest else { return false }
        return !precedes(highest, id)
    }

    static let selectHighest = "SELECT max(id) FROM record"
    static let select = "SELECT number, mechanism FROM record WHERE id = :id"
}
