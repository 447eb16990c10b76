import Synchronization

/// Keeps the lines that a house writes into its log.
final class RequestLog: Sendable {
    private let kept = Mutex<[String]>([])

    var lines: [String] { kept.withLock { $0 } }

    func take(_ line: String) { kept.withLock { $0.append(line) } }
}
