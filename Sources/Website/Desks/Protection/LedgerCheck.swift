import Dispatch
import Foundation
import Ledger
import Registry
import Synchronization
import Vocabulary

// Goals, in order: (1) a check never keeps a request waiting: it has a thread of its own; (2) there is one at a time;
// (3) whoever asked, or whoever closes the house, ends it within some ten thousand events.

/// The check of the whole ledger that a house runs when somebody asks for it.
package final class LedgerCheck: Sendable {
    /// How it stands.
    enum State: Sendable {
        case never
        case running(events: Int64, all: Int64)
        case done(CheckResult)
        /// It could not be done; the code says why.
        case failed(code: String)
    }

    private struct Inside {
        var state = State.never
        var mayGoOn = true
    }

    private let inside = Mutex(Inside())
    private let running = DispatchGroup()

    package init() {}

    /// How it stands; after a start of the house, the result that was kept before.
    func state(on shelf: SealedShelf) -> State {
        let state = inside.withLock { $0.state }
        if case .never = state, let kept = CheckResult(on: shelf) { return .done(kept) }
        return state
    }

    /// Begins a check, unless one is running; returns at once.
    func start(_ registry: Registry, _ asking: Asking, projections: Bool, keeping shelf: SealedShelf) {
        let isFirst = inside.withLock { inside in
            if case .running = inside.state { return false }
            inside = Inside(state: .running(events: 0, all: 0))
            return true
        }
        guard isFirst else { return }
        running.enter()
        Thread.detachNewThread { [self] in
            let state = run(registry, asking, projections, shelf)
            inside.withLock { $0.state = state }
            running.leave()
        }
    }

    /// Lets a running check end before it is through.
    func stop() { inside.withLock { $0.mayGoOn = false } }

    /// The same, and waits until it has: before the ledger is closed.
    package func end() {
        stop()
        running.wait()
    }

    private func run(
        _ registry: Registry, _ asking: Asking, _ projections: Bool, _ shelf: SealedShelf
    ) -> State {
        do {
            let found = try registry.verify(projections: projections, asking) { events, all in
                inside.withLock { inside in
                    inside.state = .running(events: events, all: all)
                    return inside.mayGoOn
                }
            }
            let result = CheckResult(found, at: registry.now, projections: projections)
            // A stopped check says nothing that is worth keeping, and a full disk takes the copy only.
            if found.isComplete { try? result.keep(on: shelf) }
            return .done(result)
        } catch {
            return .failed(code: (error as? any CodedFailure)?.code ?? "W500")
        }
    }
}
