package import Vocabulary

/// How a source writes days, months, quarters and years.
///
/// A format is a pattern of `yyyy`, `mm`, `dd`, `q` and anything else as itself: `dd/mm/yyyy`, `yyyy-Qq`, `mm.yyyy`.
/// Day and month may have one digit where something other than a digit follows them.
package struct PeriodFormat: Sendable, Equatable {
    private enum Part: Equatable { case year, month, day, quarter, sign(UInt8) }

    private let parts: [Part]
    /// The pattern as it was written.
    package let pattern: String

    /// `2023`, `2023-Q3`, `2023-07` and `2023-07-14`.
    package static let iso = PeriodFormat(parts: [], pattern: "iso")

    private init(parts: [Part], pattern: String) {
        self.parts = parts
        self.pattern = pattern
    }

    /// Nil where the pattern names no year, a part twice, or a day without its month.
    package init?(pattern: String) {
        if pattern == "iso" {
            self = .iso
            return
        }
        var parts: [Part] = []
        var rest = pattern.utf8[...]
        while let first = rest.first {
            let taken: (part: Part, length: Int) =
                if rest.starts(with: "yyyy".utf8) {
                    (.year, 4)
                } else if rest.starts(with: "mm".utf8) {
                    (.month, 2)
                } else if rest.starts(with: "dd".utf8) {
                    (.day, 2)
                } else if rest.starts(with: "q".utf8) {
                    (.quarter, 1)
                } else {
                    (.sign(first), 1)
                }
            parts.append(taken.part)
            rest = rest.dropFirst(taken.length)
        }
        let counted = [Part.year, .month, .day, .quarter].map { part in parts.count { $0 == part } }
        guard counted[0] == 1, counted.allSatisfy({ $0 <= 1 }), counted[2] <= counted[1], counted[1] + counted[3] <= 1
        else { return nil }
        self.parts = parts
        self.pattern = pattern
    }

    /// What came of reading a cell.
    package enum Reading: Equatable {
        case period(Period)
        /// It is written in this format, but the calendar has no such day (31/02).
        case notInCalendar
        case otherFormat
    }

    /// Reads a cell; an ISO day, which is what workbooks give, is understood whatever the format.
    package func read(_ text: String) -> Reading {
        let bytes = Array(text.utf8)
        if parts.isEmpty || looksLikeISODay(bytes) { return readISO(bytes) }
        var (year, month, day, quarter): (Int?, Int?, Int?, Int?)
        var place = 0
        for part in parts {
            switch part {
            case .sign(let sign):
                guard place < bytes.count, lowerCased(bytes[place]) == lowerCased(sign) else { return .otherFormat }
                place += 1
            case .year: year = number(in: bytes, at: &place, digits: 4...4)
            case .month: month = number(in: bytes, at: &place, digits: 1...2)
            case .day: day = number(in: bytes, at: &place, digits: 1...2)
            case .quarter: quarter = number(in: bytes, at: &place, digits: 1...1)
            }
        }
        guard place == bytes.count, let year, month != nil || !parts.contains(.month),
            day != nil || !parts.contains(.day), quarter != nil || !parts.contains(.quarter)
        else { return .otherFormat }
        return period(year: year, month: month, day: day, quarter: quarter)
    }

    private func period(year: Int, month: Int?, day: Int?, quarter: Int?) -> Reading {
        let firstMonth = quarter.map { $0 * 3 - 2 } ?? month ?? 1
        guard let date = CalendarDate(year: year, month: firstMonth, day: day ?? 1) else { return .notInCalendar }
        let precision: Period.Precision =
            day != nil ? .day : month != nil ? .month : quarter != nil ? .quarter : .year
        return .period(Period(precision, holding: date))
    }

    private func readISO(_ bytes: [UInt8]) -> Reading {
        let day = looksLikeISODay(bytes) ? bytes[..<10] : bytes[...]
        if let period = Period(String(decoding: day, as: UTF8.self)) { return .period(period) }
        return looksLikeISODay(bytes) || isISOMonth(bytes) ? .notInCalendar : .otherFormat
    }
}

/// `2023-07-14`, alone or with a time of day behind it, which the register does not keep.
private func looksLikeISODay(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return false }
    let digits = [0, 1, 2, 3, 5, 6, 8, 9].allSatisfy { isDigit(bytes[$0]) }
    return digits && (bytes.count == 10 || bytes[10] == UInt8(ascii: "T") || bytes[10] == 0x20)
}

private func isISOMonth(_ bytes: [UInt8]) -> Bool {
    bytes.count == 7 && bytes[4] == 0x2D && [0, 1, 2, 3, 5, 6].allSatisfy { isDigit(bytes[$0]) }
}

private func number(in bytes: [UInt8], at place: inout Int, digits: ClosedRange<Int>) -> Int? {
    var value = 0
    var count = 0
    while place < bytes.count, count < digits.upperBound, isDigit(bytes[place]) {
        value = value * 10 + Int(bytes[place] - 0x30)
        place += 1
        count += 1
    }
    return digits.contains(count) ? value : nil
}

private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

private func lowerCased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
