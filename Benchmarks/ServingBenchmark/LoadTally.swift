import Synchronization

/// What all workers together saw; each adds its own at the end.
final class LoadTally: Sendable {
    struct Counts: Sendable {
        /// Microseconds by kind of request.
        var times: [String: [Int]] = [:]
        /// How often each answer came that should not have come.
        var errors: [String: Int] = [:]
        /// A version that was no longer the newest: told with both versions, and tried again.
        var conflicts = 0
        /// Changes that were acknowledged, by record.
        var changes: [String: Int] = [:]
        /// Addresses of records that were acknowledged as opened.
        var opened: [String] = []
        /// Of those, the ones that were not there in the end.
        var missing: [String] = []

        mutating func add(_ other: Counts) {
            times.merge(other.times) { $0 + $1 }
            errors.merge(other.errors) { $0 + $1 }
            conflicts += other.conflicts
            changes.merge(other.changes) { $0 + $1 }
            opened += other.opened
            missing += other.missing
        }
    }

    private let kept = Mutex(Counts())

    var counts: Counts { kept.withLock { $0 } }

    func add(_ counts: Counts) { kept.withLock { $0.add(counts) } }
}

extension [Int] {
    /// The value that so many in a hundred do not exceed; 0 of none.
    func percentile(_ percent: Int) -> Int {
        let sorted = sorted()
        return sorted.isEmpty ? 0 : sorted[Swift.min(sorted.count - 1, sorted.count * percent / 100)]
    }
}
