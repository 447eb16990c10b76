package import Access
package import Mechanisms
import Synchronization
import Vocabulary

/// Writes very many groups of events: each group whole or not at all, many groups a transaction, and the next batch is
/// prepared while the one before is being written.
///
/// A group that is already known or in conflict is left out and reported; the others go in. Made by
/// ``Ledger/bulkAppend(under:eventsPerBatch:)``, used by one thread, ended by ``finish()``. Groups of batches that were
/// not yet written when the process dies are simply not there: the same import again adds them.
package final class BulkAppend {
    /// What was taken and what became of it.
    package struct Summary: Sendable {
        /// Groups and events that are in the ledger and will stay.
        package fileprivate(set) var groups = 0
        /// Events of those groups.
        package fileprivate(set) var events = 0
        /// Groups that were left out, by their place in the order of `add`, from 0.
        package fileprivate(set) var leftOut: [(group: Int, outcome: GroupOutcome)] = []
        /// The last event written; 0 where there was none.
        package fileprivate(set) var through: Int64 = 0
    }

    private struct Progress {
        var summary = Summary()
        var failure: (any Error)?
        /// Of the batch under way, until its transaction is kept.
        var written: (outcomes: [GroupOutcome], sizes: [Int], first: Int)?
        /// The places of the events of the last batches.
        var own: [ClosedRange<Int64>] = []

        /// Within the transaction, so that the next batch knows of it in any case.
        mutating func took(_ outcomes: [GroupOutcome], _ sizes: [Int], _ first: Int) {
            written = (outcomes, sizes, first)
            var events: [Int64] = []
            for (outcome, size) in zip(outcomes, sizes) {
                if case .written(let through) = outcome { events += [through - Int64(size) + 1, through] }
            }
            // Written one behind the other, and nobody else in between. Decisions reach back over two batches at most.
            if let first = events.first, let last = events.last { own = own.suffix(3) + [first...last] }
        }

        mutating func settle(_ result: Result<Void, any Error>) {
            defer { written = nil }
            if case .failure(let error) = result {
                failure = failure ?? error
                return
            }
            guard let written else { return }
            for (place, outcome) in written.outcomes.enumerated() {
                if case .written(let sequence) = outcome {
                    summary.groups += 1
                    summary.events += written.sizes[place]
                    summary.through = sequence
                } else {
                    summary.leftOut.append((written.first + place, outcome))
                }
            }
        }
    }

    private final class Tally: Sendable {
        let progress = Mutex(Progress())
    }

    private let ledger: Ledger
    private let grant: Grant
    private let eventsPerBatch: Int
    private let tally = Tally()
    private var waiting: [[EventDraft]] = []
    private var grounds: [Grounds] = []
    private var waitingEvents = 0
    private var handedOver = 0

    /// An end of the ledger from before the first decision of this batch.
    package private(set) var judgedFrom: Int64

    init(_ ledger: Ledger, under grant: Grant, eventsPerBatch: Int) throws {
        self.ledger = ledger
        self.grant = grant
        self.eventsPerBatch = eventsPerBatch
        judgedFrom = try ledger.position().sequence
    }

    /// Takes one group; it is in the ledger when a later ``summary()`` or ``finish()`` counts it.
    ///
    /// - Parameter grounds: What the decision rests on, from ``judgedFrom`` on: where it is no longer so when the batch is
    ///   written, the group is left out. Nil: nothing but its own records.
    /// - Throws: What an earlier batch failed with; nothing of that batch was written.
    package func add(_ group: [EventDraft], restingOn grounds: Grounds? = nil) throws {
        waiting.append(group)
        self.grounds.append(grounds ?? Grounds(from: judgedFrom))
        waitingEvents += group.count
        if waitingEvents >= eventsPerBatch { try handOver() }
    }

    /// What is written so far, without waiting.
    package func summary() -> Summary { tally.progress.withLock(\.summary) }

    /// Writes what is left and signs a checkpoint.
    package func finish() throws -> Summary {
        try handOver()
        try waitForWriting()
        try ledger.checkpoint()
        return summary()
    }

    private func handOver() throws {
        guard !waiting.isEmpty else { return }
        let batch = try EventPreparation(vault: ledger.vault).prepare(waiting)
        let first = handedOver
        handedOver += waiting.count
        let found = grounds
        waiting.removeAll(keepingCapacity: true)
        grounds.removeAll(keepingCapacity: true)
        waitingEvents = 0
        try waitForWriting()
        let (tally, ledger, grant) = (tally, ledger, grant)
        ledger.events.writeLater { connection in
            let own = tally.progress.withLock { $0.own }
            let outcomes = try ledger.write(batch, under: grant, restingOn: found, own: own, connection)
            tally.progress.withLock { $0.took(outcomes, batch.groups.map(\.count), first) }
        } then: { result in
            tally.progress.withLock { $0.settle(result) }
        }
        judgedFrom = try ledger.position().sequence
    }

    /// At most one batch is under way: memory stays flat.
    private func waitForWriting() throws {
        try ledger.events.write { _ in }
        if let failure = tally.progress.withLock(\.failure) { throw failure }
    }
}

extension Ledger {
    /// Begins to write very many groups.
    ///
    /// - Parameter eventsPerBatch: How many events one transaction holds, at least.
    /// - Throws: ``LedgerFailure/otherGrant(given:needed:)`` unless the grant lets write, import or release.
    package func bulkAppend(under grant: Grant, eventsPerBatch: Int = 20_000) throws -> BulkAppend {
        try Ledger.requireWriting(grant)
        guard isWritable else { throw LedgerFailure.closedFor(action: grant.action) }
        return try BulkAppend(self, under: grant, eventsPerBatch: eventsPerBatch)
    }
}
