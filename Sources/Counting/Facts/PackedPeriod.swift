import Vocabulary

/// A period in 32 bits, as columns hold it: the day number of its start times four, plus its precision.
struct PackedPeriod: Hashable, Sendable {
    let bits: Int32

    /// No period was reported.
    static let absent = PackedPeriod(bits: .min)

    init(bits: Int32) { self.bits = bits }

    init(_ period: Period?) {
        // Days of the years 1000 to 9999 take 23 bits, so the shift loses nothing.
        bits = period.map { $0.start.daysSinceEpoch << 2 | Int32($0.precision.rawValue) } ?? .min
    }

    /// Nil where none was reported.
    var period: Period? {
        guard self != .absent, let precision = Period.Precision(rawValue: UInt8(bits & 3)) else { return nil }
        return Period(precision, holding: CalendarDate(daysSinceEpoch: bits >> 2))
    }
}
