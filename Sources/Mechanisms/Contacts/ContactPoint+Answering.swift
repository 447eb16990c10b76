package import Vocabulary

// Goals, in order: (1) whoever is said to answer does, by the hours that they gave themselves; (2) whoever does not is said to
// do so for a reason, and until when; (3) the same question gives the same answer wherever it is asked.

/// Whether somebody answers at a moment, and why not.
package struct ContactStanding: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        case answers
        case outOfHours
        case holiday(String)
        /// A day with other hours than usual.
        case specialDay
        /// Nobody holds the post behind it.
        case vacant
    }

    package let reason: Reason
    /// Until when, where somebody answers; else from when somebody will. Nil where that is further away than anybody looks.
    package let until: Timestamp?

    package var answers: Bool { reason == .answers }
}

extension ContactPoint {
    /// Days for which hours are looked up.
    private static let horizonDays = 15

    /// - Parameter isVacant: Whether nobody holds the post behind it.
    package func standing(at moment: Timestamp, _ holidays: Holidays, isVacant: Bool = false) -> ContactStanding {
        guard !isVacant else { return ContactStanding(reason: .vacant, until: nil) }
        let today = clock.reading(at: moment).day
        let stretches = self.stretches(around: today, holidays)
        if let open = stretches.first(where: { $0.lowerBound <= moment && moment < $0.upperBound }) {
            let isEndless = open.upperBound > clock.moments(of: today.adding(days: Self.horizonDays), minute: 0).first
            return ContactStanding(reason: .answers, until: isEndless ? nil : open.upperBound)
        }
        let next = stretches.first { $0.lowerBound > moment }
        return ContactStanding(reason: reason(on: today, holidays), until: next?.lowerBound)
    }

    private func reason(on day: CalendarDate, _ holidays: Holidays) -> ContactStanding.Reason {
        if specialDays.spans(on: day) != nil { return .specialDay }
        return holidays[country, day].map { .holiday($0.name) } ?? .outOfHours
    }

    /// The hours of a day: as of a special day, else of a holiday, else of its weekday.
    package func spans(on day: CalendarDate, _ holidays: Holidays) -> [OpeningSpan] {
        if let special = specialDays.spans(on: day) { return special }
        return hours.spans[holidays[country, day] == nil ? OpeningHours.Day(of: day) : .holidays] ?? []
    }

    /// When somebody answers, from the day before to the horizon, in one piece where one shift follows another.
    private func stretches(around today: CalendarDate, _ holidays: Holidays) -> [Range<Timestamp>] {
        let days = (-1...Self.horizonDays).map { today.adding(days: $0) }
        let shifts = days.flatMap { day in
            spans(on: day, holidays).compactMap { span -> Range<Timestamp>? in
                let from = clock.moments(of: day, minute: span.from.minute).first
                let until = clock.moments(of: day, minute: span.end).last
                // One that lies in an hour which never comes is none.
                return from < until ? from..<until : nil
            }
        }.sorted { $0.lowerBound < $1.lowerBound }
        return shifts.reduce(into: []) { stretches, shift in
            if let last = stretches.last, shift.lowerBound <= last.upperBound {
                stretches[stretches.count - 1] = last.lowerBound..<max(last.upperBound, shift.upperBound)
            } else {
                stretches.append(shift)
            }
        }
    }
}
