package import Vocabulary

/// A table as it was given: rows in their order, withheld counts as ranges, strata kept apart.
package struct ReportedTable: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        package let history: ListSet
        /// A value for each column of strata.
        package let stratum: [String]
        package let count: CountRange
        /// In the file; the header is row 1.
        package let row: Int

        struct Key: Hashable {
            let history: ListSet
            let stratum: [String]
        }

        var key: Key { Key(history: history, stratum: stratum) }

        func with(_ count: CountRange) -> Row { Row(history: history, stratum: stratum, count: count, row: row) }
    }

    package private(set) var lists: [String]
    package let strata: [String]
    /// Rows that were kept; their place is that of the columns of a file of resamples.
    package internal(set) var rows: [Row] = []
    /// What was done to the rows and should be known; never an error.
    package private(set) var findings: [Finding] = []

    /// A table that somebody else made, such as the register from its linked records.
    package init(_ table: CaptureTable) {
        self.init(lists: table.lists, strata: [])
        rows = table.histories.enumerated().map { place, history in
            Row(history: history, stratum: [], count: CountRange(table[history]), row: place + 2)
        }
    }

    init(lists: [String], strata: [String]) {
        self.lists = lists
        self.strata = strata
    }

    package var hasWithheldCounts: Bool { rows.contains { !$0.count.isKnown } }

    /// The table of counts, withheld ones at their rounded middle, strata added up.
    ///
    /// - Throws: what ``CaptureTable`` refuses.
    package func table() throws(StatisticsFailure) -> CaptureTable {
        try table(rows.map { ($0.count.lower + $0.count.upper + 1) / 2 })
    }

    /// The table with these counts, one for each row.
    package func table(_ counts: [Int]) throws(StatisticsFailure) -> CaptureTable {
        var cells = Array(repeating: 0, count: 1 << lists.count)
        for (row, count) in zip(rows, counts) { cells[row.history.bits] += count }
        cells[0] = 0
        return try CaptureTable(
            lists: lists,
            counts: cells.enumerated().reduce(into: [:]) {
                $0[ListSet(bits: $1.offset)] = $1.element
            })
    }

    /// Makes rows of one person each into histories with counts, and says so.
    mutating func addPersonsUp() {
        note(
            "E117", nil, "no column holds counts; each row was taken for one person",
            "If a column holds counts, name it with --count; strata are named with --stratum.")
        var places: [Row.Key: Int] = [:]
        var added: [Row] = []
        for row in rows {
            if let place = places[row.key] {
                added[place] = added[place].with(CountRange(added[place].count.lower + 1))
            } else {
                places[row.key] = added.count
                added.append(row)
            }
        }
        rows = added
    }

    /// Says from which column counts were read, where its heading does not.
    mutating func noteCounts(in heading: String) {
        note(
            "E118", nil, "counts were read from the column “\(heading)”",
            "If it holds something else, name another with --count.", column: heading)
    }

    /// Says what stands twice, what says nothing, and leaves out lists without anybody.
    mutating func tidy() throws(StatisticsFailure) {
        var seen: [ListSet: Set<[String]>] = [:]
        for row in rows where row.history != .none {
            if !seen[row.history, default: []].insert(row.stratum).inserted {
                note(
                    "E114", row.row, "the same history as an earlier row; both were added",
                    "Check that none is there by mistake.")
            }
        }
        for row in rows where row.history == .none {
            note("E115", row.row, "the history “on no list” was left out", "Nothing: that number is what is estimated.")
        }
        rows.removeAll { $0.history == .none }
        let empty = lists.indices.filter { list in
            !rows.contains { $0.history.contains(list) && $0.count.upper > 0 }
        }
        guard rows.contains(where: { $0.count.upper > 0 }) else { throw .nobodyListed }
        for list in empty {
            note(
                "E116", nil, "nobody is on list \(lists[list]); it was left out", "Check its column.",
                column: lists[list])
        }
        let kept = lists.indices.filter { !empty.contains($0) }
        guard kept.count >= 2 else { throw .tooFewLists(found: kept.count) }
        guard !empty.isEmpty else { return }
        lists = kept.map { lists[$0] }
        rows = rows.map { row in
            let history = ListSet(kept.indices.filter { row.history.contains(kept[$0]) })
            return Row(history: history, stratum: row.stratum, count: row.count, row: row.row)
        }
        rows.removeAll { $0.history == .none }
    }

    private mutating func note(
        _ code: String, _ row: Int?, _ message: String, _ remedy: String, column: String? = nil
    ) {
        findings.append(
            Finding(
                code: code, weight: .warning, place: .init(row: row, column: column), message: message, remedy: remedy))
    }
}
