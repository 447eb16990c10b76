/// Days that a register writes where only the year is known: the first of January, of July, the last of December.
///
/// A day is taken for a convention where at least one record in fifty, and six times as many as a calendar would give,
/// has it: then it is evidence of the year alone.
struct ConventionalDays {
    private let days: Set<UInt32>

    init(_ table: ValueTable) {
        var counts: [UInt32: UInt32] = [:]
        var total: UInt32 = 0
        for number in 1..<max(1, table.dates.count) {
            let date = WrittenDate(digits: table.dates[number])
            guard date.hasYear, date.hasMonthAndDay else { continue }
            counts[date.monthAndDay, default: 0] += table.counts[number]
            total += table.counts[number]
        }
        days = Set(
            counts.filter { (day, count) in
                ConventionalDays.candidates.contains(day) && Double(count) > 0.02 * Double(total) && count >= 20
            }.keys)
    }

    var isEmpty: Bool { days.isEmpty }

    func contains(_ date: WrittenDate) -> Bool { date.hasYear && days.contains(date.monthAndDay) }

    private static let candidates: Set<UInt32> = [0x0101, 0x0701, 0x0630, 0x1231, 0x0615, 0x0000]
}
