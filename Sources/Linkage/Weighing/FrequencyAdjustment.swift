import Foundation

/// What an agreement on a rare value adds to the weight of an agreement, and a common one takes away, in bits.
struct FrequencyAdjustment {
    /// `bits[field][value]` for an exact agreement.
    private let bits: [[Float]]

    /// - Parameters:
    ///   - table: The records counted.
    ///   - chance: Of every field, the share of random pairs of two persons with equal values.
    init(_ table: RecordTable, chance: [Double]) {
        bits = table.tables.indices.map { field in
            let values = table.tables[field]
            let present = Double(table.count) - Double(values.counts[0])
            let average = max(chance[field], 1e-12)
            return values.counts.map { count in
                // Two records of the pair at hand are left out; the average chance stands for what was not seen.
                let share = max(Double(count) - 1, 0.5) / (present + 1 / average)
                return Float(max(-8, min(8, log2(average / share))))
            }
        }
    }

    /// What frequencies add to the evidence of a pair.
    func bits(_ pattern: Pattern, _ first: Int, _ second: Int, _ table: RecordTable) -> Float {
        if pattern.isSwapped { return 0 }
        var sum: Float = 0
        for field in bits.indices where pattern.level(field) == 1 || pattern.level(field) == 2 {
            sum += part(field, pattern, first, second, table)
        }
        return sum
    }

    /// What frequencies add in each field.
    func parts(_ pattern: Pattern, _ first: Int, _ second: Int, _ table: RecordTable) -> [Float] {
        bits.indices.map { pattern.isSwapped ? 0 : part($0, pattern, first, second, table) }
    }

    private func part(_ field: Int, _ pattern: Pattern, _ first: Int, _ second: Int, _ table: RecordTable) -> Float {
        let level = pattern.level(field)
        let one = bits[field][Int(table.cell(first, field))]
        if level == 1 { return one }
        // Two spellings of one sound: the commoner one decides, and only half, since they differ.
        let isSound = level == 2 && (table.fields[field].kind == .name || table.fields[field].kind == .text)
        return isSound ? 0.5 * min(one, bits[field][Int(table.cell(second, field))]) : 0
    }
}

extension Pattern {
    /// What frequencies add, as far as a pattern can carry it.
    var offsetBits: Float { Float(Int(bits >> Pattern.offsetShift & 0xFF) - 128) / 2 }

    /// The pattern with what frequencies add, in steps of half a bit.
    func withOffset(_ value: Float) -> Pattern {
        let steps = UInt64(max(1, min(255, Int((value * 2).rounded()) + 128)))
        return Pattern(bits: levels | steps << Pattern.offsetShift)
    }
}
