/// For which book the derived tables were made.
enum RuleTable {
    static let create = """
        -- rule: for which form of each mechanism the derived tables were made.
        CREATE TABLE rule (
            mechanism TEXT PRIMARY KEY,
            says TEXT NOT NULL  -- owner, closed states, listed fields, due dates and standings, as the book has them
        )
        """

    /// Writes down the rules by which the tables have just been made.
    static func keep(_ rules: ProjectionRules, _ connection: any StoreConnection) throws {
        try connection.execute(clear, [])
        for (mechanism, rules) in rules.mechanisms.sorted(by: { $0.key < $1.key }) where !rules.says.isEmpty {
            try connection.execute(insert, [.text(mechanism), .text(rules.says)])
        }
    }

    /// Goes over to other rules where no record makes a difference.
    ///
    /// - Throws: ``LedgerFailure/otherBook(mechanism:)`` where the tables hold records made under the rules before.
    static func adopt(_ rules: ProjectionRules, _ store: any Store) throws {
        guard try store.read({ try differing(rules, $0) }) else { return }
        try store.write { connection in
            if let mechanism = try unfit(rules, connection) { throw LedgerFailure.otherBook(mechanism: mechanism) }
            try keep(rules, connection)
        }
    }

    /// A mechanism with records that were derived under other rules; nil where the tables fit.
    static func unfit(_ rules: ProjectionRules, _ connection: any StoreConnection) throws -> String? {
        let stored = try stored(connection)
        for mechanism in Set(stored.keys).union(rules.mechanisms.keys).sorted()
        where stored[mechanism] ?? "" != rules.rules(of: mechanism).says {
            guard let number = try WordBook.number(of: mechanism, connection) else { continue }
            let state = try connection.first(RecordLookup.selectStates, [.integer(number), .integer(0)]) { $0.kind(0) }
            if let state, state != .null { return mechanism }
        }
        return nil
    }

    private static func differing(_ rules: ProjectionRules, _ connection: any StoreConnection) throws -> Bool {
        let stored = try stored(connection)
        return rules.mechanisms.mapValues(\.says).filter { !$0.value.isEmpty } != stored
    }

    private static func stored(_ connection: any StoreConnection) throws -> [String: String] {
        Dictionary(
            try connection.all(select) { ($0.text(0), $0.text(1)) }, uniquingKeysWith: { first, _ in first })
    }

    static let insert = "INSERT INTO rule (mechanism, says) VALUES (:mechanism, :says)"
    static let clear = "DELETE FROM rule"
    static let select = "SELECT mechanism, says FROM rule ORDER BY mechanism"
}
