import Crypto
import Mechanisms
import Vocabulary

/// Makes the projections from the events, as if they had just been written.
struct Derivation {
    /// Nil where identities cannot be opened: their tokens are then left out.
    let vault: Vault?
    let rules: ProjectionRules
    /// Events between two writes.
    static let eventsPerFlush = 20_000

    /// - Parameter progress: Hears now and then how many events were read; returning false stops.
    /// - Returns: False where it was stopped.
    func derive(
        from source: any StoreConnection, into target: any StoreConnection, progress: (Int64) -> Bool
    ) throws -> Bool {
        let reader = EventReader()
        var writer = try ProjectionWriter(target, rules: rules, reading: source)
        var isStopped = false
        try source.query(EventTable.selectRange, [.integer(1), .integer(.max)]) { row in
            let event = try reader.event(row)
            let author = EventAuthor(
                account: event.account, organisation: event.organisation, recordedAt: event.recordedAt)
            try writer.take(
                event.draft, sequence: event.sequence, by: author, tokens: try tokens(of: event.draft))
            if event.sequence % Int64(Derivation.eventsPerFlush) == 0 {
                try writer.flush()
                isStopped = !progress(event.sequence)
            }
            return !isStopped
        }
        try writer.flush()
        return !isStopped
    }

    private func tokens(of draft: EventDraft) throws -> [BlindIndex.Token] {
        guard let vault, let person = draft.person else { return [] }
        let (draft, opened) = try vault.open(draft, of: person)
        return opened.reduce(into: []) { tokens, field in
            guard let value = draft.changes[field] else { return }
            tokens += vault.keys.blindIndex.tokens(of: value, field: field)
        }
    }

    /// A digest over all rows of a projection in their order, and how many they are.
    static func digest(
        of projection: Projection, _ connection: any StoreConnection
    ) throws -> (rows: Int, digest: [UInt8]) {
        var rows = 0
        var digest = SHA256()
        var batch = RowBatch(columns: projection.columns)
        try connection.query(projection.selectAll, []) { stored in
            batch.removeAll()
            let payload = (0..<projection.columns).reduce(0) { $0 + stored.bytes($1).count }
            batch.appendRow(payload: payload) { row in
                for column in 0..<projection.columns { row.append(stored, column) }
                digest.update(bufferPointer: row.written)
            }
            rows += 1
            return true
        }
        return (rows, Array(digest.finalize()))
    }
}
