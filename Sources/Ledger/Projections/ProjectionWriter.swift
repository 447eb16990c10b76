import Access
import Mechanisms
import Vocabulary

/// Derives the projections' rows from events and writes them in batches: the one way in which they come about, whether
/// events are new or read again for a rebuild.
struct ProjectionWriter {
    /// A record that events of this batch touched.
    private struct Touched {
        /// As it is in the tables; nil where it is not there yet.
        let before: FoldedRecord?
        var now: FoldedRecord
    }

    private let target: any StoreConnection
    /// Where events are read; the scratch of a comparison has none of its own.
    private let source: any StoreConnection
    private var derivation: RecordDerivation
    private var touched: [RecordID: Touched] = [:]
    private var origins: [(origin: Origin, record: RecordID)] = []
    private var tokens: [(token: BlindIndex.Token, person: RecordID)] = []
    private var erasures: [(person: RecordID, sequence: Int64)] = []
    private var accesses: [(record: RecordID, sequence: Int64)] = []

    /// - Parameter source: Where the events are that were written before; nil where the tables are.
    init(_ target: any StoreConnection, rules: ProjectionRules, reading source: (any StoreConnection)? = nil) throws {
        self.target = target
        self.source = source ?? target
        derivation = RecordDerivation(
            rules: rules, events: source ?? target, words: try WordBook(target), numbers: try RecordNumbers(target))
    }

    /// The record as the events taken so far leave it; nil where there is none.
    func head(of record: RecordID) throws -> RecordHead? {
        if let touched = touched[record] { return RecordHead(touched.now) }
        guard derivation.numbers.mayBeStored(record) else { return nil }
        return try RecordLookup.head(of: record, target)
    }

    /// Takes one event; `found` are the tokens of the identities it carries.
    mutating func take(
        _ event: EventDraft, sequence: Int64, by author: EventAuthor, tokens found: [BlindIndex.Token] = []
    ) throws {
        guard event.version > 0 else {
            accesses.append((event.record, sequence))
            // Whoever is found or listed was looked at: it stands among the accesses of each of them.
            if case .links(let named)? = event.changes[LedgerEvent.found] {
                accesses += named.filter { $0 != event.record }.map { ($0, sequence) }
            }
            if event.kind == LedgerEvent.erase { erasures.append((event.record, sequence)) }
            return
        }
        try derivation.learn(event, by: author)
        try apply(event, sequence: sequence, by: author)
        if let origin = event.origin { origins.append((origin, event.record)) }
        if let person = event.person {
            for token in found { tokens.append((token, person)) }
        }
    }

    private mutating func apply(_ event: EventDraft, sequence: Int64, by author: EventAuthor) throws {
        if event.version == 1 {
            let record = FoldedRecord(opening: event, at: sequence, by: author)
            touched[event.record] = Touched(before: nil, now: record)
            let mechanism = try derivation.words.number(of: event.mechanism)
            derivation.numbers.add(event.record, RecordNumbers.Place(number: sequence, mechanism: mechanism))
        } else if touched[event.record] != nil {
            touched[event.record]?.now.apply(event, at: sequence)
        } else {
            guard let last = try RecordLookup.head(of: event.record, target)?.last,
                let before = FoldedRecord(try RecordLookup.events(of: event.record, from: last, source))
            else { throw LedgerFailure.unreadableEvent(sequence: sequence) }
            var now = before
            now.apply(event, at: sequence)
            touched[event.record] = Touched(before: before, now: now)
        }
    }

    /// Writes all rows taken so far. They go in sorted, since neighbours in a table share its pages.
    mutating func flush() throws {
        try flushRecords()
        origins = firstOfEach(origins)
        try target.insert(origins, into: .origin) { row, entry in
            row.append(high: entry.origin.high, low: entry.origin.low)
            row.append(entry.record)
        }
        tokens.sort { ($0.token.high, $0.token.low) < ($1.token.high, $1.token.low) }
        try target.insert(tokens, into: .identity) { row, entry in
            row.append(high: entry.token.high, low: entry.token.low)
            row.append(entry.person)
        }
        try target.insert(erasures, into: .erasure) { row, entry in
            row.append(entry.person)
            row.append(entry.sequence)
        }
        accesses.sort { $0 < $1 }
        try target.insert(accesses, into: .access) { row, entry in
            row.append(entry.record)
            row.append(entry.sequence)
        }
        for (person, _) in erasures {
            try target.execute(ProjectionWriter.deleteTokens, [.text(person.description)])
        }
        origins.removeAll(keepingCapacity: true)
        tokens.removeAll(keepingCapacity: true)
        erasures.removeAll(keepingCapacity: true)
        accesses.removeAll(keepingCapacity: true)
    }

    private mutating func flushRecords() throws {
        var (gone, fresh) = (RecordRows(), RecordRows())
        var opened: [FoldedRecord] = []
        for entry in touched.values {
            let rows = try derivation.rows(of: entry.now)
            if let before = entry.before {
                let old = try derivation.rows(of: before)
                gone.add(old.without(rows))
                fresh.add(rows.without(old))
                try update(entry.now)
            } else {
                fresh.add(rows)
                opened.append(entry.now)
            }
        }
        try derivation.words.flush()
        try gone.delete(from: target)
        try insert(opened)
        try fresh.insert(into: target)
        touched.removeAll(keepingCapacity: true)
        try derivation.numbers.refresh()
    }

    private mutating func insert(_ opened: [FoldedRecord]) throws {
        let rules = derivation.rules
        for record in opened.sorted(by: { $0.number < $1.number }) {
            records.append(
                (
                    record, try derivation.words.number(of: record.mechanism),
                    try derivation.words.number(of: record.state)
                ))
        }
        try target.insert(records, into: .record) { row, entry in
            row.append(entry.record.number)
            row.append(entry.record.id)
            row.append(entry.mechanism)
            row.append(entry.state)
            row.append(rules.rules(of: entry.record.mechanism).closedStates.contains(entry.record.state) ? 1 : 0)
            row.append(Int64(entry.record.version))
            row.append(entry.record.last)
        }
        records.removeAll(keepingCapacity: true)
    }

    private var records: [(record: FoldedRecord, mechanism: Int64, state: Int64)] = []

    private mutating func update(_ record: FoldedRecord) throws {
        let isClosed = derivation.rules.rules(of: record.mechanism).closedStates.contains(record.state)
        try target.execute(
            ProjectionWriter.updateRecord,
            [
                .integer(try derivation.words.number(of: record.state)), .integer(isClosed ? 1 : 0),
                .integer(Int64(record.version)), .integer(record.last), .integer(record.number),
            ])
    }

    /// Sorted, and of several rows for one origin the first taken: an origin keeps its first record.
    private func firstOfEach(
        _ entries: [(origin: Origin, record: RecordID)]
    ) -> [(origin: Origin, record: RecordID)] {
        let order = entries.indices.sorted { left, right in
            let (a, b) = (entries[left].origin, entries[right].origin)
            return (a.high, a.low, left) < (b.high, b.low, right)
        }
        return order.map { entries[$0] }
    }

    static let updateRecord = """
        UPDATE record SET state = :state, closed = :closed, version = :version, last = :last WHERE number = :number
        """
    static let deleteTokens = "DELETE FROM identity_token WHERE person = :person"
}
