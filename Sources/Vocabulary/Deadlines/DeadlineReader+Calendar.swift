/// How words name a stretch of the calendar.
extension DeadlineReader {
    /// “End of 2006”, “Autumn 2006”, “28/29 June 2006”, “2018-2020”, “June 2006 to March 2007”.
    static func stretch(_ cursor: inout DeadlineCursor) -> CalendarStretch? {
        guard let first = cursor.attempt(simple) else { return nil }
        let last = cursor.attempt { cursor in
            cursor.take(anyOf: ["to", "until", "-"]) ? simple(&cursor) : nil
        }
        guard let last else { return first }
        guard first.earliest <= last.earliest, first.latest <= last.latest else { return nil }
        return CalendarStretch(first.earliest, last.latest, lastStart: first.lastStart)
    }

    /// One stretch, without “to” and another one.
    static func simple(_ cursor: inout DeadlineCursor) -> CalendarStretch? {
        if let part = cursor.take(from: DeadlineLexicon.parts) {
            _ = cursor.take(anyOf: ["-"])
            return unit(&cursor).flatMap { $0.third(part) }
        }
        return unit(&cursor)
    }

    private static func unit(_ cursor: inout DeadlineCursor) -> CalendarStretch? {
        for reading in [turn, season, yearPart, months, monthAndDay, days, numericDate, years] {
            if let found = cursor.attempt(reading) { return found }
        }
        return nil
    }

    /// “(the year) 2006”.
    private static func year(_ cursor: inout DeadlineCursor) -> Int? {
        _ = cursor.take(anyOf: ["year", "annee"])
        guard let year = cursor.year() else { return nil }
        cursor.skip()
        return year
    }

    /// “the turn of the year 2007/2008”.
    private static func turn(_ cursor: inout DeadlineCursor) -> CalendarStretch? {
        guard cursor.take(anyOf: ["turn"]), let first = year(&cursor), cursor.take(anyOf: ["/", "-"]),
            cursor.year() == first + 1
        else { return nil }
        cursor.skip()
        guard let start = CalendarDate(year: first, month: 12, day: 1),
            let end = CalendarDate(year: first + 1, month: 1, day: 31)
        else { return nil }
        return CalendarStretch(start, end)
    }

    /// “Autumn 2006”, “winter 2006/2007”.
    private static func season(_ cursor: inout DeadlineCursor) -> CalendarStretch? {
        guard let season = cursor.take(from: DeadlineLexicon.seasons), let year = year(&cursor) else { return nil }
        guard let sign = cursor.word(), ["/", "-"].contains(sign), let second = cursor.number(1) else {
            return .season(season, of: year)
        }
        guard season == .winter, second == year + 1 || second == (year + 1) % 100 else { return nil }
        cursor.skip(2)
        return .winter(from: year)
    }

    /// “the second half of 2007”, “Q3 2018”, “2018-Q3”, “1er semestre 2007”.
    private static func yearPart(_ cursor: inout DeadlineCursor) -> CalendarStretch? {
        func stretch(_ place: Int, of parts: Int, _ year: Int) -> CalendarStretch? {
            let length = 12 / parts
            return .months((place - 1) * length + 1, place * length, of: year)
        }
        if let part = cursor.take(from: DeadlineLexicon.shortYearParts) {
            _ = cursor.take(anyOf: ["/", "-"])
            return year(&cursor).flatMap { stretch(part.place, of: part.of, $0) }
        }
        if let place = cursor.take(from: DeadlineLexicon.ordinals) {
            guard let parts = cursor.take(from: DeadlineLexicon.yearParts), place <= parts,
                let year = year(&cursor)
            else { return nil }
            return stretch(place, of: parts, year)
        }
        guard let year = year(&cursor) else { return nil }
        _ = cursor.take(anyOf: ["-", "/"])
        return cursor.take(from: DeadlineLexicon.shortYearParts).flatMap { stretch($0.place, of: $0.of, year) }
    }

    /// “March 2006”, “Feb/Mar 2007”, “between June and September 2006”.
    private static func months(_ cursor: inout DeadlineCursor) -> CalendarStretch? {
        _ = cursor.take(anyOf: ["between", "entre"])
        guard let first = cursor.take(from: DeadlineLexicon.months) else { return nil }
        let last = cursor.attempt { cursor in
            cursor.take(anyOf: ["/", "-", "and", "et", "to"]) ? cursor.take(from: DeadlineLexicon.months) : nil
        }
        return year(&cursor).flatMap { .months(first, last ?? first, of: $0) }
    }

    /// “June 30, 2006”.
    private static func monthAndDay(_ cursor: inout DeadlineCursor) -> CalendarStretch? {
        guard let month = cursor.take(from: DeadlineLexicon.months), let day = cursor.number(), day <= 31 else {
            return nil
        }
        cursor.skip()
        _ = cursor.take(anyOf: [","])
        return year(&cursor).flatMap { CalendarDate(year: $0, month: month, day: day) }.map(CalendarStretch.day)
    }

    /// “31 December 2006”, “28/29 June 2006”, “1er juin 2006”.
    private static func days(_ cursor: inout DeadlineCursor) -> CalendarStretch? {
        func day(_ cursor: inout DeadlineCursor) -> Int? {
            if let number = cursor.number() {
                cursor.skip()
                return number
            }
            return cursor.take(from: DeadlineLexicon.ordinals)
        }
        guard let first = day(&cursor) else { return nil }
        let last = cursor.attempt { cursor in
            cursor.take(anyOf: ["/", "-", "and", "et", "to"]) ? day(&cursor) : nil
        }
        guard let month = cursor.take(from: DeadlineLexicon.months), let year = year(&cursor),
            let start = CalendarDate(year: year, month: month, day: first),
            let end = CalendarDate(year: year, month: month, day: last ?? first), start <= end
        else { return nil }
        return CalendarStretch(start, end)
    }

    /// “31.12.2006”, “31/12/2006”, “2006-12-31”, “14.11.06”.
    ///
    /// With strokes, the first number may be the month where both could be: both readings count.
    private static func numericDate(_ cursor: inout DeadlineCursor) -> CalendarStretch? {
        guard let first = cursor.number() else { return nil }
        let hasSigns = cursor.word(1).map { ["/", "-"].contains($0) } ?? false
        let step = hasSigns ? 2 : 1
        guard let second = cursor.number(step), let third = cursor.number(2 * step),
            !hasSigns || cursor.word(1) == cursor.word(3)
        else { return nil }
        let hasStrokes = cursor.word(1) == "/"
        let isISO = cursor.year() != nil && cursor.word(1) == "-"
        cursor.skip(2 * step + 1)
        if isISO { return CalendarDate(year: first, month: second, day: third).map(CalendarStretch.day) }
        let year = third < 100 ? third + (third < 70 ? 2000 : 1900) : third
        guard (1900...2199).contains(year) else { return nil }
        let dayFirst = CalendarDate(year: year, month: second, day: first)
        let monthFirst = hasStrokes ? CalendarDate(year: year, month: first, day: second) : nil
        let readings = [dayFirst, monthFirst].compactMap(\.self).sorted()
        guard let earliest = readings.first, let latest = readings.last else { return nil }
        return CalendarStretch(earliest, latest, lastStart: latest)
    }

    /// “2006”, “2018-2020”, “2018/2019”, “2006-07” and “06/2006” for a month.
    private static func years(_ cursor: inout DeadlineCursor) -> CalendarStretch? {
        if let month = cursor.number(), month <= 12, cursor.word(1) == "/", let year = cursor.year(2) {
            cursor.skip(3)
            return .months(month, month, of: year)
        }
        guard let first = year(&cursor) else { return nil }
        guard let sign = cursor.word(), ["-", "/"].contains(sign), let second = cursor.number(1) else {
            return .year(first)
        }
        if let last = cursor.year(1), last > first {
            cursor.skip(2)
            guard let start = CalendarStretch.year(first), let end = CalendarStretch.year(last) else { return nil }
            return CalendarStretch(start.earliest, end.latest)
        }
        // “2007-08” may be a month or two years; “2006-07” too. Only what cannot be the second is a month.
        guard sign == "-", (1...12).contains(second), second <= first % 100 else { return nil }
        cursor.skip(2)
        return .months(second, second, of: first)
    }
}
