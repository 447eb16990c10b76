import Foundation
package import Vocabulary

// Goals, in order: (1) no moment falls between two shifts because a clock is set: a time that does not exist is the moment
// in which the clock is set, and of a time that comes twice a span begins at the first and ends at the second; (2) the
// rules of zones are those of the IANA database as the system's ICU carries it, never ours.

/// The clock of a place, by the name of its zone in the IANA database: `Europe/Lisbon`.
package struct LocalClock: Hashable, Sendable {
    package let name: String
    private let zone: TimeZone

    /// Universal time, for whoever says no zone.
    package static let universal = LocalClock(name: "UTC", zone: .gmt)

    private init(name: String, zone: TimeZone) { (self.name, self.zone) = (name, zone) }

    /// Nil for a name that is not in the database: `CET` and `UTC+1` say nothing of summer.
    package init?(_ name: String) {
        guard name != "UTC" else {
            self = .universal
            return
        }
        guard name.contains("/"), let zone = TimeZone(identifier: name) else { return nil }
        self.init(name: name, zone: zone)
    }

    /// What its hands show: the day, and the minute of it.
    package func reading(at moment: Timestamp) -> (day: CalendarDate, time: ClockTime) {
        let seconds = moment.seconds + offsetSeconds(at: moment)
        let day = seconds.flooredDivision(by: 86_400)
        let minute = Int((seconds - day * 86_400) / 60)
        return (CalendarDate(daysSinceEpoch: Int32(truncatingIfNeeded: day)), ClockTime(minute: minute) ?? .midnight)
    }

    /// What it shows, as ISO 8601 has it: `2026-12-24T18:00+01:00`.
    package func text(_ moment: Timestamp) -> String {
        let (day, time) = reading(at: moment)
        return "\(day)T\(time)\(LocalClock.offset(offsetMinutes(at: moment)))"
    }

    /// `+01:00`
    package static func offset(_ minutes: Int) -> String {
        let ahead = ClockTime(minute: abs(minutes)) ?? .midnight
        return "\(minutes < 0 ? "-" : "+")\(ahead)"
    }

    /// How far it is ahead of universal time, in minutes.
    package func offsetMinutes(at moment: Timestamp) -> Int { Int(offsetSeconds(at: moment) / 60) }

    /// When it is set next, and how far it is ahead of universal time from then on, in minutes; nil where it never is.
    package func nextChange(after moment: Timestamp) -> (at: Timestamp, offsetMinutes: Int)? {
        let date = Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)
        guard let next = zone.nextDaylightSavingTimeTransition(after: date) else { return nil }
        let at = Timestamp(seconds: Int64(next.timeIntervalSince1970.rounded()))
        return (at, offsetMinutes(at: at))
    }

    /// Which moments are meant by a time of a day.
    package enum Moments: Hashable, Sendable {
        case one(Timestamp)
        /// The clock is set back over it: it comes twice.
        case twice(Timestamp, Timestamp)
        /// The clock is set forward over it: it never comes; the moment in which the clock is set.
        case never(Timestamp)

        package var first: Timestamp {
            switch self {
            case .one(let moment), .twice(let moment, _), .never(let moment): moment
            }
        }

        package var last: Timestamp {
            switch self {
            case .one(let moment), .twice(_, let moment), .never(let moment): moment
            }
        }
    }

    /// - Parameter minute: After the midnight with which the day began; from 1440 on it is a time of the next day.
    package func moments(of day: CalendarDate, minute: Int) -> Moments {
        // As if the clock showed universal time. No zone is set twice in two days.
        let shown = Int64(day.daysSinceEpoch) * 86_400 + Int64(minute) * 60
        let before = offsetSeconds(at: Timestamp(seconds: shown - 86_400))
        let after = offsetSeconds(at: Timestamp(seconds: shown + 86_400))
        let candidates = Set([before, after]).map { ($0, Timestamp(seconds: shown - $0)) }
            .filter { offsetSeconds(at: $0.1) == $0.0 }.map { $0.1 }.sorted()
        switch candidates.count {
        case 2: return .twice(candidates[0], candidates[1])
        case 1: return .one(candidates[0])
        default: return .never(setBetween(shown - max(before, after), shown - min(before, after), from: before))
        }
    }

    /// The second in which the clock leaves an offset, between one in which it still has it and one in which it has not.
    private func setBetween(_ early: Int64, _ late: Int64, from offset: Int64) -> Timestamp {
        var (early, late) = (early, late)
        while late - early > 1 {
            let middle = early + (late - early) / 2
            if offsetSeconds(at: Timestamp(seconds: middle)) == offset { early = middle } else { late = middle }
        }
        return Timestamp(seconds: late)
    }

    private func offsetSeconds(at moment: Timestamp) -> Int64 {
        Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)))
    }
}

extension LocalClock: LosslessStringConvertible {
    package var description: String { name }
}

extension Timestamp {
    fileprivate init(seconds: Int64) { self.init(milliseconds: seconds * 1000) }

    /// Since 1970, those begun left out.
    fileprivate var seconds: Int64 { milliseconds.flooredDivision(by: 1000) }
}

extension Int64 {
    fileprivate func flooredDivision(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
