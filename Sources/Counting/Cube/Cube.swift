import Tables
import Vocabulary

/// One question put to the rows: who counts, and into which cells.
struct Cube {
    let indicator: Indicator
    let period: Period?
    let columns: [BreakdownColumn]
    let numbering: CellNumbering
    /// Cells that hold units, by number, in ascending order.
    private(set) var found: [(number: UInt64, count: Int)] = []
    /// Units that may lie in the period and may not.
    private(set) var unplaced = 0

    init(
        indicator: Indicator, selection: RowSelection, breakdowns: [Breakdown], period: Period?, rows: CountingRows,
        maker: BreakdownMaker
    ) throws(CountingFailure) {
        self.indicator = indicator
        self.period = period
        columns = breakdowns.compactMap {
            maker.make($0, of: rows, rule: indicator.periodRule, filter: period)
        }
        guard let numbering = CellNumbering(columns.map(\.categories.count)) else {
            throw .tooManyCells(breakdowns.map(\.rawValue))
        }
        self.numbering = numbering
        found = count(selection, filters: selection.filters(in: period))
        if let period, selection.mayBeUnplaced(in: period) {
            unplaced = selection.total(selection.filters(unplacedIn: period))
        }
    }

    /// A dense cube of this many cells takes 64 MiB.
    private static let mostDenseCells = 1 << 24

    private func count(_ selection: RowSelection, filters: [CubeTerm]) -> [(number: UInt64, count: Int)] {
        guard numbering.cells <= Cube.mostDenseCells else {
            let terms = zip(columns, numbering.strides).map { column, stride in
                SparseCube.Term(column: column.column, lookup: column.lookup.map { UInt64($0) * stride })
            }
            return selection.count(terms, filters: filters)
        }
        let terms = zip(columns, numbering.strides).map { column, stride in
            CubeTerm(column: column.column, lookup: column.lookup.map { UInt32($0) * UInt32(stride) })
        }
        let counts = selection.count(terms + filters, cells: Int(numbering.cells))
        var found: [(number: UInt64, count: Int)] = []
        for number in counts.indices where counts[number] > 0 { found.append((UInt64(number), Int(counts[number]))) }
        return found
    }
}
