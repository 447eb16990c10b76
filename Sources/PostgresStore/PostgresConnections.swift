import Dispatch
import Ledger
import Synchronization
import Vocabulary

/// A few connections to one server, each for one thread at a time.
final class PostgresConnections: Sendable {
    private struct Inside {
        var idle: [PostgresConnection] = []
        /// Nobody tries to connect before.
        var rest: ContinuousClock.Instant?
    }

    /// More threads of pages than these do not wait for a server that is slow: the rest of the house has them.
    private static let most = 4
    private static let patience = DispatchTimeInterval.seconds(3)
    /// After nobody answered: whoever comes meanwhile is told at once.
    private static let rest = Duration.seconds(1)

    private let server: PostgresServer
    private let register: RecordID
    private let inside = Mutex(Inside())
    private let turns = DispatchSemaphore(value: most)

    init(_ server: PostgresServer, of register: RecordID) { (self.server, self.register) = (server, register) }

    /// Runs `body` with a connection that nobody else uses meanwhile.
    ///
    /// - Throws: S123 where there is none; whoever comes later gets a new one.
    func use<Value>(_ body: (PostgresConnection) throws -> Value) throws -> Value {
        guard turns.wait(timeout: .now() + PostgresConnections.patience) == .success else {
            throw TextIndexFailure.unreachable(server: server.name, reason: "too many are asking")
        }
        defer { turns.signal() }
        let connection = try inside.withLock { $0.idle.popLast() } ?? open()
        do {
            let value = try body(connection)
            inside.withLock { $0.idle.append(connection) }
            return value
        } catch {
            // Where one has ended, or its tables are gone, the others are no better.
            if case TextIndexFailure.unreachable = error {
                inside.withLock { $0.idle = [] }
            } else if connection.isSound {
                inside.withLock { $0.idle.append(connection) }
            }
            throw error
        }
    }

    private func open() throws -> PostgresConnection {
        if let rest = inside.withLock(\.rest), ContinuousClock.now < rest {
            throw TextIndexFailure.unreachable(server: server.name, reason: "it did not answer a moment ago")
        }
        do {
            let connection = try PostgresConnection(server)
            try PostgresSchema.settle(connection, server, of: register)
            return connection
        } catch {
            inside.withLock { $0.rest = .now + PostgresConnections.rest }
            throw error
        }
    }
}
