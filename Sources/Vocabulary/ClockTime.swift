/// A time of day, `06:30`, of whatever clock it is read from.
package struct ClockTime: Hashable, Comparable, Sendable {
    /// Of the day, 0 to 1439.
    package let minute: Int

    /// Nil outside the day.
    package init?(minute: Int) {
        guard (0..<ClockTime.minutesOfDay).contains(minute) else { return nil }
        self.minute = minute
    }

    private init(minuteOfDay: Int) { minute = minuteOfDay }

    package static let midnight = ClockTime(minuteOfDay: 0)

    /// Minutes of a day in which no clock is set.
    package static let minutesOfDay = 1440

    package static func < (left: Self, right: Self) -> Bool { left.minute < right.minute }
}

extension ClockTime: LosslessStringConvertible {
    /// Only `06:30`: two digits each, midnight as `00:00`.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hours = decimal(Array(parts[0].utf8)),
            let minutes = decimal(Array(parts[1].utf8)), hours < 24, minutes < 60
        else { return nil }
        minute = hours * 60 + minutes
    }

    package var description: String { "\(padded(minute / 60, to: 2)):\(padded(minute % 60, to: 2))" }
}
