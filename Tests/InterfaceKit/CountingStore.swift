package import Ledger
import Synchronization

/// A store that counts the statements it is asked, so that a test can see whether two answers cost the same; and keeps
/// them, so that another can ask for their plans.
package struct CountingStore: Store {
    /// How many statements there were.
    package final class Tally: Sendable {
        private let texts = Mutex<Set<String>>([])
        private let asked = Atomic(0)
        private let writes = Atomic(0)

        package init() {}

        /// How often something was written: each waits for the disk, or for those that wait with it.
        package var transactions: Int { writes.load(ordering: .relaxed) }

        func addTransaction() { writes.add(1, ordering: .relaxed) }

        package var statements: Int { asked.load(ordering: .relaxed) }

        /// Each of them once.
        package var distinct: Set<String> { texts.withLock(\.self) }

        func add(_ sql: String) {
            asked.add(1, ordering: .relaxed)
            texts.withLock { _ = $0.insert(sql) }
        }
    }

    private let base: any Store
    private let tally: Tally

    package init(_ base: any Store, tally: Tally) {
        self.base = base
        self.tally = tally
    }

    package func create(_ schema: Schema) throws { try base.create(schema) }
    package func check(_ schema: Schema, mayBeOlder: Bool) throws { try base.check(schema, mayBeOlder: mayBeOlder) }
    package func write<Value>(_ body: (any StoreConnection) throws -> Value) throws -> Value {
        tally.addTransaction()
        return try base.write { try body(Connection(base: $0, tally: tally)) }
    }
    package func writeLater(
        _ body: @escaping @Sendable (any StoreConnection) throws -> Void,
        then: @escaping @Sendable (Result<Void, any Error>) -> Void
    ) {
        let tally = tally
        base.writeLater({ try body(Connection(base: $0, tally: tally)) }, then: then)
    }
    package func read<Value>(_ body: (any StoreConnection) throws -> Value) throws -> Value {
        try base.read { try body(Connection(base: $0, tally: tally)) }
    }
    package func structuralFaults() throws -> [String] { try base.structuralFaults() }
    package func copy(to path: String, hear: (UnsafeRawBufferPointer) -> Void) throws {
        try base.copy(to: path, hear: hear)
    }
    package func holds(anyOf stretches: [[UInt8]]) throws -> Bool { try base.holds(anyOf: stretches) }
    package func settle() throws { try base.settle() }
    package func compact() throws { try base.compact() }
    package func scratch() throws -> any Store { try base.scratch() }
    package func close() throws { try base.close() }

    private struct Connection: StoreConnection {
        let base: any StoreConnection
        let tally: Tally

        func execute(_ sql: String, _ parameters: [StoredValue]) throws -> Int {
            tally.add(sql)
            return try base.execute(sql, parameters)
        }
        func define(_ statement: String) throws { try base.define(statement) }
        func mark(_ schema: Schema) throws { try base.mark(schema) }
        func insert(_ rows: RowBatch, with sql: String) throws {
            tally.add(sql)
            try base.insert(rows, with: sql)
        }
        func query(_ sql: String, _ parameters: [StoredValue], row: (any StoredRow) throws -> Bool) throws {
            tally.add(sql)
            try base.query(sql, parameters, row: row)
        }
    }
}
