/// The rules over one table, all at once or in as many passes as memory asks for.
struct CandidatePasses {
    let plan: PairingPlan
    /// The rules of each pass.
    let ranges: [Range<Int>]
    private let table: RecordTable
    /// The index of all rules, where there is one pass; others are made anew each time, which takes a tenth of the time
    /// that looking through them does.
    private let whole: CandidateIndex?

    init(_ table: RecordTable, limits: PairingLimits) {
        self.table = table
        plan = PairingPlan(table, limits: limits)
        ranges = plan.passes(records: table.count)
        var builder = BlockBuilder(table: table, plan: plan)
        whole = ranges.count == 1 ? CandidateIndex(plan, ranges[0], with: &builder) : nil
    }

    /// One pass, with an index that is also searched.
    init(_ table: RecordTable, _ index: CandidateIndex) {
        self.table = table
        plan = index.plan
        ranges = [plan.rules.indices]
        whole = index
    }

    /// Goes through the passes in their order.
    func forEach(_ body: (Int, CandidateIndex) throws -> Void) rethrows {
        if let whole { return try body(0, whole) }
        var builder = BlockBuilder(table: table, plan: plan)
        for (number, range) in ranges.enumerated() {
            try body(number, CandidateIndex(plan, range, with: &builder))
        }
    }
}
