import Access
import Foundation
import Intake
import Registry
import Synchronization
import Vocabulary

// Goals, in order: (1) one import at a time, whoever clicks how often; (2) what is under way goes on when the browser is
// closed, and ends before the register does; (3) nothing of a file outlives the process in clear.

/// Where files wait their turn and are brought in, one after the other.
final class ImportOffice: Sendable {
    private struct State {
        var jobs: [ImportJob] = []
        var running: (id: String, task: Task<Void, Never>)?
        var isClosed = false
    }

    /// Files that wait or are under way at a time.
    static let mostWaiting = 8
    /// Files that are kept to be looked at, those that ended among them; the oldest goes first.
    static let mostKept = 24
    /// In one transaction: short, since whoever works meanwhile waits for it.
    private static let eventsAtOnce = 2_000

    private let state = Mutex(State())
    private let threads = ImportThreads()

    /// Takes a file in; the same id again changes nothing.
    ///
    /// - Returns: False where too many wait already.
    func take(_ job: ImportJob, in workbench: Workbench) -> Bool {
        state.withLock { state in
            if state.jobs.contains(where: { $0.id == job.id }) { return true }
            let unfinished = state.jobs.count { $0.result == nil }
            guard unfinished < ImportOffice.mostWaiting, !state.isClosed else { return false }
            state.jobs.append(job)
            if state.jobs.count > ImportOffice.mostKept, let oldest = state.jobs.firstIndex(where: { $0.result != nil })
            {
                state.jobs.remove(at: oldest)
            }
            beginNext(&state, workbench)
            return true
        }
    }

    /// Brings in what was looked at; a second click does nothing.
    func bringIn(_ id: String, _ notes: ImportNotes, in workbench: Workbench) {
        state.withLock { state in
            guard let place = state.jobs.firstIndex(where: { $0.id == id }), state.jobs[place].isReady else { return }
            state.jobs[place].work = .bringIn
            state.jobs[place].stage = .waiting
            state.jobs[place].notes = notes
            beginNext(&state, workbench)
        }
    }

    /// Stops what is under way at the next safe place, and takes what waits out of the row.
    func stop(_ id: String, in workbench: Workbench) {
        state.withLock { state in
            if state.running?.id == id {
                state.running?.task.cancel()
            } else if let place = state.jobs.firstIndex(where: { $0.id == id && $0.result == nil }) {
                state.jobs[place].stage = .ended(
                    ImportResult(outcome: .stopped, summary: nil, events: 0, failure: nil))
                ImportHistory.keep(state.jobs[place], in: workbench)
            }
        }
    }

    /// Nil where there is none, or none of this actor.
    func job(_ id: String, of actor: Actor) -> ImportJob? {
        state.withLock { state in state.jobs.first { $0.id == id && $0.belongs(to: actor) } }
    }

    /// Those of an actor, the latest first.
    func jobs(of actor: Actor) -> [ImportJob] {
        state.withLock { state in state.jobs.filter { $0.belongs(to: actor) }.reversed() }
    }

    /// Whether an import of this id is waiting or under way in this process.
    func isUnderWay(_ id: String) -> Bool {
        state.withLock { state in state.jobs.contains { $0.id == id && $0.result == nil } }
    }

    /// Stops what is under way and waits until it has ended; nothing begins after it.
    func close() async {
        state.withLock { state in
            state.isClosed = true
            state.running?.task.cancel()
        }
        await idle()
    }

    /// Waits until nothing is under way.
    func idle() async {
        while let task = state.withLock({ $0.running?.task }) { await task.value }
    }

    private func beginNext(_ state: inout State, _ workbench: Workbench) {
        guard state.running == nil, !state.isClosed,
            let place = state.jobs.firstIndex(where: { if case .waiting = $0.stage { true } else { false } })
        else { return }
        state.jobs[place].stage = .running
        let job = state.jobs[place]
        ImportHistory.keep(job, in: workbench)
        state.running = (
            job.id,
            Task(executorPreference: threads) {
                let result = await ImportOffice.result(of: job, in: workbench)
                self.settle(job.id, result, workbench)
            }
        )
    }

    private func settle(_ id: String, _ result: ImportResult, _ workbench: Workbench) {
        state.withLock { state in
            state.running = nil
            if let place = state.jobs.firstIndex(where: { $0.id == id }) {
                state.jobs[place].stage = .ended(result)
                ImportHistory.keep(state.jobs[place], in: workbench)
            }
            beginNext(&state, workbench)
        }
    }

    private static func result(of job: ImportJob, in workbench: Workbench) async -> ImportResult {
        do {
            let work = try RegisterImport(
                ImportFile(file: job.file), as: job.source, into: workbench.registry, job.asking,
                isRehearsal: job.work == .check, eventsAtOnce: eventsAtOnce)
            let (summary, events) = try await work.run(job.notes.listener { job.wording.text($0) })
            return ImportResult(
                outcome: summary.wasCancelled ? .stopped : .done, summary: summary, events: events, failure: nil)
        } catch let broken as BrokenImport {
            return ImportResult(outcome: .failed, summary: nil, events: broken.events, failure: code(of: broken.cause))
        } catch {
            return ImportResult(outcome: .failed, summary: nil, events: 0, failure: code(of: error))
        }
    }

    private static func code(of error: any Error) -> String { (error as? any CodedFailure)?.code ?? "W500" }
}
