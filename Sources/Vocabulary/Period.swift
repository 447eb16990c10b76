/// A stretch of the calendar as sources give it: a day, a month, a quarter or a year.
///
/// An agency that reports by quarter knows no day. Keeping the precision keeps us from inventing one: a quarter falls
/// into its year, never into one of its months. The spellings are those of SDMX: `2023`, `2023-Q3`, `2023-07`, `2023-07-14`.
package struct Period: Hashable, Sendable {
    package enum Precision: UInt8, Comparable, CaseIterable, Sendable {
        case year, quarter, month, day
        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    package let precision: Precision
    package let start: CalendarDate

    /// The period of `precision` that holds `date`.
    package init(_ precision: Precision, holding date: CalendarDate) {
        self.precision = precision
        let month =
            switch precision {
            case .year: 1
            case .quarter: date.quarter * 3 - 2
            case .month, .day: date.month
            }
        // The first day of a month that exists always exists.
        start =
            precision == .day
            ? date : CalendarDate(year: date.year, month: month, day: 1) ?? date
    }

    package static func year(_ year: Int) -> Period? {
        CalendarDate(year: year, month: 1, day: 1).map { Period(.year, holding: $0) }
    }

    package static func day(_ date: CalendarDate) -> Period { Period(.day, holding: date) }

    /// The last day of it.
    package var end: CalendarDate {
        switch precision {
        case .day: start
        case .month: start.adding(days: CalendarDate.days(inMonth: start.month, of: start.year) - 1)
        case .quarter: Period(.month, holding: start.adding(days: 70)).end
        case .year: start.adding(days: CalendarDate.days(inMonth: 2, of: start.year) == 29 ? 365 : 364)
        }
    }

    /// Whether all of `other` lies in it.
    package func contains(_ other: Period) -> Bool { start <= other.start && other.end <= end }

    /// It, at a coarser precision; nil where that would need knowledge that it has not.
    package func coarsened(to coarser: Precision) -> Period? {
        coarser <= precision ? Period(coarser, holding: start) : nil
    }

    package var next: Period { Period(precision, holding: end.adding(days: 1)) }
    package var previous: Period { Period(precision, holding: start.adding(days: -1)) }
}

extension Period: Comparable {
    package static func < (left: Self, right: Self) -> Bool {
        (left.start, left.precision) < (right.start, right.precision)
    }
}

extension Period: LosslessStringConvertible {
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        if bytes.count == 10, let date = CalendarDate(text) {
            self = .day(date)
            return
        }
        guard bytes.count >= 4, let year = decimal(bytes[0..<4]) else { return nil }
        if bytes.count == 4 {
            guard let start = CalendarDate(year: year, month: 1, day: 1) else { return nil }
            self.init(.year, holding: start)
        } else if bytes.count == 7, bytes[4] == UInt8(ascii: "-"), bytes[5] == UInt8(ascii: "Q") {
            guard let quarter = decimal(bytes[6..<7]), (1...4).contains(quarter),
                let start = CalendarDate(year: year, month: quarter * 3 - 2, day: 1)
            else { return nil }
            self.init(.quarter, holding: start)
        } else if bytes.count == 7, bytes[4] == UInt8(ascii: "-") {
            guard let month = decimal(bytes[5..<7]), let start = CalendarDate(year: year, month: month, day: 1)
            else { return nil }
            self.init(.month, holding: start)
        } else {
            return nil
        }
    }

    package var description: String {
        switch precision {
        case .year: padded(start.year, to: 4)
        case .quarter: "\(padded(start.year, to: 4))-Q\(start.quarter)"
        case .month: "\(padded(start.year, to: 4))-\(padded(start.month, to: 2))"
        case .day: start.description
        }
    }
}
