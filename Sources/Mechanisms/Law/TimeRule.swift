package import Vocabulary

// Goals, in order: (1) the day that a treaty's own article gives, no other; (2) nothing is counted that the article does
// not count: the day of the act itself never is.

/// How long after an act it takes effect, in the ways in which final clauses of treaties say it.
///
/// - `days`: *on the thirtieth day after the date of deposit*. The day of the deposit is not counted: a deposit of 6
///   September takes effect on 6 October. UN Convention against Transnational Organized Crime, article 38, and the
///   Trafficking Protocol, article 17.
/// - `months`: *three months after the date of the deposit*: the day of the same number, or the last of a month that
///   has none of that number. Optional Protocol on the sale of children, article 14; Protocol of 2014 to ILO Convention
///   29, article 8 (twelve months).
/// - `monthStart`: *on the first day of the month following the expiration of a period of three months after the date of
///   the deposit*: a deposit of 11 January takes effect on 1 May. CETS 197, articles 42 and 46.
package struct TimeRule: Hashable, Sendable {
    package enum Unit: String, Sendable, CaseIterable {
        case days, months
        case monthStart = "month-start"
    }

    /// Days, or months.
    package let count: Int
    package let unit: Unit

    package init(_ count: Int, _ unit: Unit) { (self.count, self.unit) = (count, unit) }

    /// The day on which an act of `day` takes effect.
    package func day(after day: CalendarDate) -> CalendarDate {
        switch unit {
        case .days: day.adding(days: count)
        case .months: TimeRule.adding(months: count, to: day)
        case .monthStart: Period(.month, holding: TimeRule.adding(months: count, to: day)).next.start
        }
    }

    private static func adding(months: Int, to day: CalendarDate) -> CalendarDate {
        let (years, month) = (day.month - 1 + months).quotientAndRemainder(dividingBy: 12)
        let year = day.year + years
        let number = min(day.day, CalendarDate.days(inMonth: month + 1, of: year))
        // Only a year after 9999 has no such day.
        return CalendarDate(year: year, month: month + 1, day: number) ?? day
    }
}

extension TimeRule: CustomStringConvertible {
    /// `30 days`, `3 month-start`: as lists of treaties have it.
    package var description: String { "\(count) \(unit.rawValue)" }
}
