package import Access
import Crypto
package import Mechanisms
import Vocabulary

/// What makes a repeated request harmless: the caller's own key, who sent it, and what it said.
package struct RequestKey: Sendable, Hashable {
    /// SHA-256 over account, post and key: keys of two accounts never meet, nor those of two posts of one account.
    let key: [UInt8]
    /// SHA-256 over the request.
    let body: [UInt8]

    /// - Parameter request: Every byte that decides what is done.
    package init(_ key: String, of actor: Actor, request: [UInt8]) {
        var sender: [UInt8] = []
        for word in [actor.account, actor.function.rawValue, actor.post?.description ?? "", key] {
            BodyWriter.append(text: word, to: &sender)
        }
        self.key = Array(SHA256.hash(data: sender))
        body = Array(SHA256.hash(data: request))
    }

    /// Of commands: two are the same request where they differ only in the ids of records that they open, since a form that
    /// is posted twice makes two.
    package init(_ key: String, of actor: Actor, commands: [Command]) {
        var opened: [RecordID: RecordID] = [:]
        for command in commands where command.expectedVersion == 0 && opened[command.record] == nil {
            opened[command.record] = RecordID(high: 0, low: UInt64(opened.count))
        }
        var request: [UInt8] = []
        for command in commands {
            let words = [
                command.mechanism, (opened[command.record] ?? command.record).description, command.transition,
                String(command.expectedVersion), command.effective.description, command.reason ?? "",
            ]
            for word in words { BodyWriter.append(text: word, to: &request) }
            BodyWriter.append(command.changes.mapValues { $0.renaming(opened) }, to: &request)
        }
        self.init(key, of: actor, request: request)
    }
}

/// What was answered to requests with a key.
///
/// How long ago that was, no clock is asked: one that jumps forwards would make a repetition a second write. Time passes
/// here from one answer to the next, by the ledger's own moments, which never go back, and by an hour at most.
enum RequestTable {
    static let create = """
        -- request: what was answered to a request that carried a key, so that its repetition changes nothing.
        CREATE TABLE request (
            key BYTEA PRIMARY KEY,   -- SHA-256 over account, post and key
            body BYTEA NOT NULL,     -- SHA-256 over the request
            first BIGINT NOT NULL,   -- its events: from
            last BIGINT NOT NULL,    -- to
            at BIGINT NOT NULL       -- milliseconds that passed until then, an hour at most from one row to the next
        )
        """
    static let createIndex = "CREATE INDEX request_at ON request (at)"
    static let insert = """
        INSERT INTO request (key, body, first, last, at) VALUES (:key, :body, :first, :last, :at)
        """
    static let select = "SELECT body, first, last FROM request WHERE key = :key"
    static let selectLast = "SELECT at, last FROM request WHERE at = (SELECT max(at) FROM request) LIMIT 1"
    static let deleteOld = "DELETE FROM request WHERE at <= :at"

    /// For how much of that time an answer is kept: who repeats later asks anew.
    private static let keptMilliseconds: Int64 = 48 * 3_600_000
    /// What one step may count: a clock would have to jump two days hour by hour, with an answer at each.
    private static let longestStep: Int64 = 3_600_000

    /// The events of the first answer; nil where the key is new.
    ///
    /// - Throws: ``LedgerFailure/keyReused`` where it came with another request.
    static func answer(_ key: RequestKey, _ connection: any StoreConnection) throws -> ClosedRange<Int64>? {
        let row = try connection.first(select, [.bytes(key.key)]) { row in
            (body: row.byteArray(0), first: row.integer(1), last: row.integer(2))
        }
        guard let row else { return nil }
        guard row.body == key.body else { throw LedgerFailure.keyReused }
        return row.first...max(row.first, row.last)
    }

    /// Whether the key came before, with this request or another.
    static func isKnown(_ key: RequestKey, _ connection: any StoreConnection) throws -> Bool {
        try connection.first(select, [.bytes(key.key)]) { _ in true } ?? false
    }

    /// Keeps an answer whose events are written, and forgets the oldest.
    static func keep(_ key: RequestKey, _ events: ClosedRange<Int64>, _ connection: any StoreConnection) throws {
        let now = try moment(of: events.upperBound, connection)
        var at = now
        if let last = try connection.first(selectLast, [], { (at: $0.integer(0), event: $0.integer(1)) }) {
            at = last.at + min(max(0, now - (try moment(of: last.event, connection))), longestStep)
        }
        try connection.execute(deleteOld, [.integer(at - keptMilliseconds)])
        try connection.execute(
            insert,
            [
                .bytes(key.key), .bytes(key.body), .integer(events.lowerBound), .integer(events.upperBound),
                .integer(at),
            ])
    }

    /// When an event was recorded, in milliseconds since 1970.
    private static func moment(of sequence: Int64, _ connection: any StoreConnection) throws -> Int64 {
        let recorded = try connection.first(EventTable.selectMoment, [.integer(sequence)]) { Timestamp($0.text(0)) }
        guard let moment = recorded ?? nil else { throw LedgerFailure.unreadableEvent(sequence: sequence) }
        return moment.milliseconds
    }
}

extension FieldValue {
    /// The value with other ids in the place of some.
    fileprivate func renaming(_ names: [RecordID: RecordID]) -> FieldValue {
        switch self {
        case .link(let record): .link(names[record] ?? record)
        case .links(let records): .links(records.map { names[$0] ?? $0 })
        default: self
        }
    }
}
