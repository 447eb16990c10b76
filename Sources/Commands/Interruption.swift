import Dispatch
import Foundation

/// Ctrl-C asks a long job to stop at a safe place; a second one ends the program.
enum Interruption {
    static func cancelling<Value: Sendable>(_ body: sending @escaping () async throws -> Value) async throws -> Value {
        let task = Task { try await body() }
        signal(SIGINT, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler {
            if task.isCancelled { exit(130) }
            task.cancel()
            Talk.say("\nStopping after the rows under way …")
        }
        source.resume()
        defer {
            source.cancel()
            signal(SIGINT, SIG_DFL)
        }
        return try await task.value
    }
}
