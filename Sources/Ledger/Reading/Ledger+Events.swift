package import Mechanisms
package import Vocabulary

extension Ledger {
    /// Hands events to `body`, the first one first, until it returns false; identities stay sealed.
    ///
    /// All of them are of one moment: what is written meanwhile is not seen. Memory stays flat.
    package func events(
        from first: Int64 = 1, through last: Int64 = .max, _ body: (Event) throws -> Bool
    ) throws {
        try events.read { connection in
            let reader = EventReader()
            try connection.query(EventTable.selectRange, [.integer(first), .integer(last)]) { row in
                try body(try reader.event(row))
            }
        }
    }

    /// The hash at a place of the ledger; nil beyond its end.
    package func position(at sequence: Int64) throws -> LedgerPosition? {
        if sequence == 0 {
            return LedgerPosition(sequence: 0, hash: EventChain.beginning(of: register), recordedAt: nil)
        }
        return try events.read { connection in
            let hash = try connection.first(EventTable.selectHash, [.integer(sequence)]) { $0.byteArray(0) }
            return try hash.map { hash in
                LedgerPosition(
                    sequence: sequence, hash: ChainHash(bytes: hash),
                    recordedAt: try Ledger.moment(at: sequence, connection))
            }
        }
    }

    /// The last event written at or before `moment`; 0 where there is none: the place for an as-of view.
    package func position(atEndOf moment: Timestamp) throws -> Int64 {
        try events.read { connection in
            // Events are in the order of time, so halving finds the place.
            var known: Int64 = 0
            var beyond = try Ledger.position(connection, register: register).sequence + 1
            while beyond - known > 1 {
                let middle = known + (beyond - known) / 2
                if try Ledger.moment(at: middle, connection) <= moment { known = middle } else { beyond = middle }
            }
            return known
        }
    }

    private static func moment(at sequence: Int64, _ connection: any StoreConnection) throws -> Timestamp {
        let text = try connection.first(EventTable.selectMoment, [.integer(sequence)]) { $0.text(0) }
        guard let moment = text.flatMap({ Timestamp($0) }) else {
            throw LedgerFailure.unreadableEvent(sequence: sequence)
        }
        return moment
    }
}
