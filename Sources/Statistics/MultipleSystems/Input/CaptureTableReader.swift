import Vocabulary

/// Reads a table of capture histories: a column of 0 and 1 for each list, one of counts, and any others for strata.
///
/// A column is a list where it holds a 0 or a 1, and a stratum where it holds neither; the numbers of rows that a program
/// wrote are neither. A table without counts has a row for each person. Findings:
///
/// E111: a row has more or fewer fields than there are headings.
/// E112: a cell of a list's column is neither 0 nor 1.
/// E113: a count is not a whole number from 0 on, nor a withheld one.
/// E114: two rows have the same history; their counts are added.
/// E115: a row for "on no list" is left out, since that number is what is asked for.
/// E116: nobody is on a list; it is left out.
/// E117: no column holds counts; each row was taken for one person.
/// E118: counts were read from a column that nobody named so.
package struct CaptureTableReader: Sendable {
    /// The column of counts; nil for `count`, or whichever holds counts.
    package var countColumn: String?
    /// Columns of strata whatever they hold.
    package var strata: [String] = []
    /// A marker of a withheld count stands for 1 to one below it.
    package var threshold = CountThreshold.usual

    package init() {}

    /// - Parameters:
    ///   - rows: Cells as text, without the header.
    ///   - numbers: Of the rows as a spreadsheet shows them; nil where the header is row 1 and none was left out.
    /// - Throws: E106 with all findings where a row cannot be read, E107 for columns that are not there, E109 where it is
    ///   not clear which column counts, and what ``CaptureTable`` refuses.
    package func read(
        header: [String], rows: [[String]], numbers: [Int]? = nil
    ) throws(StatisticsFailure) -> ReportedTable {
        let header = header.map { $0.trimmingSpaces() }
        for name in strata + (countColumn.map { [$0] } ?? []) where !header.contains(name) {
            throw .columnMissing(name: name, known: header)
        }
        var findings: [Finding] = []
        var whole: [(row: Int, cells: [String])] = []
        for (place, cells) in rows.enumerated() {
            let number = numbers?[place] ?? place + 2
            if cells.count == header.count {
                whole.append((number, cells.map { $0.trimmingSpaces() }))
            } else {
                findings.append(
                    finding("E111", number, nil, "\(cells.count) fields under \(header.count) headings"))
            }
        }
        let counts = try CountColumn(
            header, whole.map(\.cells), asked: countColumn, strata: strata, threshold: threshold)
        let columns = header.indices.filter { $0 != counts.place && !counts.ignored.contains($0) }
        let lists = columns.filter { column in
            !strata.contains(header[column]) && whole.contains { Self.flag($0.cells[column]) != nil }
        }
        let strataColumns = columns.filter { !lists.contains($0) }
        guard lists.count >= 2 else { throw .tooFewLists(found: lists.count) }
        guard lists.count <= CaptureTable.mostLists else {
            throw .tooManyLists(found: lists.count, most: CaptureTable.mostLists)
        }
        var table = ReportedTable(lists: lists.map { header[$0] }, strata: strataColumns.map { header[$0] })
        for (row, cells) in whole {
            guard let history = history(cells, lists, header, row, &findings) else { continue }
            guard let range = counts.place.map({ CountRange(cells[$0], threshold: threshold) }) ?? CountRange(1) else {
                findings.append(finding("E113", row, counts.place.map { header[$0] }, "not a whole number from 0 on"))
                continue
            }
            table.rows.append(.init(history: history, stratum: strataColumns.map { cells[$0] }, count: range, row: row))
        }
        if !findings.isEmpty { throw .tableUnreadable(findings) }
        if counts.place == nil { table.addPersonsUp() }
        if counts.isSupposed, let place = counts.place { table.noteCounts(in: header[place]) }
        try table.tidy()
        return table
    }

    /// The lists of a row; nil, with a finding for each, where a cell does not say whether the person is on a list.
    private func history(
        _ cells: [String], _ lists: [Int], _ header: [String], _ row: Int, _ findings: inout [Finding]
    ) -> ListSet? {
        let flags = lists.map { Self.flag(cells[$0]) }
        for (column, flag) in zip(lists, flags) where flag == nil {
            findings.append(
                finding("E112", row, header[column], "neither 0 nor 1 (is it a column of strata? then name it)"))
        }
        guard !flags.contains(nil) else { return nil }
        return ListSet(flags.indices.filter { flags[$0] == true })
    }

    /// Whether a cell says that a person is on a list: 0, 1, false, true, or a number that a program wrote with a point.
    static func flag(_ cell: String) -> Bool? {
        switch cell.lowercased() {
        case "0", "0.0", "false": false
        case "1", "1.0", "true": true
        default: nil
        }
    }

    private func finding(_ code: String, _ row: Int, _ column: String?, _ message: String) -> Finding {
        Finding(
            code: code, weight: .error, place: .init(row: row, column: column), message: message,
            remedy: "Correct the row.")
    }
}
