import Access
import Mechanisms
import Vocabulary

/// Asks again, inside the transaction that writes, what decisions rest on.
///
/// A decision is made beside the writers, so that fifty of them need not wait for one another. What it read may have
/// changed by the time it is its turn: a consent was withdrawn, a mandate ended. Nobody can change anything between
/// this check and the commit.
struct GroundCheck {
    private let connection: any StoreConnection
    private let last: Int64
    private let own: [ClosedRange<Int64>]
    private let actor: Actor
    private let now: Timestamp
    private var known: [Ground: Bool] = [:]
    private var rows: RowReader?

    /// - Parameters:
    ///   - last: The end of the ledger.
    ///   - own: Events of the same author that shake none of these decisions.
    init(
        _ connection: any StoreConnection, after last: Int64, own: [ClosedRange<Int64>], actor: Actor, at now: Timestamp
    ) {
        self.connection = connection
        self.last = last
        self.own = own
        self.actor = actor
        self.now = now
    }

    mutating func hold(_ grounds: Grounds) throws -> Bool {
        let since = own.lazy.filter { $0.lowerBound > grounds.from }.reduce(0) { $0 + Int64($1.count) }
        let isUnmoved = last - grounds.from == since
        for ground in grounds.found {
            if case .before = ground {} else if isUnmoved { continue }
            guard try holds(ground) else { return false }
        }
        return true
    }

    private mutating func holds(_ ground: Ground) throws -> Bool {
        if let known = known[ground] { return known }
        let answer =
            switch ground {
            case .version(let record, let version): try RecordLookup.head(of: record, connection)?.version == version
            case .pointing(let target, let field, let versions):
                try Ledger.versions(pointingTo: target, by: field, connection) == versions
            case .standing(let record, let standing): try self.standing(of: record) == standing
            case .before(let day): now.day < day
            }
        known[ground] = answer
        return answer
    }

    private mutating func standing(of record: RecordID) throws -> RecordStanding? {
        let reader = try rows ?? RowReader(actor, at: now, connection)
        rows = reader
        return try reader.row(RecordLookup.head(of: record, connection)?.number ?? 0)?.standing
    }
}

extension Ledger {
    /// The records that point to another now, with their versions.
    ///
    /// - Parameter field: Nil for any.
    static func versions(
        pointingTo target: RecordID, by field: String?, _ connection: any StoreConnection
    ) throws -> [RecordID: Int] {
        guard let number = try RecordLookup.head(of: target, connection)?.number else { return [:] }
        var statement = (sql: RecordLookup.selectPointing, parameters: [StoredValue.integer(number)])
        if let field {
            guard let word = try WordBook.number(of: field, connection) else { return [:] }
            statement = (RecordLookup.selectByLink, [.integer(number), .integer(word)])
        }
        var versions: [RecordID: Int] = [:]
        try connection.query(statement.sql, statement.parameters) { row in
            if let id = RecordID(stored: row.bytes(0)) { versions[id] = Int(row.integer(1)) }
            return true
        }
        return versions
    }
}
