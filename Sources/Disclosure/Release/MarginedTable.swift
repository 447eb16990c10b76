import Tables

/// A count table with all of its margins formed.
struct MarginedTable: Sendable {
    let table: CountTable
    let grid: CellGrid
    /// By cell of the grid; nil where nobody reported on any part of it.
    let counts: [Int?]

    init(_ table: CountTable) throws(DisclosureFailure) {
        guard let grid = CellGrid(table.dimensions) else { throw .dimensionsUnusable(table: table.name) }
        var counts = [Int](repeating: 0, count: grid.count)
        var isReported = [Bool](repeating: table.notReported.isEmpty, count: grid.count)
        if !table.notReported.isEmpty { MarginedTable.markReported(&isReported, table, grid) }
        for cell in table.cells {
            let digits = cell.coordinates.map { $0 + 1 }
            guard let place = grid.cell(at: cell.coordinates),
                digits.indices.allSatisfy({ digits[$0] > 0 && grid.parts[$0][digits[$0]].isEmpty })
            else { throw .notALeaf(table: table.name, coordinates: cell.coordinates) }
            guard isReported[place] else {
                throw .countedButNotReported(table: table.name, cell: grid.name(of: place))
            }
            grid.forEachMargin(of: digits) { counts[$0] += cell.count }
        }
        self.table = table
        self.grid = grid
        self.counts = zip(counts, isReported).map { $1 ? $0 : nil }
    }

    /// A margin is reported on when one of its leaves is.
    private static func markReported(_ isReported: inout [Bool], _ table: CountTable, _ grid: CellGrid) {
        let leaves = table.dimensions.map { $0.leaves.map { $0 + 1 } }
        var digits = [Int](repeating: 0, count: leaves.count)
        func turn(_ dimension: Int) {
            guard dimension < leaves.count else {
                let isSilent = table.notReported.contains { part in
                    part.indices.allSatisfy { place in
                        part[place].map { grid.chains[place][digits[place]].contains($0 + 1) } ?? true
                    }
                }
                if !isSilent { grid.forEachMargin(of: digits) { isReported[$0] = true } }
                return
            }
            for digit in leaves[dimension] {
                digits[dimension] = digit
                turn(dimension + 1)
            }
        }
        turn(0)
    }
}
