import Mechanisms
import Vocabulary

/// Derives the projections' rows from events and writes them in batches: the one way in which they come about, whether
/// events are new or read again for a rebuild.
struct ProjectionWriter {
    /// The present state of a record, as the `record` table keeps it.
    struct RecordHead {
        let mechanism: String
        let state: String
        let version: Int
        let last: Int64
        /// Not yet a row of the table.
        var isNew: Bool
    }

    private var heads: [RecordID: RecordHead] = [:]
    private var links: [(target: RecordID, source: RecordID)] = []
    private var origins: [(origin: Origin, record: RecordID)] = []
    private var tokens: [(token: BlindIndex.Token, person: RecordID)] = []
    private var erasures: [(person: RecordID, sequence: Int64)] = []
    private var accesses: [(record: RecordID, sequence: Int64)] = []

    /// The record as the events taken so far leave it; nil where they do not touch it.
    func head(of record: RecordID) -> RecordHead? { heads[record] }

    /// Takes one event; `found` are the tokens of the identities it carries.
    mutating func take(_ event: EventDraft, sequence: Int64, tokens found: [BlindIndex.Token] = []) {
        guard event.version > 0 else {
            accesses.append((event.record, sequence))
            // Whoever is found was looked at: a search stands among the accesses of each of them.
            if event.kind == LedgerEvent.search, case .links(let persons)? = event.changes["found"] {
                accesses += persons.map { ($0, sequence) }
            }
            if event.kind == LedgerEvent.erase { erasures.append((event.record, sequence)) }
            return
        }
        heads[event.record] = RecordHead(
            mechanism: event.mechanism, state: event.state, version: event.version, last: sequence,
            isNew: event.version == 1 || heads[event.record]?.isNew == true)
        for value in event.changes.values {
            switch value {
            case .link(let target): links.append((target, event.record))
            case .links(let targets):
                for target in targets { links.append((target, event.record)) }
            default: break
            }
        }
        if let origin = event.origin { origins.append((origin, event.record)) }
        if let person = event.person {
            for token in found { tokens.append((token, person)) }
        }
    }

    /// Writes all rows taken so far. They go in sorted, since neighbours in a table share its pages.
    mutating func flush(to connection: any StoreConnection) throws {
        try flushRecords(to: connection)
        links.sort { $0.target == $1.target ? precedes($0.source, $1.source) : precedes($0.target, $1.target) }
        try insert(Projection.link, links, connection) { row, link in
            row.append(link.target)
            row.append(link.source)
        }
        origins = firstOfEach(origins)
        try insert(Projection.origin, origins, connection) { row, entry in
            row.append(high: entry.origin.high, low: entry.origin.low)
            row.append(entry.record)
        }
        tokens.sort { ($0.token.high, $0.token.low) < ($1.token.high, $1.token.low) }
        try insert(Projection.identity, tokens, connection) { row, entry in
            row.append(high: entry.token.high, low: entry.token.low)
            row.append(entry.person)
        }
        try insert(Projection.erasure, erasures, connection) { row, entry in
            row.append(entry.person)
            row.append(entry.sequence)
        }
        accesses.sort { $0 < $1 }
        try insert(Projection.access, accesses, connection) { row, entry in
            row.append(entry.record)
            row.append(entry.sequence)
        }
        for (person, _) in erasures {
            try connection.execute(ProjectionWriter.deleteTokens, [.text(person.description)])
        }
        heads.removeAll(keepingCapacity: true)
        links.removeAll(keepingCapacity: true)
        origins.removeAll(keepingCapacity: true)
        tokens.removeAll(keepingCapacity: true)
        erasures.removeAll(keepingCapacity: true)
        accesses.removeAll(keepingCapacity: true)
    }

    private func flushRecords(to connection: any StoreConnection) throws {
        var fresh: [String: [(id: RecordID, head: RecordHead)]] = [:]
        for (id, head) in heads {
            if head.isNew {
                fresh[head.mechanism, default: []].append((id, head))
            } else {
                try connection.execute(
                    ProjectionWriter.updateRecord,
                    [
                        .text(head.state), .integer(Int64(head.version)), .integer(head.last), .text(head.mechanism),
                        .text(id.description),
                    ])
            }
        }
        for (mechanism, entries) in fresh.sorted(by: { $0.key < $1.key }) {
            let sorted = entries.sorted { precedes($0.id, $1.id) }
            let longest = mechanism.utf8.count + (entries.map(\.head.state.utf8.count).max() ?? 0)
            try insert(Projection.record, sorted, connection, payload: longest + 36) { row, entry in
                row.append(mechanism)
                row.append(entry.id)
                row.append(entry.head.state)
                row.append(Int64(entry.head.version))
                row.append(entry.head.last)
            }
        }
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

    private func insert<Entry>(
        _ projection: Projection, _ entries: [Entry], _ connection: any StoreConnection, payload: Int = 72,
        _ append: (inout RowEncoder, Entry) -> Void
    ) throws {
        guard !entries.isEmpty else { return }
        var rows = RowBatch(columns: projection.columns)
        for entry in entries { rows.appendRow(payload: payload) { append(&$0, entry) } }
        try connection.insert(rows, with: projection.insert)
    }

    static let updateRecord = """
        UPDATE record SET state = :state, version = :version, last = :last WHERE mechanism = :mechanism AND id = :id
        """
    static let deleteTokens = "DELETE FROM identity_token WHERE person = :person"
}
