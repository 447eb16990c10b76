import Foundation

/// How frequent the values of one field of names are among those of one origin.
struct OriginFrequencies {
    /// Bits of an exact agreement of two compatriots, by `origin << 32 | value`.
    private(set) var bits: [UInt64: Float] = [:]
    /// Of each origin, bits by which agreement of any two is likelier than among compatriots on average.
    private(set) var concentration: [Float] = []

    /// How many records the frequency among all counts for.
    private static let shrinkage = 20.0
    /// How many pairs the average of all origins counts for.
    private static let pairShrinkage = 2000.0

    /// Empty for a field that is no name, and where no origin is known.
    init(_ table: RecordTable, field: Int, average: Double) {
        guard let origin = table.origin, table.fields[field].kind == .name else { return }
        var counts: [UInt64: Double] = [:]
        var sizes = [Double](repeating: 0, count: table.tables[origin].count)
        for record in 0..<table.count {
            let (value, group) = (table.cell(record, field), table.cell(record, origin))
            guard value != 0, group != 0 else { continue }
            counts[UInt64(group) << 32 | UInt64(value), default: 0] += 1
            sizes[Int(group)] += 1
        }
        let all = table.tables[field].counts
        let present = Double(table.count) - Double(all[0])
        let chance = max(average, 1e-9)
        var equal = [Double](repeating: 0, count: sizes.count)
        for (key, count) in counts {
            let group = Int(key >> 32)
            equal[group] += count * (count - 1)
            let overall = max(Double(all[Int(key & 0xFFFF_FFFF)]) - 1, 0.5) / (present + 1 / chance)
            let share =
                (max(count - 1, 0.25) + OriginFrequencies.shrinkage * overall)
                / (sizes[group] + OriginFrequencies.shrinkage)
            bits[key] = FrequencyAdjustment.bounded(chance / share)
        }
        concentration = zip(equal, sizes).map { equal, size in
            let pairs = size * max(0, size - 1)
            let shrinkage = OriginFrequencies.pairShrinkage
            let here = (equal + shrinkage * chance) / (pairs + shrinkage)
            return Float(max(-3, min(5, log2(here / chance))))
        }
    }
}

extension RecordTable {
    /// The field by which compatriots are known: names are as frequent as among them.
    var origin: Int? { fields.firstIndex { $0.role == .nationality } }
}
