import Foundation
import Synchronization

/// A line on the terminal that says how far a long job is; silent where nobody looks.
final class ProgressBar: Sendable {
    private struct State {
        var shown = -1
        var isDrawn = false
    }

    private let label: String
    private let isShown = isatty(STDERR_FILENO) == 1
    private let state = Mutex(State())

    init(label: String) { self.label = label }

    /// - Parameter total: Nil where it is not known.
    func show(_ done: Int, of total: Int?, detail: String) {
        guard isShown else { return }
        let percent = total.map { $0 > 0 ? min(100, done * 100 / $0) : 100 }
        state.withLock { state in
            guard (percent ?? done) != state.shown else { return }
            state.shown = percent ?? done
            state.isDrawn = true
            let filled = (percent ?? 0) / 5
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
            let share = percent.map { " \($0) %" } ?? ""
            FileHandle.standardError.write(Data("\r\(label) \(bar)\(share)  \(detail)\u{1B}[K".utf8))
        }
    }

    func end() {
        state.withLock { state in
            if state.isDrawn { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
            state.isDrawn = false
        }
    }
}
