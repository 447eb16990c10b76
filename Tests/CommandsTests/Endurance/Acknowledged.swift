import Foundation
import Synchronization

/// What clients were told is written, and what they asked for without hearing an answer.
final class Acknowledged: Sendable {
    /// A request that changes something: the same bytes again must change nothing more.
    struct Change: Sendable {
        /// Given as the reason, by which its event is known again.
        let mark: String
        let path: String
        let headers: [(String, String)]
        let body: [UInt8]
    }

    private struct State {
        var written: [String: Int] = [:]
        var unanswered: [Change] = []
        var surprises: [String] = []
        var reads = 0
    }

    private let state = Mutex(State())
    /// Signalled at each write that was acknowledged.
    let beat = DispatchSemaphore(value: 0)

    /// Version of the record by the mark of the change that made it.
    var written: [String: Int] { state.withLock(\.written) }
    var surprises: [String] { state.withLock(\.surprises) }
    var reads: Int { state.withLock(\.reads) }

    func write(_ mark: String, version: Int) {
        state.withLock { $0.written[mark] = version }
        beat.signal()
    }

    func read() { state.withLock { $0.reads += 1 } }
    func lose(_ change: Change) { state.withLock { $0.unanswered.append(change) } }
    func surprise(_ text: String) { state.withLock { $0.surprises.append(text) } }

    /// What is to be asked again, once.
    func takeUnanswered() -> [Change] {
        state.withLock { state in
            defer { state.unanswered = [] }
            return state.unanswered
        }
    }
}
