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

/// Numbers for cells by what they count.
struct CellIndex: Sendable {
    /// Counts of different scopes are never the same cell.
    struct Scope: Hashable, Sendable {
        let unit: CountingUnit
        let period: Period?
        let rule: String
    }

    /// A table's dimensions and codes in the numbers of the index.
    struct Keys {
        fileprivate let scope: UInt64
        /// By dimension of the table, its number in the index; and the order in which to put them.
        fileprivate let order: [(dimension: Int, number: UInt64)]
        /// By dimension of the table and digit.
        fileprivate let codes: [[UInt64]]
    }

    private var scopes: [Scope: UInt64] = [:]
    private var dimensions: [String: UInt64] = [:]
    private var codes: [[String: UInt64]] = []
    private var places: [[UInt64]: Int] = [:]

    mutating func keys(scope: Scope, dimensions table: [Dimension]) -> Keys {
        let scopeNumber = scopes[scope] ?? UInt64(scopes.count)
        scopes[scope] = scopeNumber
        var order: [(dimension: Int, number: UInt64)] = []
        var codesOfTable: [[UInt64]] = []
        for (place, dimension) in table.enumerated() {
            let number = dimensions[dimension.name] ?? UInt64(dimensions.count)
            if dimensions.updateValue(number, forKey: dimension.name) == nil { codes.append([:]) }
            order.append((place, number))
            var codesOfDimension: [UInt64] = [0]
            for category in dimension.categories {
                let next = UInt64(codes[Int(number)].count + 1)
                let code = codes[Int(number)][category.code] ?? next
                codes[Int(number)][category.code] = code
                codesOfDimension.append(code)
            }
            codesOfTable.append(codesOfDimension)
        }
        return Keys(scope: scopeNumber, order: order.sorted { $0.number < $1.number }, codes: codesOfTable)
    }

    /// The number of the cell; a new one, the next, where it was not seen before.
    mutating func cell(_ keys: Keys, grid: CellGrid, gridCell: Int) -> Int {
        var key = [keys.scope]
        for (dimension, number) in keys.order {
            let code = keys.codes[dimension][grid.digit(of: gridCell, in: dimension)]
            if code != 0 { key.append(number << 40 | code) }
        }
        if let place = places[key] { return place }
        places[key] = places.count
        return places.count - 1
    }
}
