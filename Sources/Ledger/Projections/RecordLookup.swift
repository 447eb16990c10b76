import Mechanisms
import Vocabulary

/// The present state of a record, as the `record` table keeps it.
struct RecordHead {
    let number: Int64
    let mechanism: String
    let state: String
    let version: Int
    /// Sequence of its last event.
    let last: Int64
}

extension RecordHead {
    init(_ record: FoldedRecord) {
        number = record.number
        mechanism = record.mechanism
        state = record.state
        version = record.version
        last = record.last
    }
}

/// Finds records in the `record` projection, and their events.
enum RecordLookup {
    static func head(of record: RecordID, _ connection: any StoreConnection) throws -> RecordHead? {
        try connection.first(select, [.text(record.description)]) { row in
            RecordHead(
                number: row.integer(0), mechanism: row.text(1), state: row.text(2), version: Int(row.integer(3)),
                last: row.integer(4))
        }
    }

    /// A record's events from the first up to `last`, which is the sequence of one of them.
    static func events(of id: RecordID, from last: Int64, _ connection: any StoreConnection) throws -> [Event] {
        let reader = EventReader()
        var events: [Event] = []
        var place = last
        while place > 0 {
            let step = try connection.first(selectEvent, [.integer(place)]) { row in
                (try reader.event(row), row.integer(.previous))
            }
            guard let (event, previous) = step, event.draft.record == id, previous < place else {
                throw LedgerFailure.unreadableEvent(sequence: place)
            }
            events.append(event)
            place = previous
        }
        return events.reversed()
    }

    /// What a record said when it was opened, by the sequence of that event.
    static func opening(at number: Int64, _ connection: any StoreConnection) throws -> [String: FieldValue] {
        let reader = EventReader()
        return try connection.first(selectEvent, [.integer(number)]) { try reader.event($0).draft.changes } ?? [:]
    }

    /// The ids of a mechanism's records, state by state; only those in `state` where one is named.
    static func records(
        of mechanism: String, in state: String? = nil, _ connection: any StoreConnection
    ) throws -> [RecordID] {
        guard let number = try WordBook.number(of: mechanism, connection) else { return [] }
        let states =
            try state.map { [try WordBook.number(of: $0, connection)].compactMap(\.self) }
            ?? states(of: number, connection)
        return try states.flatMap { state in
            try connection.all(selectByState, [.integer(number), .integer(state)]) { RecordID(stored: $0.bytes(0)) }
                .compactMap(\.self)
        }
    }

    /// The states in which records of a mechanism are, each found by one step into the index.
    static func states(of mechanism: Int64, _ connection: any StoreConnection) throws -> [Int64] {
        var found: [Int64] = []
        while let next = try connection.first(
            selectStates, [.integer(mechanism), .integer(found.last ?? 0)],
            { $0.kind(0) == .null ? nil : $0.integer(0) }),
            let next
        { found.append(next) }
        return found
    }

    static let select = """
        SELECT record.number, mechanism.text, state.text, version, last FROM record
        CROSS JOIN word AS mechanism CROSS JOIN word AS state
        WHERE record.id = :id AND mechanism.number = record.mechanism AND state.number = record.state
        """
    static let selectEvent = "SELECT \(EventTable.columns) FROM event WHERE sequence = :sequence"
    static let selectStates = """
        SELECT min(state) FROM record WHERE mechanism = :mechanism AND state > :state
        """
    static let selectByState = """
        SELECT id FROM record WHERE mechanism = :mechanism AND state = :state ORDER BY number
        """
    static let selectPointing = """
        SELECT DISTINCT record.id, record.version FROM link CROSS JOIN record
        WHERE link.target = :target AND record.number = link.source
        """
    static let selectByLink = """
        SELECT record.id, record.version FROM link CROSS JOIN record
        WHERE link.target = :target AND link.field = :field AND record.number = link.source
        """
}
