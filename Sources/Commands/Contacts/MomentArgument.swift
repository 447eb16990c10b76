import ArgumentParser
import Mechanisms
import Vocabulary

/// A moment with its distance from universal time, as ISO 8601 has it: `2026-12-24T18:00+01:00`, `2026-12-24T17:00Z`.
///
/// Without the distance it would be another moment for whoever reads it elsewhere, and one of the hour that comes twice
/// would be two.
struct MomentArgument: ExpressibleByArgument {
    let moment: Timestamp

    init?(argument: String) {
        guard
            let parts = argument.wholeMatch(
                of: /([0-9-]{10})T([0-9]{2}:[0-9]{2})(?::([0-5][0-9]))?(?:Z|([+-])([0-9]{2}:[0-9]{2}))/),
            let day = CalendarDate(String(parts.1)), let time = ClockTime(String(parts.2))
        else { return nil }
        var seconds = Int64(day.daysSinceEpoch) * 86_400 + Int64(time.minute) * 60
        seconds += parts.3.flatMap { Int64($0) } ?? 0
        if let sign = parts.4, let written = parts.5 {
            guard let ahead = ClockTime(String(written)), ahead.minute <= MomentArgument.furthest else { return nil }
            seconds -= (sign == "-" ? -1 : 1) * Int64(ahead.minute) * 60
        }
        moment = Timestamp(milliseconds: seconds * 1000)
    }

    /// Minutes by which a clock is ahead of universal time at most.
    private static let furthest = 14 * 60
}

extension LocalClock: ExpressibleByArgument {}
