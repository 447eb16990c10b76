import Dispatch
import Foundation
package import Ledger
package import Registry
import Synchronization
import Vocabulary

// Goals, in order: (1) what the library holds is found by its words, in a register that was restored too; (2) no page waits
// for it, and a search says while it lasts; (3) whoever closes the house ends it within a text.

/// Brings the index of words up to the library when the house opens, and after a server of words was away: no backup has
/// it.
package final class LibraryKeeper: Sendable {
    private struct Inside {
        var isRunning = false
        var isEnded = false
        /// The index was out of reach, or could not be made: who asks next begins it again.
        var isOwed = false
        /// The place of the ledger up to which the index has what was written; nil before it was made.
        var place: Int64?
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

    /// What is found, or nil while the server of words does not serve; it is brought up to date when it does again.
    ///
    /// - Parameter look: Gets the index.
    /// - Throws: What `look` throws otherwise.
    package func find<Found>(_ look: (any TextIndex) throws -> Found) throws -> Found? {
        if inside.withLock(\.isOwed) { start() }
        do {
            try catchUp()
            return try look(index)
        } catch let failure as TextIndexFailure {
            report(failure.code)
            inside.withLock { $0.isOwed = true }
            start()
            return nil
        }
    }

    /// What was corrected by hand since is found by what it says now.
    private func catchUp() throws {
        guard let place = inside.withLock({ $0.isRunning || $0.isEnded ? nil : $0.place }) else { return }
        let through = try registry.bringChanges(into: index, after: place, asking)
        inside.withLock { $0.place = max($0.place ?? 0, through) }
    }

    /// Whether papers may be missing from a search still.
    package var isMaking: Bool { inside.withLock { $0.isRunning } }

    /// Begins on a thread of its own; returns at once.
    package func start() {
        let isFirst = inside.withLock { inside in
            guard !inside.isRunning, !inside.isEnded else { return false }
            (inside.isRunning, inside.isOwed) = (true, false)
            return true
        }
        guard isFirst else { return }
        running.enter()
        Thread.detachNewThread { [self] in
            do {
                let place = try registry.ledger.position().sequence
                _ = try registry.bringUpToDate(index, asking) { !inside.withLock { $0.isEnded } }
                inside.withLock { $0.place = place }
            } catch {
                report((error as? any CodedFailure)?.code ?? "W500")
                inside.withLock { $0.isOwed = error is TextIndexFailure }
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
