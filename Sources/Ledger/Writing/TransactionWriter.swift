import Mechanisms
import Vocabulary

/// Writes prepared groups within one transaction: checks versions and origins, chains, and derives the projections.
struct TransactionWriter {
    private let connection: any StoreConnection
    private let stamp: EventStamp
    private var sequence: Int64
    private var hash: [UInt8]
    private var events = RowBatch(columns: EventTable.Column.allCases.count)
    private var projections: ProjectionWriter
    private var claimed: [Origin: RecordID]

    /// - Parameter batch: Its origins are looked up at once, in the order of the index.
    init(
        _ connection: any StoreConnection, after last: LedgerPosition, stamp: EventStamp, for batch: PreparedBatch,
        rules: ProjectionRules
    ) throws {
        self.connection = connection
        self.stamp = stamp
        sequence = last.sequence
        hash = last.hash.bytes
        projections = try ProjectionWriter(connection, rules: rules)
        claimed = try OriginLookup.known(batch.drafts.compactMap(\.origin), connection)
    }

    /// Takes one group, or leaves it out whole.
    mutating func write(_ group: Range<Int>, of batch: PreparedBatch) throws -> GroupOutcome {
        for place in group {
            if let origin = batch.drafts[place].origin, let record = claimed[origin] {
                return .known(origin, record)
            }
        }
        if let conflict = try conflict(in: batch.drafts[group]) { return .conflict(conflict) }
        for place in group {
            try append(batch.drafts[place], body: batch.body(place), of: batch, tokens: batch.tokens[place] ?? [])
        }
        for place in group {
            let draft = batch.drafts[place]
            if let origin = draft.origin, claimed[origin] == nil { claimed[origin] = draft.record }
        }
        return .written(through: sequence)
    }

    /// Writes what was taken.
    mutating func flush() throws {
        guard !events.isEmpty else { return }
        try connection.insert(events, with: EventTable.insert)
        events.removeAll()
        try projections.flush()
    }

    /// The first draft whose record has another version than the draft builds on.
    private mutating func conflict(in group: ArraySlice<EventDraft>) throws -> Conflict? {
        for place in group.indices {
            let draft = group[place]
            guard draft.version > 0 else { continue }
            let earlier = group[..<place].last { $0.record == draft.record && $0.version > 0 }
            let head = try earlier == nil ? projections.head(of: draft.record) : nil
            let found = earlier?.version ?? head?.version ?? 0
            if found != draft.version - 1 {
                return Conflict(
                    mechanism: draft.mechanism, record: draft.record, expected: draft.version - 1, found: found,
                    foundAt: head?.last ?? sequence)
            }
        }
        return nil
    }

    private mutating func append(
        _ draft: EventDraft, body: Range<Int>, of batch: PreparedBatch, tokens: [BlindIndex.Token]
    ) throws {
        let previous = draft.version > 1 ? try projections.head(of: draft.record)?.last ?? 0 : 0
        sequence += 1
        let (sequence, stamp) = (sequence, stamp)
        let payload =
            stamp.cells.bytes.count + draft.mechanism.utf8.count + draft.kind.utf8.count + draft.state.utf8.count
            + (draft.reason?.utf8.count ?? 0) + body.count + TransactionWriter.fixedPayload
        events.appendRow(payload: payload) { row in
            row.append(sequence)
            row.append(stamp.cells)
            row.append(draft.mechanism)
            row.append(draft.record)
            row.append(Int64(draft.version))
            row.append(draft.kind)
            row.append(draft.state)
            row.append(draft.effective.description)
            row.append(draft.person)
            row.append(draft.reason)
            if let origin = draft.origin { row.append(high: origin.high, low: origin.low) } else { row.appendNull() }
            batch.bodies.withUnsafeBytes { row.append(UnsafeRawBufferPointer(rebasing: $0[body]), as: .text) }
            row.append(previous)
            EventChain.advance(&hash, by: row.written)
            hash.withUnsafeBytes { row.append($0, as: .bytes) }
        }
        try projections.take(draft, sequence: sequence, by: stamp.author, tokens: tokens)
    }

    /// Two ids, a period, an origin and a hash, rounded up.
    private static let fixedPayload = 160
}
