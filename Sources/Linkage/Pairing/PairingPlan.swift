/// What blocks are made of: the keys of a table's values, and the rules that combine them.
struct PairingPlan {
    let slots: [KeySlot]
    /// Of every slot, the key of each value number of its field.
    let keys: [[UInt64]]
    /// The shortest first, so that the longer ones know which blocks were too large.
    let rules: [PairingRule]
    let limits: PairingLimits

    init(_ table: RecordTable, limits: PairingLimits) {
        self.limits = limits
        slots = KeySlot.slots(of: table.fields)
        keys = slots.map { $0.keys(of: table.tables[$0.field]) }
        rules = PairingRule.rules(of: slots, mostPairs: limits.mostPairRules, mostTriples: limits.mostTripleRules)
            .flatMap { $0 }
    }

    /// The rules of each pass over the records, so that none needs more memory than the limits give: four bytes a record
    /// and column for where its block is, and as many for its place in the block.
    func passes(records: Int) -> [Range<Int>] {
        guard let memory = limits.indexBytes else { return [0..<rules.count] }
        let most = max(1, memory / (8 * max(1, records)))
        var passes: [Range<Int>] = []
        var (start, columns) = (0, 0)
        for (number, rule) in rules.enumerated() {
            if columns > 0, columns + rule.columns.count > most {
                passes.append(start..<number)
                (start, columns) = (number, 0)
            }
            columns += rule.columns.count
        }
        return passes + [start..<rules.count]
    }
}
