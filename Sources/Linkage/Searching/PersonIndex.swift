// Goals, in order: (1) one record against a million in milliseconds; (2) the same evidence and the same figures as the
// run over all records; (3) a new record is found at once, without a run over all.
// Method: the candidate index with its keys kept sorted. New records wait in a small list that is compared as a whole,
// and go into a small index of their own when there are some hundreds.

/// Answers “is this person already known?” about one record at a time.
package struct PersonIndex {
    /// A record that may be the person, with the evidence as a probability.
    package struct Match: Hashable, Sendable {
        /// The number of the record: those of the table first, then added ones in their order.
        package let record: Int
        package let probability: Double
    }

    private let linker: Linker
    private let index: CandidateIndex
    private let comparer: PairComparer
    private let plan: RecordTable
    private var search: IndexSearch
    /// Records added since the index was made; compared one by one.
    private var recent: RecordTable
    private var recentComparer: PairComparer?

    /// - Parameters:
    ///   - table: Records that are known.
    ///   - limits: Work for a query; found from the number of records where nil.
    /// - Throws: ``LinkageFailure/nothingToCompare(records:)``.
    package init(_ table: RecordTable, limits: PairingLimits? = nil) throws(LinkageFailure) {
        index = CandidateIndex(table, limits: limits ?? PairingLimits(records: table.count), isSearchable: true)
        linker = try Linker(table, withinSources: true, passes: CandidatePasses(table, index))
        comparer = linker.comparer()
        plan = table.emptied()
        recent = plan
        recent.beginSource()
        search = IndexSearch(index, records: table.count)
    }

    /// How many records are known.
    package var count: Int { linker.table.count + recent.count }

    /// Whether so many records were added that queries slow down: make a new index of all.
    package var isStale: Bool { recent.count > 2000 }

    /// Records that may be the person, the likeliest first.
    ///
    /// - Parameters:
    ///   - cells: The texts of a row, in the order of the columns of the first file.
    ///   - least: Probability from which a record is named.
    ///   - most: How many are named at most.
    package mutating func matches(_ cells: [String], least: Double = 0.5, most: Int = 10) -> [Match] {
        let (row, values) = query(cells)
        var found: [UInt32] = []
        search.candidates(keys(values), into: &found)
        var result: [Match] = []
        let width = linker.table.fields.count
        linker.table.cells.withUnsafeBufferPointer { known in
            row.withUnsafeBufferPointer { row in
                guard let one = row.baseAddress, let start = known.baseAddress else { return }
                for record in found {
                    let other = start + Int(record) * width
                    let probability = probability(one, other)
                    if probability >= least { result.append(Match(record: Int(record), probability: probability)) }
                }
            }
        }
        result += matchesAmongRecent(values, least)
        return Array(
            result.sorted { $0.probability != $1.probability ? $0.probability > $1.probability : $0.record < $1.record }
                .prefix(most))
    }

    /// Adds a record, so that the next query finds it.
    package mutating func add(_ cells: [String]) {
        recent.append(columns: plan.fields.map(\.columns)) { $0 < cells.count ? cells[$0] : "" }
        recentComparer = nil
    }

    private func probability(_ one: UnsafePointer<UInt32>, _ other: UnsafePointer<UInt32>) -> Double {
        let pattern = comparer.pattern(one, other)
        let bits = linker.model.bits(pattern) + linker.frequency.bits(pattern, { one[$0] }, { other[$0] })
        return MatchModel.probability(logOdds: Double(MatchModel.logOdds(bits)))
    }

    /// The query as a table of one record, and its row in numbers of the index; unknown values in the spare places.
    private func query(_ cells: [String]) -> (row: [UInt32], values: RecordTable) {
        var values = plan
        values.beginSource()
        values.append(columns: plan.fields.map(\.columns)) { $0 < cells.count ? cells[$0] : "" }
        values.applyConventions()
        return (PersonIndex.row(of: values, in: linker.table, linker.values), values)
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

    /// Records added lately have no index and no frequencies of their own.
    private mutating func matchesAmongRecent(_ query: RecordTable, _ least: Double) -> [Match] {
        guard recent.count > 0 else { return [] }
        let comparer = recentComparer ?? PairComparer(recent, FlatValues(recent), models: linker.models, cacheBits: 10)
        recentComparer = comparer
        let row = PersonIndex.row(of: query, in: recent, comparer.values)
        let width = recent.fields.count
        var result: [Match] = []
        recent.cells.withUnsafeBufferPointer { known in
            row.withUnsafeBufferPointer { row in
                guard let one = row.baseAddress, let start = known.baseAddress else { return }
                for record in 0..<recent.count {
                    let bits = linker.model.bits(comparer.pattern(one, start + record * width))
                    let probability = MatchModel.probability(logOdds: Double(MatchModel.logOdds(bits)))
                    guard probability >= least else { continue }
                    result.append(Match(record: linker.table.count + record, probability: probability))
                }
            }
        }
        return result
    }
}
