/// Counts rows into cells that are too many for a dense array: cell numbers of 64 bits, sorted and run together.
enum SparseCube {
    /// One breakdown: its place by value of the column, times its stride.
    struct Term {
        let column: Column
        let lookup: [UInt64]
    }

    /// The cells that hold rows, in ascending order of their numbers.
    static func count(
        _ terms: [Term], filters: [CubeTerm], rows: Range<Int>, isChosen: (Int) -> Bool
    ) -> [(number: UInt64, count: Int)] {
        var numbers: [UInt64] = []
        for row in rows where isChosen(row) && filters.allSatisfy({ $0.lookup[$0.column[row]] == 0 }) {
            numbers.append(terms.reduce(0) { $0 + $1.lookup[$1.column[row]] })
        }
        numbers.sort()
        var cells: [(number: UInt64, count: Int)] = []
        for number in numbers {
            if cells.last?.number == number {
                cells[cells.count - 1].count += 1
            } else {
                cells.append((number, 1))
            }
        }
        return cells
    }
}
