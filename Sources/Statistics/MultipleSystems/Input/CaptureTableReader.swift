import Vocabulary

/// Reads a table of capture histories: a column of 0 and 1 for each list, one of counts, and any others for strata.
///
/// A column is a list where it holds a 0 or a 1, and a stratum where it holds neither. Findings:
///
/// E111: a row has more or fewer fields than there are headings.
/// E112: a cell of a list's column is neither 0 nor 1.
/// E113: a count is not a whole number from 0 on, nor a withheld one.
/// E114: two rows have the same history; their counts are added.
/// E115: a row for "on no list" is left out, since that number is what is asked for.
/// E116: nobody is on a list; it is left out.
package struct CaptureTableReader: Sendable {
    /// The column of counts; nil for `count`, or the last one.
    package var countColumn: String?
    /// Columns of strata whatever they hold.
    package var strata: [String] = []
    /// A marker of a withheld count stands for 1 to one below it.
    package var threshold = 5

    package init() {}

    /// - Parameters:
    ///   - rows: Cells as text, without the header.
    ///   - numbers: Of the rows as a spreadsheet shows them; nil where the header is row 1 and none was left out.
    /// - Throws: E106 with all findings where a row cannot be read, E107 for columns that are not there, and what
    ///   ``CaptureTable`` refuses.
    package func read(
        header: [String], rows: [[String]], numbers: [Int]? = nil
    ) throws(StatisticsFailure) -> ReportedTable {
        let header = header.map { $0.trimmingSpaces() }
        let count = try countPlace(header)
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
        let lists = header.indices.filter { column in
            column != count && !strata.contains(header[column])
                && whole.contains { Self.flags.keys.contains($0.cells[column].lowercased()) }
        }
        let strataColumns = header.indices.filter { $0 != count && !lists.contains($0) }
        guard lists.count >= 2 else { throw .tooFewLists(found: lists.count) }
        guard lists.count <= CaptureTable.mostLists else {
            throw .tooManyLists(found: lists.count, most: CaptureTable.mostLists)
        }
        var table = ReportedTable(lists: lists.map { header[$0] }, strata: strataColumns.map { header[$0] })
        for (row, cells) in whole {
            var bits = 0
            for (place, column) in lists.enumerated() {
                guard let flag = Self.flags[cells[column].lowercased()] else {
                    findings.append(
                        finding("E112", row, header[column], "neither 0 nor 1 (is it a column of strata? then name it)")
                    )
                    continue
                }
                if flag { bits |= 1 << place }
            }
            guard let range = CountRange(cells[count], threshold: threshold) else {
                findings.append(finding("E113", row, header[count], "not a whole number from 0 on"))
                continue
            }
            table.rows.append(
                .init(history: ListSet(bits: bits), stratum: strataColumns.map { cells[$0] }, count: range, row: row))
        }
        if !findings.isEmpty { throw .tableUnreadable(findings) }
        try table.tidy()
        return table
    }

    private static let flags = ["0": false, "1": true, "false": false, "true": true]

    private func countPlace(_ header: [String]) throws(StatisticsFailure) -> Int {
        for name in strata + (countColumn.map { [$0] } ?? []) where !header.contains(name) {
            throw .columnMissing(name: name, known: header)
        }
        let found = header.lastIndex { $0 == countColumn } ?? header.lastIndex { $0.lowercased() == "count" }
        guard let place = found ?? header.indices.last else { throw .tooFewLists(found: 0) }
        return place
    }

    private func finding(_ code: String, _ row: Int, _ column: String?, _ message: String) -> Finding {
        Finding(
            code: code, weight: .error, place: .init(row: row, column: column), message: message,
            remedy: "Correct the row.")
    }
}
