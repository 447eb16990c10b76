/// A stretch of the calendar as words name it, with what is uncertain about it.
struct CalendarStretch: Hashable, Sendable {
    let earliest: CalendarDate
    let latest: CalendarDate
    /// The last day on which it may be said to begin, where that is not `earliest`.
    var lastStart: CalendarDate
    /// Whether its borders are a matter of opinion: “mid”, “end”.
    var isVague = false

    init(_ earliest: CalendarDate, _ latest: CalendarDate, lastStart: CalendarDate? = nil) {
        self.earliest = earliest
        self.latest = latest
        self.lastStart = lastStart ?? earliest
    }

    init(_ period: Period) { self.init(period.start, period.end) }

    static func year(_ year: Int) -> CalendarStretch? { Period.year(year).map(CalendarStretch.init) }

    /// Months `first` to `last` of a year, both counted from 1.
    static func months(_ first: Int, _ last: Int, of year: Int) -> CalendarStretch? {
        guard first <= last, let start = CalendarDate(year: year, month: first, day: 1),
            let end = CalendarDate(year: year, month: last, day: CalendarDate.days(inMonth: last, of: year))
        else { return nil }
        return CalendarStretch(start, end)
    }

    static func day(_ day: CalendarDate) -> CalendarStretch { CalendarStretch(day, day) }

    /// A season of the northern half of the earth, from its first month (as weather services count) to the day before
    /// the next one begins (as the sun has it). Winter is that which begins in the year or, read earliest, that which
    /// ends in it.
    static func season(_ season: DeadlineLexicon.Season, of year: Int) -> CalendarStretch? {
        func day(_ month: Int, _ day: Int, _ year: Int) -> CalendarDate? {
            CalendarDate(year: year, month: month, day: day)
        }
        let days: (CalendarDate?, CalendarDate?, CalendarDate?) =
            switch season {
            case .spring: (day(3, 1, year), day(3, 21, year), day(6, 21, year))
            case .summer: (day(6, 1, year), day(6, 21, year), day(9, 23, year))
            case .autumn: (day(9, 1, year), day(9, 23, year), day(12, 22, year))
            case .winter: (day(12, 1, year - 1), day(12, 22, year), day(3, 21, year + 1))
            }
        guard let first = days.0, let lastStart = days.1, let last = days.2 else { return nil }
        return CalendarStretch(first, last, lastStart: lastStart)
    }

    /// The winter from one year to the next.
    static func winter(from year: Int) -> CalendarStretch? {
        guard let whole = season(.winter, of: year), let first = CalendarDate(year: year, month: 12, day: 1) else {
            return nil
        }
        return CalendarStretch(first, whole.latest, lastStart: whole.lastStart)
    }

    /// Its first, middle or last third: of years four months, of months ten days (the last third has the rest).
    ///
    /// Nil of what has no thirds in whole months or days: a season, a day.
    func third(_ part: DeadlineLexicon.Part) -> CalendarStretch? {
        let months = (latest.year - earliest.year) * 12 + latest.month - earliest.month + 1
        let place = part == .early ? 0 : part == .middle ? 1 : 2
        var third: CalendarStretch?
        if months == 1, earliest.day == 1, latest.day >= 28 {
            let first = earliest.adding(days: 10 * place)
            third = CalendarStretch(first, part == .late ? latest : first.adding(days: 9))
        } else if months % 3 == 0, months <= 12, earliest.day == 1, latest.year == earliest.year, lastStart == earliest
        {
            let length = months / 3
            let first = earliest.month + place * length
            third = .months(first, first + length - 1, of: earliest.year)
        }
        third?.isVague = true
        return third
    }

    /// The last day before it, at the latest reading.
    var lastDayBefore: CalendarDate { isVague ? latest : lastStart.adding(days: -1) }
}
