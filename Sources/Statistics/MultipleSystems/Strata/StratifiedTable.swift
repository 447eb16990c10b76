/// Counts by history for each combination of strata, such as women of 2023.
package struct StratifiedTable: Sendable, Hashable {
    package let lists: [String]
    /// Names of the columns of strata.
    package let columns: [String]
    /// Values of each stratum, one for each column, in the order of first appearance.
    package let strata: [[String]]
    /// By stratum, then by bits of the history.
    let cells: [[Int]]

    /// More cells of all strata together take too long to be resampled.
    package static let mostCells = 100_000

    /// - Throws: E132 for no strata or too many; what ``CaptureTable`` refuses.
    package init(_ reported: ReportedTable) throws(StatisticsFailure) {
        _ = try reported.table()
        lists = reported.lists
        columns = reported.strata
        var places: [[String]: Int] = [:]
        var strata: [[String]] = []
        var cells: [[Int]] = []
        for row in reported.rows {
            if places[row.stratum] == nil {
                places[row.stratum] = strata.count
                strata.append(row.stratum)
                cells.append(Array(repeating: 0, count: 1 << lists.count))
            }
            guard let place = places[row.stratum] else { continue }
            cells[place][row.history.bits] += (row.count.lower + row.count.upper + 1) / 2
        }
        let most = Self.mostCells >> lists.count
        guard !columns.isEmpty, strata.count <= most else {
            throw .settingOutside(name: "The number of strata", limits: "from 1 to \(most) with \(lists.count) lists")
        }
        self.strata = strata
        self.cells = cells
    }

    var whole: [Int] { (0..<(1 << lists.count)).map { cell in cells.reduce(0) { $0 + $1[cell] } } }

    /// The table of one stratum; nil where nobody is in it.
    package func table(_ stratum: Int) -> CaptureTable? { try? CaptureTable(lists: lists, cells: cells[stratum]) }
}
