import Foundation
import Synchronization

/// How many cells were tried on which path; said once at the end of a run that asks for it.
enum Tally {
    private static let counts = Mutex<[String: Int]>([:])

    static func add(_ cells: Int, to path: String) {
        let all = counts.withLock { counts in
            counts[path, default: 0] += cells
            return counts
        }
        guard let file = ProcessInfo.processInfo.environment["PERMISSIONS_TALLY"] else { return }
        let lines = all.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        try? (lines.joined(separator: "\n") + "\n").write(toFile: file, atomically: true, encoding: .utf8)
    }
}
