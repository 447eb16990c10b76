import Vocabulary

/// The periods of rows by number: number 0 is “not reported”; of the others the one that is over earlier comes first, so
/// that numbers can be compared in place of periods.
struct PeriodColumn: Sendable {
    let column: Column
    /// By number.
    let periods: [Period?]

    /// - Parameter packed: ``PackedPeriod`` of each row.
    init(packed: [Int32]) {
        var numbers: [Int32: UInt32] = [PackedPeriod.absent.bits: 0]
        for bits in packed where numbers[bits] == nil { numbers[bits] = 0 }
        let sorted = numbers.keys.compactMap { bits in
            PackedPeriod(bits: bits).period.map { (bits: bits, period: $0) }
        }.sorted { ($0.period.end, $0.period.start) < ($1.period.end, $1.period.start) }
        for (place, entry) in sorted.enumerated() { numbers[entry.bits] = UInt32(place + 1) }
        var last = (bits: PackedPeriod.absent.bits, number: UInt32(0))
        let values = packed.map { bits in
            if bits != last.bits { last = (bits, numbers[bits] ?? 0) }
            return last.number
        }
        periods = [nil] + sorted.map(\.period)
        column = Column(values, cardinality: periods.count)
    }
}
