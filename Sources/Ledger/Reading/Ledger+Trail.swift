package import Mechanisms
package import Vocabulary

/// An event together with why it was allowed.
package struct TrailEvent: Sendable {
    package let event: Event
    /// For which purpose of the law, as written on the event.
    package let purpose: String
    /// By which row of the policy; `none` for what was refused.
    package let rule: String
}

extension Ledger {
    /// Everything that was done with a record, the first one first: its own events, and those of the ledger that name it
    /// (reads, lists, searches, exports, refusals, erasure). Identities stay sealed; nothing is written down.
    package func trail(of id: RecordID) throws -> [TrailEvent] {
        try events.read { connection in
            let reader = EventReader()
            var trail = try connection.all(Ledger.selectAccesses, [.text(id.description)]) { row in
                TrailEvent(
                    event: try reader.event(row), purpose: row.text(EventTable.Column.purpose.rawValue),
                    rule: row.text(EventTable.Column.rule.rawValue))
            }
            var place = try RecordLookup.head(of: id, connection)?.last ?? 0
            while place > 0 {
                let step = try connection.first(RecordLookup.selectEvent, [.integer(place)]) { row in
                    let event = TrailEvent(
                        event: try reader.event(row), purpose: row.text(EventTable.Column.purpose.rawValue),
                        rule: row.text(EventTable.Column.rule.rawValue))
                    return (event, row.integer(.previous))
                }
                guard let (event, previous) = step, previous < place else {
                    throw LedgerFailure.unreadableEvent(sequence: place)
                }
                trail.append(event)
                place = previous
            }
            return trail.sorted { $0.event.sequence < $1.event.sequence }
        }
    }

    /// How many files lie sealed under a person's key.
    package func attachments(of person: RecordID) throws -> Int {
        try events.read { connection in
            Int(try connection.first(AttachmentTable.countOfPerson, [.text(person.description)]) { $0.integer(0) } ?? 0)
        }
    }
}
