import Tables
import Vocabulary

/// The cells of several tables as one: a cell that occurs in two tables (same unit and rule, same time, same
/// categories) is one unknown, whatever the order of the dimensions and whatever period the tables were asked for.
///
/// Tables published earlier may be remembered beside the set: their cells follow those of the set.
struct LinkedTables: CellNames, Sendable {
    /// Where an equation or a cell is from, for its name.
    struct Origin: Sendable {
        let frame: Int
        let gridCell: Int
        /// Summed over; nil for a sum over time of several tables, and not used for a cell.
        let dimension: Int?
    }

    /// The layout of one table, of the set or remembered.
    struct Frame: Sendable {
        let name: String
        let grid: CellGrid
        /// By cell of its grid: the cell of the set; -1 where not reported.
        let cells: [Int32]
    }

    private(set) var tables: [MarginedTable] = []
    /// Those of `tables` first, in their order.
    private(set) var frames: [Frame] = []
    /// By cell of the set, those of remembered tables last.
    var counts: [Int] = []
    /// How many cells the tables of the set have; the others are remembered only.
    private(set) var ownCells = 0
    /// Remembered cells that were withheld: the gate does not know them either.
    private(set) var unknown: [Int: ProtectionRule] = [:]
    /// Cells that no table shows, behind tables that overlap in a circle: known to nobody, and to be kept from nobody.
    private(set) var inner: Set<Int> = []
    private(set) var origins: [Origin] = []
    /// How many dimensions the cell is a total over, at the least.
    private(set) var totals: [Int] = []
    private(set) var equations = SparseRows()
    private(set) var equationOrigins: [Origin] = []

    private(set) var index = CellIndex()
    private var wholes: [Int32: [[Int]]] = [:]

    init(_ tables: [CountTable]) throws(DisclosureFailure) {
        for table in tables { try add(table) }
        ownCells = counts.count
    }

    private mutating func add(_ table: CountTable) throws(DisclosureFailure) {
        let margined = try MarginedTable(table)
        let grid = margined.grid
        let scope = CellIndex.Scope(unit: table.unit, rule: table.provenance.rule)
        let keys = index.keys(scope: scope, period: table.period, dimensions: table.dimensions)
        var cells = [Int32](repeating: -1, count: grid.count)
        for gridCell in 0..<grid.count {
            guard let count = margined.counts[gridCell] else { continue }
            let cell = index.cell(keys, grid: grid, gridCell: gridCell)
            if cell == counts.count {
                note(count, gridCell, grid)
            } else if counts[cell] != count {
                throw .tablesDisagree(
                    cell: grid.name(of: gridCell),
                    first: origins[cell].frame < frames.count ? frames[origins[cell].frame].name : table.name,
                    firstCount: counts[cell], second: table.name, secondCount: count)
            }
            cells[gridCell] = Int32(cell)
        }
        tables.append(margined)
        frames.append(Frame(name: table.name, grid: grid, cells: cells))
        addEquations(of: frames.count - 1)
    }

    private mutating func note(_ count: Int, _ gridCell: Int, _ grid: CellGrid) {
        counts.append(count)
        origins.append(Origin(frame: frames.count, gridCell: gridCell, dimension: nil))
        totals.append(grid.coordinates(of: gridCell).count { $0 == nil })
    }

    /// Takes in a table published before: what it printed is known, what it withheld is to stay open.
    ///
    /// A table that has changed since is left out: its cells are not the ones counted now.
    mutating func remember(_ table: ReleasedTable) {
        let scope = CellIndex.Scope(unit: table.unit, rule: table.provenance.rule)
        guard index.scopes[scope] != nil, let grid = CellGrid(table.dimensions) else { return }
        let isUnchanged = shared(with: table).allSatisfy { gridCell, cell in
            if case .published(let count) = table.cells[gridCell].outcome {
                unknown[cell] != nil || counts[cell] == count
            } else {
                true
            }
        }
        guard isUnchanged else { return }
        let keys = index.keys(scope: scope, period: table.period, dimensions: table.dimensions)
        var cells = [Int32](repeating: -1, count: grid.count)
        for gridCell in 0..<grid.count {
            let outcome = table.cells[gridCell].outcome
            guard outcome != .notReported else { continue }
            let cell = index.cell(keys, grid: grid, gridCell: gridCell)
            let isNew = cell == counts.count
            if isNew { note(0, gridCell, grid) }
            if case .published(let count) = outcome {
                counts[cell] = count
                unknown[cell] = nil
            } else if isNew {
                unknown[cell] = table.rule
            }
            cells[gridCell] = Int32(cell)
        }
        frames.append(Frame(name: table.name, grid: grid, cells: cells))
        addEquations(of: frames.count - 1)
    }

    /// Adds all cells of a table that was never counted, over the dimensions of several that were.
    mutating func addInner(like table: CountTable, _ dimensions: [Dimension], _ grid: CellGrid) {
        let keys = index.keys(
            scope: CellIndex.Scope(unit: table.unit, rule: table.provenance.rule), period: table.period,
            dimensions: dimensions)
        var cells = [Int32](repeating: -1, count: grid.count)
        for gridCell in 0..<grid.count {
            let cell = index.cell(keys, grid: grid, gridCell: gridCell)
            if cell == counts.count {
                note(0, gridCell, grid)
                inner.insert(cell)
                unknown[cell] = ProtectionRule(protectsZeros: true)
            }
            cells[gridCell] = Int32(cell)
        }
        frames.append(Frame(name: "behind the tables", grid: grid, cells: cells))
        addEquations(of: frames.count - 1)
    }

    private mutating func addEquations(of number: Int) {
        let grid = frames[number].grid
        let cells = frames[number].cells
        for gridCell in 0..<grid.count where cells[gridCell] >= 0 {
            for dimension in grid.dimensions.indices {
                let digit = grid.digit(of: gridCell, in: dimension)
                let partDigits = grid.parts[dimension][digit]
                if partDigits.isEmpty { continue }
                let parts = partDigits.map { gridCell + ($0 - digit) * grid.strides[dimension] }
                    .map { Int(cells[$0]) }.filter { $0 >= 0 }
                // A total over one quarter and the quarter are one cell, and nothing else is in the sum.
                if parts.contains(Int(cells[gridCell])) { continue }
                add(
                    whole: Int(cells[gridCell]), parts: parts,
                    from: Origin(frame: number, gridCell: gridCell, dimension: dimension))
            }
        }
    }

    /// A sum, unless it is there already.
    mutating func add(whole: Int, parts: [Int], from origin: Origin) {
        if wholes[Int32(whole), default: []].contains(parts) { return }
        wholes[Int32(whole), default: []].append(parts)
        equations.append(whole: whole, parts: parts)
        equationOrigins.append(origin)
    }

    /// Forgets equations: of editions that do not fit together.
    mutating func drop(_ isDropped: [Bool]) {
        var kept = SparseRows()
        for row in 0..<equations.count where !isDropped[row] {
            kept.append(
                equations.members(of: row).map { (Int(equations.columns[$0]), equations.signs[$0]) },
                sum: equations.sums[row])
        }
        equationOrigins = zip(equationOrigins, isDropped).filter { !$1 }.map(\.0)
        equations = kept
    }

    /// The cells of the set that a table published before has too, by cell of its grid.
    func shared(with earlier: ReleasedTable) -> [(gridCell: Int, cell: Int)] {
        guard let grid = CellGrid(earlier.dimensions) else { return [] }
        var index = index
        let keys = index.keys(
            scope: CellIndex.Scope(unit: earlier.unit, rule: earlier.provenance.rule), period: earlier.period,
            dimensions: earlier.dimensions)
        return (0..<grid.count).compactMap { gridCell in
            index.find(keys, grid: grid, gridCell: gridCell).map { (gridCell, $0) }
        }
    }

    /// `sex=female, age=child`, with the table's name where there are several.
    func name(of cell: Int) -> String {
        let origin = origins[cell]
        let name = frames[origin.frame].grid.name(of: origin.gridCell)
        return tables.count == 1 && origin.frame == 0 ? name : "\(frames[origin.frame].name): \(name)"
    }

    /// `total = sum over sex`, with the table's name.
    func equationName(_ equation: Int) -> String {
        let origin = equationOrigins[equation]
        let frame = frames[origin.frame]
        let summed = origin.dimension.map { frame.grid.dimensions[$0].name } ?? "the periods of all tables"
        return "\(frame.name): \(frame.grid.name(of: origin.gridCell)) = sum over \(summed)"
    }
}
