/// How often something recurs: once in so many years, half-years, quarters, months or weeks.
package struct Rhythm: Hashable, Sendable {
    package enum Unit: String, Sendable, CaseIterable {
        case week, month, quarter, halfYear = "half-year", year

        /// Months of one; 0 for weeks.
        var months: Int {
            switch self {
            case .week: 0
            case .month: 1
            case .quarter: 3
            case .halfYear: 6
            case .year: 12
            }
        }
    }

    /// How many units the stretch has: 2 in “every two years”.
    package let units: Int
    package let unit: Unit

    package init(every units: Int = 1, _ unit: Unit) {
        self.units = units
        self.unit = unit
    }

    /// So many times in a year, at even distances; nil where months do not divide so (“five times a year”).
    package init?(timesInYear times: Int) {
        switch times {
        case 1: self.init(.year)
        case 2: self.init(.halfYear)
        case 4: self.init(.quarter)
        case 12: self.init(.month)
        case 3, 6: self.init(every: 12 / times, .month)
        default: return nil
        }
    }

    /// The instance that `day` falls into: the whole stretch, since “once per year” names no day of the year.
    ///
    /// - Parameter start: Stretches of more than a year are counted from the year that holds it, those of several
    ///   weeks from its week.
    package func instance(holding day: CalendarDate, from start: CalendarDate) -> DaySpan {
        if unit == .week {
            // 1970-01-01 was a Thursday: weeks begin on Mondays.
            let length = 7 * units
            let anchor = Int(start.daysSinceEpoch) - (Int(start.daysSinceEpoch) + 3).remainder(of: 7)
            let first = Int(day.daysSinceEpoch) - (Int(day.daysSinceEpoch) - anchor).remainder(of: length)
            let earliest = CalendarDate(daysSinceEpoch: Int32(first))
            return DaySpan(earliest, earliest.adding(days: length - 1))
        }
        let length = unit.months * units
        // What fits into a year is counted from January; longer stretches from the year of the start.
        let anchor = length <= 12 ? 0 : months(of: start) / 12 * 12
        let first = months(of: day) - (months(of: day) - anchor).remainder(of: length)
        return DaySpan(firstDay(of: first), firstDay(of: first + length)?.adding(days: -1) ?? Rhythm.lastDay)
    }

    /// The instance after `span`.
    package func instance(after span: DaySpan, from start: CalendarDate) -> DaySpan {
        instance(holding: span.latest.adding(days: 1), from: start)
    }

    private func months(of day: CalendarDate) -> Int { day.year * 12 + day.month - 1 }

    /// Nil beyond the year 9999.
    private func firstDay(of months: Int) -> CalendarDate? {
        CalendarDate(year: months / 12, month: months % 12 + 1, day: 1)
    }

    /// 9999-12-31.
    private static let lastDay = CalendarDate(daysSinceEpoch: 2_932_896)
}

extension Int {
    /// 0 up to and without `divisor`, also of negative numbers.
    fileprivate func remainder(of divisor: Int) -> Int { ((self % divisor) + divisor) % divisor }
}
