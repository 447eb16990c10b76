package import Access
import Mechanisms
package import Vocabulary

extension Ledger {
    /// The persons in reach whose identities match all of `wanted`, without opening any; the search is written down first.
    ///
    /// A person is found under every value that a field ever had. Whoever is out of reach is neither found nor counted,
    /// and not named on the event. It names the fields looked in, how closely, who was found (the first hundred) and how
    /// many, not what was looked for: that would put names in clear into the ledger.
    ///
    /// - Parameters:
    ///   - wanted: Values by the name of the identity field.
    ///   - closeness: How closely each must match.
    ///   - reach: Of the one who searches, over persons; narrowed here to where identities may be seen.
    /// - Returns: Ids in their order; none for an empty `wanted`.
    /// - Throws: ``LedgerFailure/otherGrant(given:needed:)`` where nothing at all is in reach.
    package func find(
        _ wanted: [String: String], _ closeness: Closeness = .folded, within reach: Reach
    ) throws -> [RecordID] {
        let reach = reach.showing(.identity)
        guard reach.action == .search, let grant = reach.grant else {
            throw LedgerFailure.otherGrant(given: reach.action, needed: .search)
        }
        guard isWritable, let vault else { throw LedgerFailure.closedFor(action: .search) }
        let tokens = wanted.map { field, text in
            vault.keys.blindIndex.query(text, field: field, closeness: closeness)
        }
        let now = clock()
        let found = try events.read { connection in
            let condition = try ReachCondition(reach, at: now, connection)
            return try Ledger.persons(tokens, connection).filter { person in
                let statement = Ledger.inReach(person, condition)
                return try connection.first(statement.sql, statement.parameters) { _ in true } ?? false
            }
        }
        let changes: [String: FieldValue] = [
            "fields": .codes(wanted.keys.sorted()), "closeness": .code(closeness.rawValue),
            LedgerEvent.found: .links(Array(found.prefix(Ledger.recordsNamed))), "found-count": .integer(found.count),
        ]
        let draft = LedgerEvent.draft(LedgerEvent.search, about: register, at: now, changes: changes)
        try appendOwn([draft], under: grant)
        return found
    }

    /// Those who match all tokens, in the order of their ids.
    private static func persons(_ tokens: [BlindIndex.Token], _ connection: any StoreConnection) throws -> [RecordID] {
        var persons: Set<RecordID>?
        for token in tokens {
            let matching = Set(
                try connection.all(selectByToken, [.bytes(token.bytes)]) { RecordID(stored: $0.bytes(0)) }
                    .compactMap(\.self))
            persons = persons?.intersection(matching) ?? matching
        }
        return (persons ?? []).sorted()
    }

    /// Answers a row where the record is in reach.
    static func inReach(_ record: RecordID, _ condition: ReachCondition) -> ListStatement {
        var statement = ListStatement("SELECT record.number FROM record WHERE record.id = ")
        statement.add(.text(record.description), as: "id")
        condition.add(to: &statement)
        return statement
    }

    static let selectByToken = "SELECT person FROM identity_token WHERE token = :token"
}
