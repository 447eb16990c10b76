// Goals, in order: (1) a rare value in common says more than a common one; (2) rare among one's compatriots, not among
// all: half of a small nation may bear ten surnames; (3) what was seen once or twice is not taken for a frequency.

import Foundation

/// What an agreement on a rare value adds to the weight of an agreement, and a common one takes away, in bits.
struct FrequencyAdjustment {
    /// `bits[field][value]` for an exact agreement of any two records.
    private let bits: [[Float]]
    /// Of each field of names, the bits of an exact agreement of compatriots, by origin and value.
    private let conditional: [[UInt64: Float]]
    /// Of each field of names and each origin, how much less a likeness says since its names are few.
    private let concentration: [[Float]]
    /// Of each field, 1 for the classes that share it.
    private let masks: [ClassBits]
    private let isWord: [Bool]
    private let origin: Int?

    /// - Parameters:
    ///   - table: The records counted.
    ///   - chance: Of every field, the share of random pairs of two persons with equal values: of any two persons, and
    ///     of two compatriots.
    init(_ table: RecordTable, chance: (any: [Double], compatriots: [Double])) {
        isWord = table.fields.map { $0.kind == .name || $0.kind == .text }
        origin = table.origin
        masks = table.fields.map { field in
            var mask = ClassBits.zero
            for pairClass in PairClass.allCases where pairClass.inheritsValues && pairClass.shares(field.role) {
                mask[pairClass.rawValue] = 1
            }
            return mask
        }
        bits = table.tables.indices.map { field in
            let values = table.tables[field]
            let present = Double(table.count) - Double(values.counts[0])
            let average = max(chance.any[field], 1e-12)
            return values.counts.map { count in
                // Two records of the pair at hand are left out; the average chance stands for what was not seen.
                let share = max(Double(count) - 1, 0.5) / (present + 1 / average)
                return FrequencyAdjustment.bounded(average / share)
            }
        }
        let origins = table.fields.indices.map { field in
            OriginFrequencies(table, field: field, average: chance.compatriots[field])
        }
        conditional = origins.map(\.bits)
        concentration = origins.map(\.concentration)
    }

    /// What frequencies add to the evidence for each class: relatives share a rare surname too.
    func bits(_ pattern: Pattern, _ first: Int, _ second: Int, _ table: RecordTable) -> ClassBits {
        bits(pattern, { table.cell(first, $0) }, { table.cell(second, $0) })
    }

    /// The same for rows of value numbers.
    @inline(__always)
    func bits(_ pattern: Pattern, _ first: (Int) -> UInt32, _ second: (Int) -> UInt32) -> ClassBits {
        if pattern.isSwapped { return .zero }
        let origin = commonOrigin(pattern, first)
        var sum = ClassBits.zero
        for field in bits.indices {
            let level = pattern.level(field)
            if level == 0 || level > 2 && (origin == 0 || level >= Levels.Words.abbreviation) { continue }
            sum += masks[field] * part(field, level, first(field), second(field), origin)
        }
        return sum
    }

    /// What frequencies add for one person in each field.
    func parts(_ pattern: Pattern, _ first: Int, _ second: Int, _ table: RecordTable) -> [Float] {
        parts(pattern, { table.cell(first, $0) }, { table.cell(second, $0) })
    }

    /// The same for rows of value numbers.
    func parts(_ pattern: Pattern, _ first: (Int) -> UInt32, _ second: (Int) -> UInt32) -> [Float] {
        let origin = commonOrigin(pattern, first)
        return bits.indices.map { field in
            pattern.isSwapped ? 0 : part(field, pattern.level(field), first(field), second(field), origin)
        }
    }

    /// The origin that both records have; 0 where they differ or one is missing.
    private func commonOrigin(_ pattern: Pattern, _ first: (Int) -> UInt32) -> UInt32 {
        guard let origin, pattern.level(origin) == 1 else { return 0 }
        return first(origin)
    }

    private func part(_ field: Int, _ level: UInt8, _ first: UInt32, _ second: UInt32, _ origin: UInt32) -> Float {
        if level == 1 { return value(field, first, origin) }
        guard isWord[field], level > 0, level < Levels.Words.abbreviation else { return 0 }
        // Two spellings of one sound: the commoner one decides, and only half, since they differ.
        if level == 2 { return 0.5 * min(value(field, first, origin), value(field, second, origin)) }
        return Int(origin) < concentration[field].count ? -concentration[field][Int(origin)] : 0
    }

    /// A value that nobody has is as rare as any.
    private func value(_ field: Int, _ number: UInt32, _ origin: UInt32) -> Float {
        if origin != 0, let known = conditional[field][UInt64(origin) << 32 | UInt64(number)] { return known }
        return Int(number) < bits[field].count ? bits[field][Int(number)] : 4
    }

    /// Bits of a ratio, neither more nor less than any frequency is worth.
    static func bounded(_ ratio: Double) -> Float { Float(max(-8, min(8, log2(ratio)))) }
}
