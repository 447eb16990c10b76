// Goals, in order: (1) a true pair that agrees in any one rare key, or in two or three common ones, is a candidate;
// (2) no block is larger than its limit, and none is dropped in silence; (3) memory is known before: four bytes a record
// and column, four a posting.
// Method: blocks of one key where they are small; where a key is common its block is split by every second key, and by
// every third. So the rules adapt to how common a value is, as blocking by fixed rules cannot.

/// Which records come into question for which: the union of the rules of one pass over one table.
struct CandidateIndex {
    let plan: PairingPlan
    /// The rules of this pass.
    let rules: ArraySlice<PairingRule>
    let columnCount: Int
    /// Of each record and column, one more than where its block begins in `postings`; 0 where it is in none.
    private(set) var blockOf: [UInt32]
    /// Records block after block, ascending in each; the first word of a block is how many follow.
    private(set) var postings: [UInt32] = []
    /// Blocks that stayed too large after the third key and were cut into neighbourhoods.
    private(set) var cutBlocks: [CutBlock] = []

    /// Of each rule, its sorted entries (`hash << 32 | record * columns + column`), where the index is to be searched.
    private(set) var entries: [[UInt64]] = []
    private let isSearchable: Bool

    var limits: PairingLimits { plan.limits }
    var slots: [KeySlot] { plan.slots }

    /// A block that no further key could split.
    struct CutBlock {
        let rule: Int
        let records: Int
    }

    /// All rules in one pass.
    ///
    /// - Parameter isSearchable: Whether records that are not in the table will be looked for.
    init(_ table: RecordTable, limits: PairingLimits, isSearchable: Bool = false) {
        let plan = PairingPlan(table, limits: limits)
        var builder = BlockBuilder(table: table, plan: plan)
        self.init(plan, plan.rules.indices, with: &builder, isSearchable: isSearchable)
    }

    /// - Parameters:
    ///   - pass: The rules to take; those before must have gone through the same builder.
    ///   - builder: Remembers which blocks were too large.
    init(_ plan: PairingPlan, _ pass: Range<Int>, with builder: inout BlockBuilder, isSearchable: Bool = false) {
        self.plan = plan
        self.isSearchable = isSearchable
        rules = plan.rules[pass]
        columnCount = rules.reduce(0) { $0 + $1.columns.count }
        blockOf = [UInt32](repeating: 0, count: builder.table.count * columnCount)
        var column = 0
        for (number, rule) in zip(rules.indices, rules) {
            build(rule, number, firstColumn: column, with: &builder)
            column += rule.columns.count
        }
        if pass.upperBound == plan.rules.count { cutWhatNoRuleSplits(builder) }
    }

    /// Keeps what a search needs and nothing else: about half of its memory.
    mutating func forgetBlocks() { (blockOf, postings) = ([], []) }

    /// Records whose only keys are common: a name that thousands have, and nothing else.
    private mutating func cutWhatNoRuleSplits(_ builder: BlockBuilder) {
        var entries: [UInt64] = []
        for record in 0..<builder.table.count where !builder.isInBlock[record] {
            guard let slot = builder.firstLargeSlot(of: record) else { continue }
            let key = plan.keys[slot][Int(builder.table.cell(record, slots[slot].field))]
            entries.append(mixed(key) & ~0xFFFF_FFFF | UInt64(record))
        }
        RadixSort.sort(&entries)
        var start = 0
        while start < entries.count {
            let key = entries[start] >> 32
            var end = start + 1
            while end < entries.count, entries[end] >> 32 == key { end += 1 }
            let members = entries[start..<end].map { Int($0 & 0xFFFF_FFFF) }
            start = end
            if members.count > 1 { cut(members, width: 1, firstColumn: 0, rule: 0, builder) }
        }
    }

    /// Sorts the keys of one rule and cuts them into blocks.
    private mutating func build(
        _ rule: PairingRule, _ number: Int, firstColumn: Int, with builder: inout BlockBuilder
    ) {
        let width = rule.columns.count
        var entries = builder.entries(of: rule)
        RadixSort.sort(&entries)
        if isSearchable { self.entries.append(entries) }
        let limit = limits.blockSize
        var start = 0
        while start < entries.count {
            let key = entries[start] >> 32
            var end = start + 1
            while end < entries.count, entries[end] >> 32 == key { end += 1 }
            let size = end - start
            if size == 1 {
                start = end
                continue
            }
            if size <= limit {
                addBlock(entries, start..<end, width: width, firstColumn: firstColumn, &builder)
                start = end
                continue
            }
            let members = entries[start..<end].lazy.map { Int(truncatingIfNeeded: $0 & 0xFFFF_FFFF) }
            start = end
            if rule.depth < 3 {
                builder.noteLarge(members, rule)
            } else {
                cut(Array(members), width: width, firstColumn: firstColumn, rule: number, builder)
                builder.noteBlock(members, width: width)
            }
        }
    }

    /// The block of a run of sorted entries.
    @inline(__always)
    private mutating func addBlock(
        _ entries: [UInt64], _ run: Range<Int>, width: Int, firstColumn: Int, _ builder: inout BlockBuilder
    ) {
        let start = UInt32(postings.count) + 1
        postings.append(UInt32(run.count))
        for place in run {
            let member = UInt32(truncatingIfNeeded: entries[place])
            let (record, column) = member.quotientAndRemainder(dividingBy: UInt32(width))
            postings.append(record)
            blockOf[Int(record) * columnCount + firstColumn + Int(column)] = start
            builder.noteBlock(of: Int(record))
        }
    }

    private mutating func addBlock(_ members: some Collection<Int>, width: Int, firstColumn: Int) {
        let start = UInt32(postings.count) + 1
        postings.append(UInt32(members.count))
        for member in members {
            let (record, column) = member.quotientAndRemainder(dividingBy: width)
            postings.append(UInt32(record))
            blockOf[record * columnCount + firstColumn + column] = start
        }
    }

    /// Records that are alike in everything lie beside one another; each neighbourhood becomes a block.
    private mutating func cut(_ members: [Int], width: Int, firstColumn: Int, rule: Int, _ builder: BlockBuilder) {
        cutBlocks.append(CutBlock(rule: rule, records: members.count))
        let sorted = members.map { (builder.likenessKey($0 / width), $0) }.sorted { $0 < $1 }
        var start = 0
        while start < sorted.count {
            let end = min(sorted.count, start + limits.blockSize)
            if end - start > 1 {
                addBlock(sorted[start..<end].map(\.1).sorted(), width: width, firstColumn: firstColumn)
            }
            start = end
        }
    }
}
