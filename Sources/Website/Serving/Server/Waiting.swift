import NIOPosix

/// Work that waits for a disk or computes for long: done on threads of its own, since two that wait on the threads of
/// the server would stop it.
package enum Waiting {
    /// What `work` returns or throws.
    package static func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await NIOThreadPool.singleton.runIfActive(work)
    }
}
