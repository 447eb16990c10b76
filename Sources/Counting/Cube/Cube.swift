import Tables
import Vocabulary

/// One question put to the rows: who counts, and into which cells.
struct Cube {
    let indicator: Indicator
    let period: Period?
    let columns: [BreakdownColumn]
    /// Of each breakdown: how many cells lie between one category and the next.
    private let strides: [UInt64]
    /// Cells that hold units, by number, in ascending order.
    private var found: [(number: UInt64, count: Int)] = []
    /// Units that may lie in the period and may not.
    private(set) var unplaced = 0
    private let rows: CountingRows

    init(
        indicator: Indicator, population: Population, only: Indicator.Only?, breakdowns: [Breakdown], period: Period?,
        rows: CountingRows, maker: BreakdownMaker
    ) throws(CountingFailure) {
        self.indicator = indicator
        self.period = period
        self.rows = rows
        columns = breakdowns.compactMap {
            maker.make($0, of: rows, rule: indicator.periodRule, filter: period)
        }
        let sizes = try Cube.strides(columns)
        strides = Array(sizes.dropFirst())
        let cells = sizes[0]
        let selection = RowSelection(
            indicator: indicator, population: population,
            only: only.flatMap { only in
                maker.make(only.breakdown, of: rows, rule: indicator.periodRule, filter: nil).map { ($0, only.code) }
            }, precision: Cube.precision(breakdowns, period), rows: rows, phenomena: maker.facts.lists.phenomena)
        found = count(selection, filters: selection.filters(in: period), cells: cells)
        if let period, selection.mayBeUnplaced(in: period) {
            unplaced = selection.total(selection.filters(unplacedIn: period))
        }
    }

    /// The finest period that is asked for; nil for all time.
    private static func precision(_ breakdowns: [Breakdown], _ period: Period?) -> Period.Precision? {
        if breakdowns.contains(.month) { return .month }
        if breakdowns.contains(.quarter) { return .quarter }
        if breakdowns.contains(.year) { return .year }
        return period?.precision
    }

    /// A dense cube of this many cells takes 64 MiB.
    private static let mostDenseCells = 1 << 24

    /// In mixed radix, the last breakdown running fastest; the last entry is the number of cells.
    private static func strides(_ columns: [BreakdownColumn]) throws(CountingFailure) -> [UInt64] {
        var strides: [UInt64] = [1]
        for column in columns.reversed() {
            let (product, overflows) = strides[0].multipliedReportingOverflow(
                by: UInt64(max(column.categories.count, 1)))
            guard !overflows, product < 1 << 62 else { throw .tooManyCells(columns.map(\.breakdown.rawValue)) }
            strides.insert(product, at: 0)
        }
        return strides
    }

    private func count(_ selection: RowSelection, filters: [CubeTerm], cells: UInt64) -> [(number: UInt64, count: Int)]
    {
        guard cells <= Cube.mostDenseCells else {
            let terms = zip(columns, strides).map { column, stride in
                SparseCube.Term(column: column.column, lookup: column.lookup.map { UInt64($0) * stride })
            }
            return selection.count(terms, filters: filters)
        }
        let terms = zip(columns, strides).map { column, stride in
            CubeTerm(column: column.column, lookup: column.lookup.map { UInt32($0) * UInt32(stride) })
        }
        let counts = selection.count(terms + filters, cells: Int(cells))
        var found: [(number: UInt64, count: Int)] = []
        for number in counts.indices where counts[number] > 0 { found.append((UInt64(number), Int(counts[number]))) }
        return found
    }

    /// Shows the place in each breakdown of the cell with a number.
    @inline(__always)
    private func decode(_ number: UInt64, _ show: (_ dimension: Int, _ place: Int) -> Void) {
        var rest = number
        for dimension in strides.indices {
            let place = rest / strides[dimension]
            rest -= place * strides[dimension]
            show(dimension, Int(place))
        }
    }

    /// The table, without the categories of open breakdowns that hold nothing and on which somebody reported.
    func table(name: String, coverage: CoverageReport, provenance: Provenance) -> CountTable {
        let gaps = coverage.notReported(columns)
        var isKept = columns.map(\.isFixed)
        for (number, _) in found { decode(number) { isKept[$0][$1] = true } }
        for gap in gaps {
            for (dimension, place) in gap.enumerated() {
                if let place { isKept[dimension][place] = true }
            }
        }
        let places = isKept.map { kept in
            var next = -1
            return kept.map { isKept -> Int in
                if isKept { next += 1 }
                return next
            }
        }
        return CountTable(
            name: name, unit: indicator.unit, period: period,
            dimensions: zip(columns, isKept).map { column, isKept in
                Dimension(
                    name: column.breakdown.rawValue, codeList: column.codeList,
                    categories: zip(column.categories, isKept).filter(\.1).map(\.0))
            },
            cells: found.map { number, count in
                let coordinates = [Int](unsafeUninitializedCapacity: strides.count) { buffer, filled in
                    decode(number) { buffer[$0] = places[$0][$1] }
                    filled = strides.count
                }
                return CountTable.Cell(coordinates: coordinates, count: count)
            },
            notReported: gaps.map { gap in zip(places, gap).map { places, place in place.map { places[$0] } } },
            coverage: coverage.coverage, provenance: provenance, unplaced: unplaced)
    }
}
