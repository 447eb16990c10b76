/// The keys of one rule after the other, and which records were in blocks too large for shorter rules.
struct BlockBuilder {
    let table: RecordTable
    private let plan: PairingPlan
    /// Of every record, whether it is in any block yet.
    private(set) var isInBlock: [Bool]
    /// Of every record, a bit for each slot whose block was too large.
    private var largeSlots: [UInt32]
    /// Of every record, a bit for each pair of slots whose block was too large.
    private var largePairs: [UInt64]
    /// The bit of a pair of slots; pairs beyond the last bit are not extended.
    private var bitOfPair: [Int: Int] = [:]

    init(table: RecordTable, plan: PairingPlan) {
        self.table = table
        self.plan = plan
        isInBlock = [Bool](repeating: false, count: table.count)
        largeSlots = [UInt32](repeating: 0, count: table.count)
        largePairs = [UInt64](repeating: 0, count: table.count)
    }

    /// `hash << 32 | record * columns + column` of every record that the rule is for: one whose shorter keys are common.
    func entries(of rule: PairingRule) -> [UInt64] {
        var entries: [UInt64] = []
        entries.reserveCapacity(table.count)
        let width = rule.columns.count
        for (place, column) in rule.columns.enumerated() {
            let mask: UInt32 = rule.depth == 1 ? 0 : column.reduce(0) { $0 | 1 << UInt32($1) }
            guard let pairMask = pairMask(of: column) else { continue }
            let fields = column.map { plan.slots[$0].field }
            for record in 0..<table.count {
                guard largeSlots[record] & mask == mask, largePairs[record] & pairMask == pairMask else { continue }
                var sum: UInt64 = 0
                var isWhole = true
                for (slot, field) in zip(column, fields) {
                    let key = plan.keys[slot][Int(table.cell(record, field))]
                    if key == 0 { isWhole = false }
                    sum &+= key
                }
                if isWhole { entries.append(mixed(sum) & ~0xFFFF_FFFF | UInt64(record * width + place)) }
            }
        }
        return entries
    }

    /// Remembers that this record has a block.
    mutating func noteBlock(of record: Int) { isInBlock[record] = true }

    /// Remembers that these records have a block.
    mutating func noteBlock(_ members: some Collection<Int>, width: Int) {
        for member in members { isInBlock[member / width] = true }
    }

    /// Remembers that the block of these records must be split by a further key.
    mutating func noteLarge(_ members: some Collection<Int>, _ rule: PairingRule) {
        let width = rule.columns.count
        for member in members {
            let (record, place) = member.quotientAndRemainder(dividingBy: width)
            let column = rule.columns[place]
            if column.count == 1 {
                largeSlots[record] |= 1 << UInt32(column[0])
            } else if let bit = bit(of: column) {
                largePairs[record] |= 1 << UInt64(bit)
            }
        }
    }

    /// The first key of a record whose block was too large; nil where none was.
    func firstLargeSlot(of record: Int) -> Int? {
        largeSlots[record] == 0 ? nil : largeSlots[record].trailingZeroBitCount
    }

    /// A number that brings records together that agree in most of what they say.
    func likenessKey(_ record: Int) -> UInt64 {
        (0..<table.fields.count).reduce(0) { $0 << 5 ^ UInt64(table.cell(record, $1)) }
    }

    private mutating func bit(of pair: [Int]) -> Int? {
        let key = pair[0] * 64 + pair[1]
        if let known = bitOfPair[key] { return known }
        guard bitOfPair.count < 64 else { return nil }
        bitOfPair[key] = bitOfPair.count
        return bitOfPair[key]
    }

    /// The bits of the pairs within three slots; nil where one of them was never too large.
    private func pairMask(of column: [Int]) -> UInt64? {
        guard column.count == 3 else { return 0 }
        var mask: UInt64 = 0
        for (first, second) in [(0, 1), (0, 2), (1, 2)] {
            guard let bit = bitOfPair[column[first] * 64 + column[second]] else { return nil }
            mask |= 1 << UInt64(bit)
        }
        return mask
    }
}
