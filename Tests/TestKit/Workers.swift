import Foundation
import Synchronization

/// Threads that wait for one another at the end: for clients that block, of which the threads of tasks are too few.
package enum Workers {
    /// Runs `body` on so many threads at once and returns when the last of them has ended.
    ///
    /// - Parameter meanwhile: Done on the thread of the caller, while they are at work.
    package static func run(
        _ number: Int, _ body: @escaping @Sendable (Int) -> Void, meanwhile: () throws -> Void
    ) rethrows {
        let ended = DispatchSemaphore(value: 0)
        for worker in 0..<number {
            Thread {
                body(worker)
                ended.signal()
            }.start()
        }
        defer { for _ in 0..<number { ended.wait() } }
        try meanwhile()
    }

    /// The same, and nothing is done meanwhile.
    package static func run(_ number: Int, _ body: @escaping @Sendable (Int) -> Void) {
        run(number, body, meanwhile: {})
    }
}
