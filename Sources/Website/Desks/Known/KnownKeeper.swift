import Dispatch
import Foundation
package import Registry
import Synchronization
import Vocabulary

// Goals, in order: (1) no page waits for an index: it has a thread of its own; (2) there is one at a time; (3) whoever
// closes the house ends it within a page of names.

/// Makes the indices of those who are known while the house stands: after its start, and whenever one is wanted.
package final class KnownKeeper: Sendable {
    private struct Inside {
        var isRunning = false
        /// Whether something was wanted since the thread last looked.
        var isCalled = false
        var isEnded = false
    }

    private let registry: Registry
    private let report: @Sendable (String) -> Void
    private let inside = Mutex(Inside())
    private let running = DispatchGroup()

    /// - Parameter report: Gets one line where an index could not be made: the code of what stood in the way.
    package init(_ registry: Registry, report: @escaping @Sendable (String) -> Void) {
        (self.registry, self.report) = (registry, report)
    }

    /// Begins with every organisation that there is; returns at once.
    package func start() {
        registry.knownPersons.whenWanted { [weak self] in self?.wake() }
        registry.knownPersons.want(all: Array(registry.directory.organisations.keys))
    }

    /// Ends what is being made, and waits until it has: before the ledger is closed.
    package func end() {
        inside.withLock { $0.isEnded = true }
        registry.knownPersons.stop()
        running.wait()
    }

    private func wake() {
        let isFirst = inside.withLock { inside in
            inside.isCalled = true
            guard !inside.isRunning, !inside.isEnded else { return false }
            inside.isRunning = true
            running.enter()
            return true
        }
        guard isFirst else { return }
        Thread.detachNewThread { [self] in
            while mayGoOn() { makeAll() }
            running.leave()
        }
    }

    /// Whether the thread was called again; where it was not, it ends.
    private func mayGoOn() -> Bool {
        inside.withLock { inside in
            defer { inside.isCalled = false }
            inside.isRunning = inside.isCalled && !inside.isEnded
            return inside.isRunning
        }
    }

    private func makeAll() {
        while true {
            do {
                guard try registry.knownPersons.makeNext() else { return }
            } catch is CancellationError {
                return
            } catch {
                report((error as? any CodedFailure)?.code ?? "W500")
            }
        }
    }
}
