import Access
package import Mechanisms
package import Vocabulary

extension Ledger {
    /// Which of these rows are records already; those that are not are left out.
    package func known(_ origins: [Origin]) throws -> [Origin: RecordID] {
        try events.read { try OriginLookup.known(origins, $0) }
    }

    /// A record with its identities sealed, for the interpreter; nil where there is none. Not written down as a read.
    package func record(_ id: RecordID) throws -> RecordState? {
        try events.read { try Ledger.fold(id, $0)?.state }
    }

    /// The ids of a mechanism's records, in the order of their ids; only those in `state` where one is named.
    package func records(of mechanism: String, in state: String? = nil) throws -> [RecordID] {
        try events.read { connection in
            try connection.all(RecordLookup.selectByMechanism, [.text(mechanism)]) { row in
                state == nil || row.text(1) == state ? RecordID(stored: row.bytes(0)) : nil
            }.compactMap(\.self)
        }
    }

    /// The records that point to `target` by `field` now.
    package func records(linkedTo target: RecordID, by field: String) throws -> [RecordState] {
        try events.read { connection in
            let sources = try connection.all(
                RecordLookup.selectByLink, [.text(target.description)]
            ) { RecordID(stored: $0.bytes(0)) }
            return try sources.compactMap { try $0.flatMap { try Ledger.fold($0, connection)?.state } }
                .filter { state in
                    switch state.fields[field] {
                    case .link(let present): present == target
                    case .links(let present): present.contains(target)
                    default: false
                    }
                }
        }
    }

    /// A record's events, the first one first; empty where there is no such record.
    package func history(of id: RecordID) throws -> [Event] {
        try events.read { try Ledger.events(of: id, $0) }
    }

    /// A record folded from its events, with those events.
    static func fold(_ id: RecordID, _ connection: any StoreConnection) throws -> (state: RecordState, events: [Event])?
    {
        let events = try events(of: id, connection)
        guard let first = events.first else { return nil }
        var state = RecordState(opening: first.draft)
        for event in events.dropFirst() { state.apply(event.draft) }
        return (state, events)
    }

    private static func events(of id: RecordID, _ connection: any StoreConnection) throws -> [Event] {
        guard let head = try RecordLookup.head(of: id, mechanism: nil, connection) else { return [] }
        let reader = EventReader()
        var events: [Event] = []
        var place = head.last
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

    static let selectEvent = "SELECT \(EventTable.columns) FROM event WHERE sequence = :sequence"
}
