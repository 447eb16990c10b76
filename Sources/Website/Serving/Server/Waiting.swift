import NIOPosix

/// Work that waits for a disk or computes for long: done on threads of its own, since two that wait on the threads of
/// the server would stop it.
package enum Waiting {
    /// Every reading is written down before it is answered, so nearly every request waits for the disk; writers who wait
    /// together share one commit. The pool that all of the process shares has a thread a processor: on two, two wait.
    private static let pages: NIOThreadPool = {
        let pool = NIOThreadPool(numberOfThreads: 16)
        pool.start()
        return pool
    }()

    /// A derivation takes one processor for half a second, and the next one waits for it: more threads would only wait.
    private static let proofs: NIOThreadPool = {
        let pool = NIOThreadPool(numberOfThreads: 1)
        pool.start()
        return pool
    }()

    /// Minutes of counting keep nobody's page waiting.
    private static let counts: NIOThreadPool = {
        let pool = NIOThreadPool(numberOfThreads: 1)
        pool.start()
        return pool
    }()

    /// What `work` returns or throws.
    package static func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await pages.runIfActive(work)
    }

    /// The same for work that proves a password: one at a time, apart from the threads on which pages wait.
    package static func prove<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await proofs.runIfActive(work)
    }

    /// Begins work of minutes, one at a time, apart from all else; whoever begins it keeps what becomes of it.
    ///
    /// - Parameter work: Told whether the house closes before it could begin.
    package static func countLater(_ work: @escaping @Sendable (_ isClosing: Bool) -> Void) {
        counts.submit { state in work(state == .cancelled) }
    }
}
