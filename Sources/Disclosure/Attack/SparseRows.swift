/// Equations between cells, one a row: the sum of its members, each counted once or taken off once, is a known number.
///
/// Held as compressed rows because a release of 50,000 cells has some 10,000 of them.
struct SparseRows: Sendable {
    private(set) var starts = [0]
    private(set) var columns: [Int32] = []
    /// 1 or -1, beside `columns`.
    private(set) var signs: [Int8] = []
    private(set) var sums: [Int] = []

    var count: Int { sums.count }

    /// Places in `columns` and `signs` of the members of one row.
    func members(of row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }

    mutating func append(_ members: [(column: Int, sign: Int8)], sum: Int) {
        for member in members {
            columns.append(Int32(member.column))
            signs.append(member.sign)
        }
        starts.append(columns.count)
        sums.append(sum)
    }

    /// A whole and its parts: whole = sum of the parts.
    mutating func append(whole: Int, parts: [Int]) {
        append(parts.map { ($0, 1) } + [(whole, -1)], sum: 0)
    }

    /// The rows that each column is in, in the order of the rows.
    func rowsByColumn(columns columnCount: Int) -> (starts: [Int], rows: [Int32]) {
        var starts = [Int](repeating: 0, count: columnCount + 1)
        for column in columns { starts[Int(column) + 1] += 1 }
        for column in 0..<columnCount { starts[column + 1] += starts[column] }
        var next = starts
        var rows = [Int32](repeating: 0, count: columns.count)
        for row in 0..<count {
            for member in members(of: row) {
                let column = Int(columns[member])
                rows[next[column]] = Int32(row)
                next[column] += 1
            }
        }
        return (starts, rows)
    }
}
