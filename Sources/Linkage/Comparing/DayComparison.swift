/// The level of two written dates.
enum DayComparison {
    static func level(_ first: UInt32, _ second: UInt32) -> UInt8 {
        typealias Days = Levels.Days
        let (one, other) = (WrittenDate(digits: first), WrittenDate(digits: second))
        guard one.digits != 0, other.digits != 0 else { return Levels.missing }
        let yearsKnown = one.hasYear && other.hasYear
        guard one.hasMonthAndDay, other.hasMonthAndDay else { return yearLevel(one, other, isKnown: yearsKnown) }
        if one.digits == other.digits { return Days.exact }
        guard yearsKnown else { return one.monthAndDay == other.monthAndDay ? Days.sameDay : Days.different }
        let sameDay = one.monthAndDay == other.monthAndDay
        let sameYear = one.year == other.year
        if sameYear, one.monthAndDay == swappedHalves(other.monthAndDay) { return Days.swapped }
        if sameDay, sortedDigits(one.year) == sortedDigits(other.year) { return Days.yearPermuted }
        switch differingDigits(one.digits, other.digits) {
        case 1: return Days.oneDigit
        case 2: return sameDay ? Days.sameDay : Days.twoDigits
        default: break
        }
        if sameDay { return Days.sameDay }
        if sameYear {
            let part =
                (one.monthAndDay ^ other.monthAndDay) & 0xFF == 0 || (one.monthAndDay ^ other.monthAndDay) >> 8 == 0
            return part ? Days.yearAndPart : Days.year
        }
        return isAdjacent(one, other) ? Days.adjacentYear : Days.different
    }

    private static func yearLevel(_ one: WrittenDate, _ other: WrittenDate, isKnown: Bool) -> UInt8 {
        guard isKnown else {
            return one.hasMonthAndDay && one.monthAndDay == other.monthAndDay ? Levels.Days.sameDay : Levels.missing
        }
        if one.year == other.year { return Levels.Days.knownYear }
        return isAdjacent(one, other) ? Levels.Days.adjacentYear : Levels.Days.different
    }

    private static func isAdjacent(_ one: WrittenDate, _ other: WrittenDate) -> Bool {
        // Years of two decades are next to each other only where one ends with a nine.
        if one.year >> 4 != other.year >> 4, one.year & 0xF != 9, other.year & 0xF != 9 { return false }
        guard let first = WrittenDate.number(one.year, digits: 4),
            let second = WrittenDate.number(other.year, digits: 4)
        else { return false }
        return abs(first - second) == 1
    }

    private static func swappedHalves(_ value: UInt32) -> UInt32 { (value & 0xFF) << 8 | value >> 8 & 0xFF }

    /// Four digits in one number that does not depend on their order.
    static func sortedDigits(_ year: UInt32) -> UInt32 {
        (0..<4).reduce(0) { $0 + 1 << (3 * (year >> UInt32(4 * $1) & 0xF) & 31) }
    }

    static func differingDigits(_ first: UInt32, _ second: UInt32) -> Int {
        var difference = first ^ second
        difference |= difference >> 2
        difference |= difference >> 1
        return (difference & 0x1111_1111).nonzeroBitCount
    }
}
