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

    /// The versions that records have now, in one look; none for those that are not there.
    package func versions(of ids: [RecordID]) throws -> [RecordID: Int] {
        try events.read { connection in
            var versions: [RecordID: Int] = [:]
            for id in ids { versions[id] = try RecordLookup.head(of: id, connection)?.version }
            return versions
        }
    }

    /// The ids of a mechanism's records, in the order of their ids; only those in `state` where one is named.
    package func records(of mechanism: String, in state: String? = nil) throws -> [RecordID] {
        try events.read { try RecordLookup.records(of: mechanism, in: state, $0) }.sorted()
    }

    /// The records that point to `target` by `field` now.
    package func records(linkedTo target: RecordID, by field: String) throws -> [RecordState] {
        try events.read { connection in
            guard let number = try RecordLookup.head(of: target, connection)?.number,
                let field = try WordBook.number(of: field, connection)
            else { return [] }
            let sources = try connection.all(RecordLookup.selectByLink, [.integer(number), .integer(field)]) {
                RecordID(stored: $0.bytes(0))
            }
            return try sources.compactMap(\.self).sorted().compactMap { try Ledger.fold($0, connection)?.state }
        }
    }

    /// A record's events, the first one first; empty where there is no such record.
    package func history(of id: RecordID) throws -> [Event] {
        try events.read { try Ledger.events(of: id, $0) }
    }

    /// The events of a record and of those that point to it by `field` now, all of one moment; the records in the order of
    /// their ids.
    package func histories(
        linkedTo target: RecordID, by field: String
    ) throws -> (own: [Event], linked: [[Event]], through: Int64) {
        try events.read { connection in
            let end = try Ledger.position(connection, register: register).sequence
            guard let head = try RecordLookup.head(of: target, connection) else { return ([], [], end) }
            let own = try RecordLookup.events(of: target, from: head.last, connection)
            guard let field = try WordBook.number(of: field, connection) else { return (own, [], end) }
            let sources = try connection.all(RecordLookup.selectByLink, [.integer(head.number), .integer(field)]) {
                RecordID(stored: $0.bytes(0))
            }
            let linked = try sources.compactMap(\.self).sorted().map { try Ledger.events(of: $0, connection) }
            return (own, linked.filter { !$0.isEmpty }, end)
        }
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
        guard let head = try RecordLookup.head(of: id, connection) else { return [] }
        return try RecordLookup.events(of: id, from: head.last, connection)
    }
}
