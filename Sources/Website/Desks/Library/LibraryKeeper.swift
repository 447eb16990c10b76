import Dispatch
import Foundation
package import Ledger
package import Registry
import Synchronization
import Vocabulary

// Goals, in order: (1) what the library holds is found by its words, in a register that was restored too; (2) no page waits
// for it, and a search says while it lasts; (3) whoever closes the house ends it within a text.

/// Brings the index of words up to the library once, when the house opens: no backup has it.
package final class LibraryKeeper: Sendable {
    private struct Inside {
        var isRunning = false
        var isEnded = false
    }

    /// Of words.
    package let index: any TextIndex
    private let registry: Registry
    private let asking: Asking
    private let report: @Sendable (String) -> Void
    private let inside = Mutex(Inside())
    private let running = DispatchGroup()

    /// - Parameters:
    ///   - asking: May read every paper.
    ///   - report: Gets the code of what stood in the way.
    package init(
        _ index: any TextIndex, of registry: Registry, as asking: Asking, report: @escaping @Sendable (String) -> Void
    ) {
        (self.index, self.registry, self.asking, self.report) = (index, registry, asking, report)
    }

    /// Whether papers may be missing from a search still.
    package var isMaking: Bool { inside.withLock { $0.isRunning } }

    /// Begins on a thread of its own; returns at once.
    package func start() {
        let isFirst = inside.withLock { inside in
            guard !inside.isRunning, !inside.isEnded else { return false }
            inside.isRunning = true
            return true
        }
        guard isFirst else { return }
        running.enter()
        Thread.detachNewThread { [self] in
            do {
                _ = try registry.bringUpToDate(index, asking) { !inside.withLock { $0.isEnded } }
            } catch {
                report((error as? any CodedFailure)?.code ?? "W500")
            }
            inside.withLock { $0.isRunning = false }
            running.leave()
        }
    }

    /// Ends it, and waits until it has: before the ledger is closed.
    package func end() {
        inside.withLock { $0.isEnded = true }
        running.wait()
    }
}
