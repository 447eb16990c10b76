import Tables
import Vocabulary

/// The cells of several tables as one: a cell that occurs in two tables (same unit, period and rule, same categories)
/// is one unknown, whatever the order of the dimensions.
struct LinkedTables: CellNames, Sendable {
    /// Where an equation or a cell is from, for its name.
    struct Origin: Sendable {
        let table: Int
        let gridCell: Int
        /// Summed over; not used for a cell.
        let dimension: Int
    }

    private(set) var tables: [MarginedTable] = []
    /// By table and cell of its grid: the cell of the set; -1 where not reported.
    private(set) var cells: [[Int32]] = []
    /// By cell of the set.
    private(set) var counts: [Int] = []
    private(set) var origins: [Origin] = []
    /// How many dimensions the cell is a total over, at the least.
    private(set) var totals: [Int] = []
    private(set) var equations = SparseRows()
    private(set) var equationOrigins: [Origin] = []

    private var index = CellIndex()
    private var wholes: [Int32: [[Int]]] = [:]

    init(_ tables: [CountTable]) throws(DisclosureFailure) {
        for table in tables { try add(table) }
    }

    private mutating func add(_ table: CountTable) throws(DisclosureFailure) {
        let margined = try MarginedTable(table)
        let grid = margined.grid
        let number = tables.count
        let scope = CellIndex.Scope(unit: table.unit, period: table.period, rule: table.provenance.rule)
        let keys = index.keys(scope: scope, dimensions: table.dimensions)
        var cellsOfTable = [Int32](repeating: -1, count: grid.count)
        for gridCell in 0..<grid.count {
            guard let count = margined.counts[gridCell] else { continue }
            let cell = index.cell(keys, grid: grid, gridCell: gridCell)
            if cell == counts.count {
                counts.append(count)
                origins.append(Origin(table: number, gridCell: gridCell, dimension: 0))
                totals.append(grid.coordinates(of: gridCell).count { $0 == nil })
            } else if counts[cell] != count {
                throw .tablesDisagree(
                    cell: grid.name(of: gridCell), first: tables[origins[cell].table].table.name,
                    firstCount: counts[cell], second: table.name, secondCount: count)
            }
            cellsOfTable[gridCell] = Int32(cell)
        }
        tables.append(margined)
        cells.append(cellsOfTable)
        addEquations(of: number)
    }

    private mutating func addEquations(of number: Int) {
        let grid = tables[number].grid
        for gridCell in 0..<grid.count where cells[number][gridCell] >= 0 {
            for dimension in grid.dimensions.indices {
                let digit = grid.digit(of: gridCell, in: dimension)
                let partDigits = grid.parts[dimension][digit]
                if partDigits.isEmpty { continue }
                let whole = cells[number][gridCell]
                let parts = partDigits.map { gridCell + ($0 - digit) * grid.strides[dimension] }
                    .map { Int(cells[number][$0]) }.filter { $0 >= 0 }
                if wholes[whole, default: []].contains(parts) { continue }
                wholes[whole, default: []].append(parts)
                equations.append(whole: Int(whole), parts: parts)
                equationOrigins.append(Origin(table: number, gridCell: gridCell, dimension: dimension))
            }
        }
    }

    /// The cells of the set that a table published before has too, by cell of its grid.
    func shared(with earlier: ReleasedTable) -> [(gridCell: Int, cell: Int)] {
        guard let grid = CellGrid(earlier.dimensions) else { return [] }
        var index = index
        let keys = index.keys(
            scope: CellIndex.Scope(unit: earlier.unit, period: earlier.period, rule: earlier.provenance.rule),
            dimensions: earlier.dimensions)
        return (0..<grid.count).compactMap { gridCell in
            index.find(keys, grid: grid, gridCell: gridCell).map { (gridCell, $0) }
        }
    }

    /// `sex=female, age=child`, with the table's name where there are several.
    func name(of cell: Int) -> String {
        let origin = origins[cell]
        let name = tables[origin.table].grid.name(of: origin.gridCell)
        return tables.count == 1 ? name : "\(tables[origin.table].table.name): \(name)"
    }

    /// `total = sum over sex`, with the table's name.
    func equationName(_ equation: Int) -> String {
        let origin = equationOrigins[equation]
        let table = tables[origin.table]
        let dimension = table.grid.dimensions[origin.dimension].name
        return "\(table.table.name): \(table.grid.name(of: origin.gridCell)) = sum over \(dimension)"
    }
}
