/// The forms of a date of birth: whole, with digits and parts in any order, and with one digit or part left out.
enum DateForms {
    static let count = 8

    /// Without year, or without month and day, there are none: a year is shared by too many.
    static func of(_ date: WrittenDate) -> [[UInt8]?] {
        guard date.hasYear, date.hasMonthAndDay else { return [[UInt8]?](repeating: nil, count: count) }
        let digits = (0..<8).map { UInt8(truncatingIfNeeded: date.digits >> UInt32(28 - 4 * $0) & 0xF) }
        let parts = [Array(digits[4..<6]), Array(digits[6..<8])].sorted { $0.lexicographicallyPrecedes($1) }
        let mixed: [UInt8] = [20] + digits[..<4].sorted() + parts.flatMap { $0 }
        return [[10] + digits, mixed] + left.map { [10] + masked(digits, $0) }
    }

    /// Places left out together: the century, each digit of the year, the month, each digit of the day.
    private static let left: [Range<Int>] = [0..<2, 2..<3, 3..<4, 4..<6, 6..<7, 7..<8]
    private static let gap: UInt8 = 0xFF

    private static func masked(_ digits: [UInt8], _ range: Range<Int>) -> [UInt8] {
        digits.indices.map { range.contains($0) ? gap : digits[$0] }
    }
}
