package import Access
import Mechanisms
package import Vocabulary

extension Ledger {
    /// The persons whose identities match all of `wanted`, without opening any; the search is written down first.
    ///
    /// A person is found under every value that a field ever had. The event names the fields looked in, how closely,
    /// who was found (the first hundred) and how many, not what was looked for: that would put names in clear into the ledger.
    ///
    /// - Parameters:
    ///   - wanted: Values by the name of the identity field.
    ///   - closeness: How closely each must match.
    /// - Returns: Ids in their order; none for an empty `wanted`.
    package func find(
        _ wanted: [String: String], _ closeness: Closeness = .folded, under grant: Grant
    ) throws -> [RecordID] {
        try Ledger.require(.search, grant)
        guard isWritable, let vault else { throw LedgerFailure.closedFor(action: .search) }
        let tokens = wanted.map { field, text in
            vault.keys.blindIndex.query(text, field: field, closeness: closeness)
        }
        let found = try events.read { connection in
            var persons: Set<RecordID>?
            for token in tokens {
                let matching = Set(
                    try connection.all(Ledger.selectByToken, [.bytes(token.bytes)]) { RecordID(stored: $0.bytes(0)) }
                        .compactMap(\.self))
                persons = persons?.intersection(matching) ?? matching
            }
            return (persons ?? []).sorted()
        }
        let changes: [String: FieldValue] = [
            "fields": .codes(wanted.keys.sorted()), "closeness": .code(closeness.rawValue),
            LedgerEvent.found: .links(Array(found.prefix(Ledger.foundWritten))), "found-count": .integer(found.count),
        ]
        let draft = LedgerEvent.draft(LedgerEvent.search, about: register, at: clock(), changes: changes)
        try appendOwn([draft], under: grant)
        return found
    }

    /// How many of those found are named on the event.
    private static let foundWritten = 100

    static let selectByToken = "SELECT person FROM identity_token WHERE token = :token"
}
