import Dispatch
import GRDB
import GRDBSQLite
import Ledger
import Synchronization

// Goals, in order: (1) what is acknowledged is on the disk; (2) one writer's failure is nobody else's; (3) fifty
// writers wait for the disk once, not fifty times.

/// Lets writers who come while others are waiting share one commit.
///
/// Each writer runs in the one transaction in a savepoint of its own. Whoever finds nobody waiting behind commits for all
/// who went before; all of them are answered then, and not earlier.
final class CommitGroup: Sendable {
    /// The writers of one commit.
    private final class Round: Sendable {
        private struct State {
            var members = 0
            var outcome: Result<Void, any Error>?
        }

        private let state = Mutex(State())
        private let ended = DispatchSemaphore(value: 0)

        var members: Int { state.withLock(\.members) }

        func join() { state.withLock { $0.members += 1 } }

        func end(_ outcome: Result<Void, any Error>) {
            let members = state.withLock { state in
                state.outcome = outcome
                return state.members
            }
            for _ in 0..<members { ended.signal() }
        }

        /// - Throws: What the commit failed with.
        func wait() throws {
            ended.wait()
            try state.withLock(\.outcome)?.get()
        }
    }

    private struct State {
        /// Writers who have come and are not in yet.
        var waiting = 0
        var round: Round?
    }

    /// For how long another process may hold the file.
    static let patience = Duration.seconds(5)

    private let state = Mutex(State())
    /// Writers of one commit, at most.
    private let most: Int

    init(most: Int) { self.most = max(1, most) }

    /// Runs `body` and returns when what it wrote is on the disk.
    func write<Value>(_ writer: any DatabaseWriter, _ body: (Database) throws -> Value) throws -> Value {
        state.withLock { $0.waiting += 1 }
        let came = ContinuousClock.now
        let (result, round) = try writer.writeWithoutTransaction { try enter($0, came, body) }
        let value = try result.get()
        try round.wait()
        return value
    }

    /// Runs `body` outside any transaction, after those who are in one have been answered.
    func alone<Value>(_ database: Database, _ body: () throws -> Value) rethrows -> Value {
        if let round = state.withLock(\.round) { commit(round, database) }
        return try body()
    }

    private func enter<Value>(
        _ database: Database, _ came: ContinuousClock.Instant, _ body: (Database) throws -> Value
    ) throws -> (Result<Value, any Error>, Round) {
        state.withLock { $0.waiting -= 1 }
        let round = try opened(database, came)
        round.join()
        let result = Result { try attempt(database, body) }
        if !database.isInsideTransaction {
            // The engine gave up the whole transaction (a full disk, say): nobody of this round has written anything.
            let failure: Result<Void, any Error> = result.flatMap { _ in
                .failure(StoreFailure.refused(file: "", number: 0))
            }
            close(round, failure)
        } else if state.withLock(\.waiting) == 0 || round.members >= most {
            commit(round, database)
        }
        return (result, round)
    }

    /// Where another process holds the file, nobody waits longer for it than ``patience`` since they came: one after the
    /// other would wait that long for each who came before.
    private func opened(_ database: Database, _ came: ContinuousClock.Instant) throws -> Round {
        if let round = state.withLock(\.round) { return round }
        let left = CommitGroup.patience - (ContinuousClock.now - came)
        sqlite3_busy_timeout(database.sqliteConnection, Int32(max(0, left / .milliseconds(1))))
        try database.execute(sql: "BEGIN IMMEDIATE")
        let round = Round()
        state.withLock { $0.round = round }
        return round
    }

    private func attempt<Value>(_ database: Database, _ body: (Database) throws -> Value) throws -> Value {
        try database.execute(sql: "SAVEPOINT writer")
        do {
            let value = try body(database)
            try database.execute(sql: "RELEASE writer")
            return value
        } catch {
            if database.isInsideTransaction { takeBack(database) }
            throw error
        }
    }

    /// What one writer wrote; where not even that can be done, what everybody of the round wrote: never half of it stays.
    private func takeBack(_ database: Database) {
        do {
            try database.execute(sql: "ROLLBACK TO writer")
            try database.execute(sql: "RELEASE writer")
        } catch {
            try? database.execute(sql: "ROLLBACK")
        }
    }

    private func commit(_ round: Round, _ database: Database) {
        let outcome = Result { try database.execute(sql: "COMMIT") }
        if case .failure = outcome, database.isInsideTransaction { try? database.execute(sql: "ROLLBACK") }
        close(round, outcome)
    }

    private func close(_ round: Round, _ outcome: Result<Void, any Error>) {
        state.withLock { $0.round = nil }
        round.end(outcome)
    }
}
