import Tables
import Vocabulary

/// Numbers for cells by what they count.
struct CellIndex: Sendable {
    /// Counts of different scopes are never the same cell.
    struct Scope: Hashable, Sendable {
        let unit: CountingUnit
        let rule: String
    }

    /// A table's dimensions and codes in the numbers of the index.
    struct Keys {
        fileprivate let scope: UInt64
        fileprivate let time: CellTime
        /// By dimension of the table, its number in the index; and the order in which to put them.
        fileprivate let order: [(dimension: Int, number: UInt64)]
        /// By dimension of the table and digit.
        fileprivate let codes: [[UInt64]]
    }

    /// What a cell counts: when, and by which scope and codes.
    struct Key: Hashable, Sendable {
        let period: Period?
        let codes: [UInt64]
    }

    private(set) var scopes: [Scope: UInt64] = [:]
    /// By number of the cell.
    private(set) var keysOfCells: [Key] = []
    private var dimensions: [String: UInt64] = [:]
    private var codes: [[String: UInt64]] = []
    private var places: [Key: Int] = [:]

    mutating func keys(scope: Scope, period: Period?, dimensions table: [Dimension]) -> Keys {
        let scopeNumber = scopes[scope] ?? UInt64(scopes.count)
        scopes[scope] = scopeNumber
        var order: [(dimension: Int, number: UInt64)] = []
        var codesOfTable: [[UInt64]] = []
        for (place, dimension) in table.enumerated() {
            let number = dimensions[dimension.name] ?? UInt64(dimensions.count)
            if dimensions.updateValue(number, forKey: dimension.name) == nil { codes.append([:]) }
            order.append((place, number))
            // A sum over years of persons counted once a year is not the figure of a table without years.
            var codesOfDimension: [UInt64] = [dimension.addsUp ? 0 : 1 << 39]
            for category in dimension.categories {
                let next = UInt64(codes[Int(number)].count + 1)
                let code = codes[Int(number)][category.code] ?? next
                codes[Int(number)][category.code] = code
                codesOfDimension.append(code)
            }
            codesOfTable.append(codesOfDimension)
        }
        return Keys(
            scope: scopeNumber, time: CellTime(period: period, dimensions: table),
            order: order.sorted { $0.number < $1.number }, codes: codesOfTable)
    }

    /// The number of the cell; nil where it was not seen before.
    func find(_ keys: Keys, grid: CellGrid, gridCell: Int) -> Int? { places[key(keys, grid, gridCell)] }

    /// The number of the cell that counts the same in another period; nil where there is none.
    func find(_ cell: Int, in period: Period) -> Int? {
        places[Key(period: period, codes: keysOfCells[cell].codes)]
    }

    /// The number of the cell; a new one, the next, where it was not seen before.
    mutating func cell(_ keys: Keys, grid: CellGrid, gridCell: Int) -> Int {
        let key = key(keys, grid, gridCell)
        if let place = places[key] { return place }
        places[key] = keysOfCells.count
        keysOfCells.append(key)
        return keysOfCells.count - 1
    }

    private func key(_ keys: Keys, _ grid: CellGrid, _ gridCell: Int) -> Key {
        let time = keys.time.reading(of: gridCell, in: grid)
        var codes = [keys.scope]
        for (dimension, number) in keys.order where !time.absorbed.contains(dimension) {
            let code = keys.codes[dimension][grid.digit(of: gridCell, in: dimension)]
            if code != 0 { codes.append(number << 40 | code) }
        }
        return Key(period: time.period, codes: codes)
    }
}
