import Vocabulary

/// Days as workbooks count them.
enum SerialDate {
    /// A number of days as ISO text: `2023-07-14`, with `T09:30:00` behind it where it is no whole day.
    ///
    /// The calendar of 1900 has a 29 February 1900, which never was: its day 60 is written so, and refused later.
    /// - Returns: Nil where the number is no day of the calendar.
    static func text(_ serial: Double, has1904Dates: Bool) -> String? {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        let seconds = Int((serial * 86_400).rounded())
        let (day, ofDay) = seconds.quotientAndRemainder(dividingBy: 86_400)
        let clock = ofDay == 0 ? "" : "T\(time(seconds: ofDay))"
        if has1904Dates { return date(CalendarDate(year: 1904, month: 1, day: 1), day).map { "\($0)\(clock)" } }
        if day == 0 { return nil }
        if day == 60 { return "1900-02-29" }
        let start =
            day < 60 ? CalendarDate(year: 1899, month: 12, day: 31) : CalendarDate(year: 1899, month: 12, day: 30)
        return date(start, day).map { "\($0)\(clock)" }
    }

    /// A part of a day as `09:30:00`; hours go on counting past 24 for durations.
    static func time(_ serial: Double) -> String? {
        guard serial >= 0, serial < 100_000 else { return nil }
        return time(seconds: Int((serial * 86_400).rounded()))
    }

    private static func date(_ start: CalendarDate?, _ days: Int) -> CalendarDate? { start?.adding(days: days) }

    private static func time(seconds: Int) -> String {
        [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}
