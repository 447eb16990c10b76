package import Vocabulary

/// How often an event comes again: a code of the list `recurrences`.
package enum Recurrence: String, Sendable, CaseIterable {
    case once, weekly, monthly, yearly
    /// On the same weekday of the same week of the month: the third Tuesday of May. A fifth one is the last of its month.
    case yearlyWeekday = "yearly-weekday"

    /// Its days within a span, never before the first one. As in RFC 5545, what a month or a year does not have is left
    /// out: the 31st in months of 30 days, 29 February in common years.
    package func days(from first: CalendarDate, in span: ClosedRange<CalendarDate>) -> [CalendarDate] {
        guard span.upperBound >= first else { return [] }
        let start = max(first, span.lowerBound)
        let found: [CalendarDate]
        switch self {
        case .once: found = [first]
        case .weekly:
            let aside = (Int(start.daysSinceEpoch) - Int(first.daysSinceEpoch)) % 7
            let next = start.adding(days: aside == 0 ? 0 : 7 - aside)
            found = stride(from: next.daysSinceEpoch, through: span.upperBound.daysSinceEpoch, by: 7).map {
                CalendarDate(daysSinceEpoch: $0)
            }
        case .monthly:
            let months = (start.year * 12 + start.month - 1)...(span.upperBound.year * 12 + span.upperBound.month - 1)
            found = months.compactMap { CalendarDate(year: $0 / 12, month: $0 % 12 + 1, day: first.day) }
        case .yearly:
            found = (start.year...span.upperBound.year).compactMap {
                CalendarDate(year: $0, month: first.month, day: first.day)
            }
        case .yearlyWeekday:
            found = (start.year...span.upperBound.year).compactMap { Recurrence.sameWeekday(as: first, in: $0) }
        }
        return found.filter { $0 >= first && span.contains($0) }
    }

    private static func sameWeekday(as first: CalendarDate, in year: Int) -> CalendarDate? {
        guard let begin = CalendarDate(year: year, month: first.month, day: 1) else { return nil }
        let ahead = ((Int(first.daysSinceEpoch) - Int(begin.daysSinceEpoch)) % 7 + 7) % 7
        let week = (first.day - 1) / 7
        let day = 1 + ahead + 7 * week
        let isThere = day <= CalendarDate.days(inMonth: first.month, of: year)
        return CalendarDate(year: year, month: first.month, day: isThere ? day : day - 7)
    }
}
