/// A moment on the UTC time line, to the millisecond: when the ledger wrote something down.
package struct Timestamp: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

    /// The UTC day it falls on.
    package var day: CalendarDate {
        CalendarDate(daysSinceEpoch: Int32(truncatingIfNeeded: milliseconds.flooringDivided(by: 86_400_000)))
    }

    /// The first moment after the UTC day `date`.
    package static func endOf(_ date: CalendarDate) -> Timestamp {
        Timestamp(milliseconds: (Int64(date.daysSinceEpoch) + 1) * 86_400_000)
    }
}

extension Timestamp: LosslessStringConvertible {
    /// Only the spelling that `description` gives: `2026-11-21T08:30:00.000Z`.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 24, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "."), bytes[23] == UInt8(ascii: "Z"),
            let date = CalendarDate(String(text.prefix(10))),
            let hours = decimal(bytes[11..<13]), let minutes = decimal(bytes[14..<16]),
            let seconds = decimal(bytes[17..<19]), let thousandths = decimal(bytes[20..<23]),
            hours < 24, minutes < 60, seconds < 60
        else { return nil }
        let ofDay = ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths
        milliseconds = Int64(date.daysSinceEpoch) * 86_400_000 + Int64(ofDay)
    }

    package var description: String {
        let ofDay = milliseconds - Int64(day.daysSinceEpoch) * 86_400_000
        let clock = [ofDay / 3_600_000, ofDay / 60_000 % 60, ofDay / 1000 % 60].map { padded($0, to: 2) }
        return "\(day)T\(clock.joined(separator: ":")).\(padded(ofDay % 1000, to: 3))Z"
    }
}

extension Int64 {
    fileprivate func flooringDivided(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

/// Digits only, no sign; nil for anything else.
func decimal(_ bytes: some Collection<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count < 19 else { return nil }
    var value = 0
    for byte in bytes {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
}

/// A whole number with leading zeros.
func padded(_ number: some BinaryInteger, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
