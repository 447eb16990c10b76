import Ledger
import Vocabulary

/// Whether the machine's clock can be right: the ledger's last event was written before now.
enum ClockCheck {
    /// Clocks of servers are corrected now and then.
    private static let toleranceMilliseconds: Int64 = 120_000

    /// What to say of a clock that was set back; nil where there is nothing to say.
    ///
    /// - Parameter last: When the last event was written; nil where there is none.
    static func warning(now: Timestamp, last: Timestamp?) -> String? {
        guard let last, last.milliseconds - now.milliseconds > toleranceMilliseconds else { return nil }
        let minutes = (last.milliseconds - now.milliseconds) / 60_000
        return "The clock of this machine says \(now), which is \(minutes) minutes before the last event (\(last)). "
            + "Set the clock. Until then every event is dated \(last), sessions and tokens made later than now are not "
            + "taken, and due dates are counted from the wrong day. Nothing is lost, and the order of events holds."
    }
}
