/// Where the counts of a table of capture histories stand, found from headings and values where nobody said it.
///
/// Files name this column as they like, and put it anywhere. Taking a list for it, or it for a stratum, would give a figure
/// that looks like any other; so what is not clear is refused.
struct CountColumn {
    /// The place of the counts; nil where there are none, and each row is one person.
    let place: Int?
    /// Whether neither a caller nor the heading said that it is the column of counts.
    let isSupposed: Bool
    /// Columns that number the rows or are empty; where rows are persons, all that are no lists.
    let ignored: Set<Int>

    /// - Parameters:
    ///   - asked: The heading that somebody named.
    ///   - strata: Headings that are strata whatever they hold.
    ///   - rows: As many cells as headings in each.
    ///   - threshold: Of withheld counts.
    /// - Throws: E109 where several columns may be it.
    init(
        _ header: [String], _ rows: [[String]], asked: String?, strata: [String], threshold: Int
    ) throws(StatisticsFailure) {
        let values = header.indices.map { column in rows.map { $0[column] } }
        let numbered = Set(header.indices.filter { Self.numbersRows(values[$0]) && !Self.isUsual(header[$0]) })
        let counting = header.indices.filter { column in
            !strata.contains(header[column]) && Self.countsPersons(values[column], threshold)
                && (Self.isUsual(header[column]) || !Self.namesPersons(column, rows))
        }
        let likely = counting.filter { !numbered.contains($0) && !Self.holdsYears(values[$0]) }
        let named = header.lastIndex { $0 == asked } ?? header.lastIndex { $0.lowercased() == "count" }
        let usual = (likely.isEmpty ? Array(header.indices) : likely).last { Self.isUsual(header[$0]) }
        if named == nil, usual == nil, likely.count > 1, likely.last != header.indices.last {
            throw .countsUnclear(columns: likely.map { header[$0] })
        }
        let found = named ?? usual ?? likely.last ?? counting.last { $0 == header.indices.last }
        place = found
        isSupposed = found != nil && named == nil && usual == nil
        ignored = Set(
            header.indices.filter { column in
                column != found && !strata.contains(header[column])
                    && (numbered.contains(column) || values[column].allSatisfy(\.isEmpty)
                        || found == nil && !Self.holdsFlags(values[column]))
            })
    }

    /// What the column of counts is often called. A list may be called N: it is looked for among columns that count first.
    private static func isUsual(_ heading: String) -> Bool {
        ["count", "counts", "n", "freq", "frequency", "frequencies", "persons", "number"].contains(heading.lowercased())
    }

    /// Whether most cells are counts, and one is more than the 0 and 1 of a list. Bands of ages are ranges without a count.
    private static func countsPersons(_ cells: [String], _ threshold: Int) -> Bool {
        let counts = cells.compactMap { CountRange($0, threshold: threshold) }
        return counts.contains { $0.isKnown && $0.upper > 1 } && 2 * counts.count >= cells.count
    }

    private static func holdsYears(_ cells: [String]) -> Bool {
        Set(cells).count < cells.count && cells.allSatisfy { Int($0).map((1900...2100).contains) ?? false }
    }

    /// Whether the cells are 1, 2, 3, … or 0, 1, 2, … from the first row down.
    private static func numbersRows(_ cells: [String]) -> Bool {
        guard cells.count > 2, let first = Int(cells[0]), first == 0 || first == 1 else { return false }
        return cells.enumerated().allSatisfy { Int($1) == first + $0 }
    }

    /// Whether each row has another number, while rows that are otherwise equal stand in the table: ids, not counts.
    private static func namesPersons(_ column: Int, _ rows: [[String]]) -> Bool {
        guard rows.count > 2, Set(rows.map { $0[column] }).count == rows.count else { return false }
        let others = Set(rows.map { row in row.indices.filter { $0 != column }.map { row[$0] } })
        return others.count < rows.count
    }

    private static func holdsFlags(_ cells: [String]) -> Bool {
        !cells.isEmpty && cells.allSatisfy { CaptureTableReader.flag($0) != nil }
    }
}
