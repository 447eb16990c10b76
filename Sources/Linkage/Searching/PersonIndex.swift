// Goals, in order: (1) one record against a million in milliseconds; (2) the same evidence and the same figures as the
// run over all records; (3) a new record is found at once, without a run over all; (4) who is removed is gone at once,
// from memory too.
// Method: the candidate index with its keys kept sorted. New records wait in a small list that is compared as a whole,
// and go into a small index of their own when there are some hundreds.

/// Answers “is this person already known?” about one record at a time.
package struct PersonIndex {
    /// A record that may be the person, with the evidence as a probability.
    package struct Match: Hashable, Sendable {
        /// The number of the record: those of the table first, then added ones in their order.
        package let record: Int
        package let probability: Double
        /// Field by field, and no value.
        package let evidence: PairEvidence
    }

    /// How many pairs were compared since the index was made: what a question cost.
    package private(set) var comparisons = 0

    private var table: RecordTable
    private let index: CandidateIndex
    private let model: MatchModel
    private let models: [EditModel?]
    private let frequency: FrequencyAdjustment
    /// Of a table without records: the only letters of those who are known lie in `table` and in its flat values.
    private let comparer: PairComparer
    private let plan: RecordTable
    private var search: IndexSearch
    /// Records added since the index was made; compared one by one.
    private var recent: RecordTable
    private var recentComparer: PairComparer?
    private var removed: Set<Int> = []

    /// - Parameters:
    ///   - table: Records that are known.
    ///   - limits: Work for a query; found from the number of records where nil.
    /// - Throws: ``LinkageFailure/nothingToCompare(records:)``.
    package init(_ table: RecordTable, limits: PairingLimits? = nil) throws(LinkageFailure) {
        var index = CandidateIndex(table, limits: limits ?? PairingLimits(records: table.count), isSearchable: true)
        let linker = try Linker(table, withinSources: true, passes: CandidatePasses(table, index))
        (model, models, frequency) = (linker.model, linker.models, linker.frequency)
        plan = table.emptied()
        comparer = PairComparer(
            plan, linker.values, models: models, cacheBits: PersonIndex.cacheBits(records: table.count))
        index.forgetBlocks()
        self.index = index
        self.table = table
        recent = plan
        recent.beginSource()
        search = IndexSearch(index, records: table.count)
    }

    /// How many records are known, those that were removed since it was made among them.
    package var count: Int { table.count + recent.count }

    /// Whether so much was added or removed that queries slow down: make a new index of all.
    package var isStale: Bool { recent.count + removed.count > 2000 }

    /// A few names need no large memory of how they compare.
    private static func cacheBits(records: Int) -> Int {
        max(6, min(17, records.bitWidth - records.leadingZeroBitCount))
    }

    /// Records that may be the person, the likeliest first.
    ///
    /// - Parameters:
    ///   - cells: The texts of a row, in the order of the columns of the first file.
    ///   - least: Probability from which a record is named.
    ///   - most: How many are named at most.
    package mutating func matches(_ cells: [String], least: Double = 0.5, most: Int = 10) -> [Match] {
        let query = query(cells)
        var found: [UInt32] = []
        search.candidates(keys(query), into: &found)
        let result = matchesAmongKnown(query, found, least) + matchesAmongRecent(query, least)
        return Array(
            result.sorted { $0.probability != $1.probability ? $0.probability > $1.probability : $0.record < $1.record }
                .prefix(most))
    }

    /// Adds a record, so that the next query finds it.
    ///
    /// - Returns: Its number.
    @discardableResult
    package mutating func add(_ cells: [String]) -> Int {
        recent.append(columns: plan.fields.map(\.columns)) { $0 < cells.count ? cells[$0] : "" }
        recentComparer = nil
        return count - 1
    }

    /// Removes a record: no query finds it any more, and what it alone said is wiped from memory.
    package mutating func remove(_ record: Int) {
        guard removed.insert(record).inserted else { return }
        if record < table.count {
            for (field, number) in table.empty(record) { comparer.values.wipe(number, field) }
        } else {
            _ = recent.empty(record - table.count)
            recentComparer = nil
        }
    }

    private mutating func matchesAmongKnown(_ query: RecordTable, _ found: [UInt32], _ least: Double) -> [Match] {
        comparisons += found.count
        let row = PersonIndex.row(of: query, in: table, comparer.values)
        let width = table.fields.count
        return table.cells.withUnsafeBufferPointer { known in
            row.withUnsafeBufferPointer { row in
                guard let one = row.baseAddress, let start = known.baseAddress else { return [] }
                return found.compactMap { record in
                    guard !removed.contains(Int(record)) else { return nil }
                    let other = start + Int(record) * width
                    let pattern = comparer.pattern(one, other)
                    return match(
                        Int(record), pattern, least, bits: frequency.bits(pattern, { one[$0] }, { other[$0] })
                    ) { frequency.parts(pattern, { one[$0] }, { other[$0] }) }
                }
            }
        }
    }

    /// Records added lately have no index and no frequencies of their own.
    private mutating func matchesAmongRecent(_ query: RecordTable, _ least: Double) -> [Match] {
        guard recent.count > 0 else { return [] }
        comparisons += recent.count
        let comparer = recentComparer ?? PairComparer(recent, FlatValues(recent), models: models, cacheBits: 10)
        recentComparer = comparer
        let row = PersonIndex.row(of: query, in: recent, comparer.values)
        let width = recent.fields.count
        return recent.cells.withUnsafeBufferPointer { known in
            row.withUnsafeBufferPointer { row in
                guard let one = row.baseAddress, let start = known.baseAddress else { return [] }
                return (0..<recent.count).compactMap { record in
                    guard !removed.contains(table.count + record) else { return nil }
                    let pattern = comparer.pattern(one, start + record * width)
                    return match(table.count + record, pattern, least, bits: .zero) {
                        [Float](repeating: 0, count: width)
                    }
                }
            }
        }
    }

    /// Nil below `least`, and where no field of the two says anything.
    private func match(
        _ record: Int, _ pattern: Pattern, _ least: Double, bits: ClassBits, added: () -> [Float]
    ) -> Match? {
        let total = Double(MatchModel.logOdds(model.bits(pattern) + bits))
        let probability = MatchModel.probability(logOdds: total)
        guard probability >= least, pattern.saysAnything else { return nil }
        let explanation = PairExplanation(record, record, pattern, added: added(), total: total, model, plan.fields)
        return Match(record: record, probability: probability, evidence: PairEvidence(explanation))
    }

    /// The query as a table of one record.
    private func query(_ cells: [String]) -> RecordTable {
        var values = plan
        values.beginSource()
        values.append(columns: plan.fields.map(\.columns)) { $0 < cells.count ? cells[$0] : "" }
        values.applyConventions()
        return values
    }

    /// The numbers of the query's values in a table; unknown values go into the spare places.
    private static func row(of query: RecordTable, in table: RecordTable, _ values: FlatValues) -> [UInt32] {
        query.tables.indices.map { field in
            let own = query.cell(0, field)
            guard own != 0 else { return 0 }
            return table.tables[field].number(like: own, of: query.tables[field])
                ?? values.putSpare(own, of: query.tables[field], field)
        }
    }

    private func keys(_ values: RecordTable) -> [UInt64] {
        index.slots.map { slot in
            slot.keys(of: values.tables[slot.field])[Int(values.cell(0, slot.field))]
        }
    }
}
