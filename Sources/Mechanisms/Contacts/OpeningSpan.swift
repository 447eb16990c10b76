package import Vocabulary

/// From one time of a day until another, which may lie on the next day: `22:00-06:00`.
package struct OpeningSpan: Hashable, Sendable {
    package let from: ClockTime
    /// Minutes after the midnight with which the day began, 1 to 2880: past 1440 it is the next day.
    package let end: Int

    /// All of a day.
    package static let wholeDay = OpeningSpan(from: .midnight, end: ClockTime.minutesOfDay)

    private init(from: ClockTime, end: Int) { (self.from, self.end) = (from, end) }
}

extension OpeningSpan: LosslessStringConvertible {
    /// `08:30-17:00`, `22:00-06:00`, `18:00-24:00`; an end that is not after the start is one of the next day.
    package init?(_ text: String) {
        let sides = text.split(separator: "-", omittingEmptySubsequences: false)
        guard sides.count == 2, let from = ClockTime(String(sides[0])) else { return nil }
        self.from = from
        if sides[1] == "24:00" {
            end = ClockTime.minutesOfDay
        } else if let until = ClockTime(String(sides[1])) {
            end = until > from ? until.minute : until.minute + ClockTime.minutesOfDay
        } else {
            return nil
        }
    }

    package var description: String {
        if end == ClockTime.minutesOfDay { return "\(from)-24:00" }
        let until = ClockTime(minute: end % ClockTime.minutesOfDay) ?? .midnight
        return "\(from)-\(until)"
    }
}
