package import Ledger
import Synchronization

/// A store before whose writes somebody else may go first: what they do happens after a decision was made and before it
/// is written, or before one of the readings that a decision rests on.
package struct InterruptedStore: Store {
    /// What somebody else does, once, before the next write.
    package final class Interruption: Sendable {
        private let act = Mutex<(@Sendable () throws -> Void)?>(nil)

        package init() {}

        package func beforeNextWrite(_ act: @escaping @Sendable () throws -> Void) { self.act.withLock { $0 = act } }

        private let reading = Mutex<(left: Int, act: @Sendable () throws -> Void)?>(nil)

        /// - Parameter number: Of the reading, from now on and from 1.
        package func beforeReading(_ number: Int, _ act: @escaping @Sendable () throws -> Void) {
            reading.withLock { $0 = (number, act) }
        }

        func happenWhileReading() throws {
            let act = reading.withLock { reading -> (@Sendable () throws -> Void)? in
                reading?.left -= 1
                guard let due = reading, due.left == 0 else { return nil }
                reading = nil
                return due.act
            }
            try act?()
        }

        func happen() throws {
            let act = act.withLock { act in
                defer { act = nil }
                return act
            }
            try act?()
        }
    }

    private let base: any Store
    private let interruption: Interruption

    package init(_ base: any Store, _ interruption: Interruption) {
        self.base = base
        self.interruption = interruption
    }

    package func create(_ schema: Schema) throws { try base.create(schema) }
    package func check(_ schema: Schema, mayBeOlder: Bool) throws { try base.check(schema, mayBeOlder: mayBeOlder) }
    package func write<Value>(_ body: (any StoreConnection) throws -> Value) throws -> Value {
        try interruption.happen()
        return try base.write(body)
    }
    package func writeLater(
        _ body: @escaping @Sendable (any StoreConnection) throws -> Void,
        then: @escaping @Sendable (Result<Void, any Error>) -> Void
    ) {
        do { try interruption.happen() } catch { return then(.failure(error)) }
        base.writeLater(body, then: then)
    }
    package func read<Value>(_ body: (any StoreConnection) throws -> Value) throws -> Value {
        try interruption.happenWhileReading()
        return try base.read(body)
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
}
