package import Access
import Mechanisms

extension Ledger {
    /// Drops the derived tables and makes them again from the events, in one transaction.
    ///
    /// - Parameter progress: Hears now and then how many events were read; returning false stops, and leaves the
    ///   tables as they were.
    /// - Returns: False where it was stopped.
    package func rebuild(under grant: Grant, progress: (Int64) -> Bool = { _ in true }) throws -> Bool {
        try Ledger.require(.rebuild, grant)
        return try remake(progress)
    }

    /// As ``rebuild(under:progress:)``, where leave was given for more than that.
    func remake(_ progress: (Int64) -> Bool = { _ in true }) throws -> Bool {
        guard isWritable, let vault else { throw LedgerFailure.closedFor(action: .rebuild) }
        do {
            try events.write { connection in
                try Ledger.remake(connection)
                let derivation = Derivation(vault: vault, rules: rules)
                guard try derivation.derive(from: connection, into: connection, progress: progress) else {
                    throw Stopped()
                }
                try RuleTable.keep(rules, connection)
            }
            return true
        } catch is Stopped {
            return false
        }
    }

    private struct Stopped: Error {}

    /// Makes the derived tables anew and empty, and what an older version of this program did not know.
    private static func remake(_ connection: any StoreConnection) throws {
        for projection in Projection.all {
            try connection.define("DROP TABLE IF EXISTS \(projection.name)")
            for statement in projection.create { try connection.define(statement) }
        }
        for statement in Schema.kept {
            try connection.define(
                statement.replacing("CREATE TABLE", with: "CREATE TABLE IF NOT EXISTS")
                    .replacing("CREATE INDEX", with: "CREATE INDEX IF NOT EXISTS"))
        }
        try connection.mark(.ledger)
    }

    /// Compares the derived tables with what the events make in an empty store.
    func checkProjections(_ result: inout Verification, _ progress: (Int64) -> Bool) throws {
        let scratch = try events.scratch()
        try scratch.create(.ledger)
        try events.read { source in
            let isComplete = try scratch.write { target in
                try Derivation(vault: vault, rules: rules).derive(from: source, into: target, progress: progress)
            }
            guard isComplete else {
                result.isComplete = false
                return
            }
            try scratch.read { target in
                for projection in Projection.all where vault != nil || !projection.needsKeys {
                    let found = try Derivation.digest(of: projection, source)
                    let expected = try Derivation.digest(of: projection, target)
                    guard found != expected else { continue }
                    result.add(
                        .projections, nil,
                        "table “\(projection.name)” differs from its events: "
                            + "\(found.rows) rows where they make \(expected.rows)")
                }
            }
        }
        try scratch.close()
    }
}
