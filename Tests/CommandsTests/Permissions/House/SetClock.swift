import Synchronization
import Vocabulary

/// A clock that stands where a test put it.
final class SetClock: Sendable {
    private let moment: Mutex<Timestamp>

    init(at moment: Timestamp) { self.moment = Mutex(moment) }

    var now: Timestamp { moment.withLock { $0 } }

    func set(to next: Timestamp) { moment.withLock { $0 = next } }
}
