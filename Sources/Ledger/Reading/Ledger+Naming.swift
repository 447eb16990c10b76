package import Access
package import Mechanisms
package import Vocabulary

// What the register's own index of names needs (decision 0198). None of it is shown to anybody from here.

extension Ledger {
    /// What names a person, opened.
    package struct Named: Sendable {
        package let record: RecordID
        package let fields: [String: FieldValue]
    }

    /// One page of the persons in reach with some of their fields opened, the newest first; those who were erased are
    /// left out.
    ///
    /// NB: it writes nothing down, for it shows nobody anything: what it gives is held in memory and compared. Whoever is
    /// told something of it is told through ``note(_:)``.
    ///
    /// - Parameter query: Its reach is that of a search, and is narrowed here to where identities may be seen.
    /// - Throws: ``LedgerFailure/otherGrant(given:needed:)``; ``LedgerFailure/closedFor(action:)`` without keys.
    package func named(
        _ query: RecordQuery, opening fields: Set<String>
    ) throws -> (persons: [Named], next: Int64?) {
        let vault = try vault(for: query.reach)
        var query = query
        query.leavesOutErased = true
        let page = try list(query)
        return (try page.rows.compactMap { try named($0.record, query.mechanism, opening: fields, vault) }, page.next)
    }

    /// The same of single records: those of the mechanism that are in reach and not of somebody erased, in their order.
    package func named(
        _ ids: [RecordID], of mechanism: String, opening fields: Set<String>, within reach: Reach
    ) throws -> [Named] {
        let vault = try vault(for: reach)
        let now = clock()
        let inReach = try events.read { connection in
            let condition = try ReachCondition(reach, at: now, connection)
            return try ids.filter { id in
                var statement = Ledger.inReach(id, condition)
                ListCondition.notErased.add(to: &statement)
                return try connection.first(statement.sql, statement.parameters) { _ in true } ?? false
            }
        }
        return try inReach.compactMap { try named($0, mechanism, opening: fields, vault) }
    }

    private func vault(for reach: Reach) throws -> Vault {
        guard reach.action == .search, reach.clauses.allSatisfy({ $0.ceiling >= .identity }) else {
            throw LedgerFailure.otherGrant(given: reach.action, needed: .search)
        }
        guard isWritable, let vault else { throw LedgerFailure.closedFor(action: .search) }
        return vault
    }

    /// Nil for a record of another mechanism.
    private func named(
        _ id: RecordID, _ mechanism: String, opening wanted: Set<String>, _ vault: Vault
    ) throws -> Named? {
        let events = try history(of: id)
        guard events.first?.draft.mechanism == mechanism else { return nil }
        var fields: [String: FieldValue] = [:]
        for event in events {
            var draft = event.draft
            if let person = draft.person, !wanted.isDisjoint(with: draft.identityFields) {
                draft = try vault.open(draft, of: person, only: wanted).draft
            }
            fields.merge(draft.changes.filter { wanted.contains($0.key) }) { $1 }
        }
        return Named(record: id, fields: fields)
    }
}
