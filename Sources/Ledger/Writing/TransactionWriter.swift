import Mechanisms
import Vocabulary

/// Writes prepared groups within one transaction: checks versions and origins, chains, and derives the projections.
struct TransactionWriter {
    private let connection: any StoreConnection
    private let stamp: EventStamp
    private var sequence: Int64
    private var hash: [UInt8]
    private var events = RowBatch(columns: EventTable.Column.allCases.count)
    private var projections = ProjectionWriter()
    /// Every record in the table has an id up to this one: what is beyond need not be looked for.
    private let highest: RecordID?
    private var claimed: [Origin: RecordID]

    /// - Parameter batch: Its origins are looked up at once, in the order of the index.
    init(_ connection: any StoreConnection, after last: LedgerPosition, stamp: EventStamp, for batch: PreparedBatch)
        throws
    {
        self.connection = connection
        self.stamp = stamp
        sequence = last.sequence
        hash = last.hash.bytes
        highest = try connection.first(TransactionWriter.selectHighest) { RecordID(stored: $0.bytes(0)) } ?? nil
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
        try projections.flush(to: connection)
    }

    /// The first draft whose record has another version than the draft builds on.
    private func conflict(in group: ArraySlice<EventDraft>) throws -> Conflict? {
        for place in group.indices {
            let draft = group[place]
            guard draft.version > 0 else { continue }
            let earlier = group[..<place].last { $0.record == draft.record && $0.version > 0 }
            let found = try earlier?.version ?? head(of: draft.record)?.version ?? 0
            if found != draft.version - 1 {
                return Conflict(
                    mechanism: draft.mechanism, record: draft.record, expected: draft.version - 1, found: found)
            }
        }
        return nil
    }

    private func head(of record: RecordID) throws -> ProjectionWriter.RecordHead? {
        if let head = projections.head(of: record) { return head }
        guard let highest, record <= highest else { return nil }
        return try RecordLookup.head(of: record, connection)
    }

    private mutating func append(
        _ draft: EventDraft, body: Range<Int>, of batch: PreparedBatch, tokens: Set<BlindIndex.Token>
    ) throws {
        let previous = draft.version > 1 ? try head(of: draft.record)?.last ?? 0 : 0
        sequence += 1
        let start = events.bytes.count
        events.append(sequence)
        events.append(stamp.moment)
        events.append(stamp.account)
        events.append(stamp.function)
        events.append(stamp.organisation)
        events.append(stamp.purpose)
        events.append(stamp.rule)
        events.append(draft.mechanism)
        events.append(draft.record)
        events.append(Int64(draft.version))
        events.append(draft.kind)
        events.append(draft.state)
        events.append(draft.effective.description)
        if let person = draft.person { events.append(person) } else { events.appendNull() }
        events.append(draft.reason)
        if let origin = draft.origin {
            events.append(high: origin.high, low: origin.low)
        } else {
            events.appendNull()
        }
        batch.bodies.withUnsafeBytes { events.append(UnsafeRawBufferPointer(rebasing: $0[body]), as: .text) }
        events.append(previous)
        events.bytes.withUnsafeBytes { EventChain.advance(&hash, by: UnsafeRawBufferPointer(rebasing: $0[start...])) }
        hash.withUnsafeBytes { events.append($0, as: .bytes) }
        projections.take(draft, sequence: sequence, tokens: tokens)
    }

    static let selectHighest = "SELECT max(id) FROM record"
}
