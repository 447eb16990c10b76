import Tables
import Vocabulary

/// One question put to the rows: who counts, and into which cells.
struct Cube {
    let indicator: Indicator
    let period: Period?
    let columns: [BreakdownColumn]
    /// Cells that hold units, in the order of their coordinates, before empty categories are left out.
    private(set) var cells: [CountTable.Cell] = []
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
        let selection = RowSelection(
            indicator: indicator, population: population,
            only: only.flatMap { only in
                maker.make(only.breakdown, of: rows, rule: indicator.periodRule, filter: nil).map { ($0, only.code) }
            }, precision: Cube.precision(breakdowns, period), rows: rows, phenomena: maker.facts.lists.phenomena)
        let placed = selection.filters(in: period)
        cells = try count(selection, filters: placed, breakdowns)
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

    private func count(
        _ selection: RowSelection, filters: [CubeTerm], _ breakdowns: [Breakdown]
    ) throws(CountingFailure) -> [CountTable.Cell] {
        var strides: [UInt64] = []
        var size: UInt64 = 1
        for column in columns.reversed() {
            strides.insert(size, at: 0)
            let (product, overflows) = size.multipliedReportingOverflow(by: UInt64(max(column.categories.count, 1)))
            guard !overflows, product < 1 << 62 else { throw .tooManyCells(breakdowns.map(\.rawValue)) }
            size = product
        }
        if size <= Cube.mostDenseCells {
            let terms = zip(columns, strides).map { column, stride in
                CubeTerm(column: column.column, lookup: column.lookup.map { UInt32($0) * UInt32(stride) })
            }
            let counts = selection.count(terms + filters, cells: Int(size))
            return counts.indices.compactMap { number in
                counts[number] == 0 ? nil : cell(UInt64(number), strides, Int(counts[number]))
            }
        }
        let terms = zip(columns, strides).map { column, stride in
            SparseCube.Term(column: column.column, lookup: column.lookup.map { UInt64($0) * stride })
        }
        return selection.count(terms, filters: filters).map { cell($0.number, strides, $0.count) }
    }

    private func cell(_ number: UInt64, _ strides: [UInt64], _ count: Int) -> CountTable.Cell {
        var rest = number
        var coordinates: [Int] = []
        coordinates.reserveCapacity(strides.count)
        for stride in strides {
            let (place, remainder) = rest.quotientAndRemainder(dividingBy: stride)
            coordinates.append(Int(place))
            rest = remainder
        }
        return CountTable.Cell(coordinates: coordinates, count: count)
    }

    /// The table, without the categories of open breakdowns that hold nothing and on which somebody reported.
    func table(name: String, coverage: CoverageReport, provenance: Provenance) -> CountTable {
        let gaps = coverage.notReported(columns)
        var isKept = columns.map(\.isFixed)
        for cell in cells {
            for (dimension, place) in cell.coordinates.enumerated() { isKept[dimension][place] = true }
        }
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
            cells: cells.map { cell in
                CountTable.Cell(
                    coordinates: zip(places, cell.coordinates).map { $0[$1] }, count: cell.count)
            },
            notReported: gaps.map { gap in zip(places, gap).map { places, place in place.map { places[$0] } } },
            coverage: coverage.coverage, provenance: provenance, unplaced: unplaced)
    }
}
