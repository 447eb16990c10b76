/// A part of the system that shares no cell with the rest, with its cells and rows numbered from 0.
struct Block {
    /// Place in the whole system of each cell of the block.
    var cells: [Int] = []
    /// Place in the whole system of each row of the block.
    var rows: [Int] = []
    var equations = SparseRows()

    /// The independent blocks of the cells that `lower` and `upper` leave open, leaving out the `dropped` rows.
    ///
    /// Rows that say the same of the open cells are kept once.
    static func split(
        _ equations: SparseRows, lower: [Int], upper: [Int], dropped: [Bool]
    ) -> [Block] {
        var leader = Array(0..<lower.count)
        func root(_ cell: Int) -> Int {
            var cell = cell
            while leader[cell] != cell {
                leader[cell] = leader[leader[cell]]
                cell = leader[cell]
            }
            return cell
        }
        var seen = Set<OpenRow>()
        var open: [(row: Int, content: OpenRow)] = []
        for row in 0..<equations.count where !dropped[row] {
            let content = OpenRow(equations, row: row, lower: lower, upper: upper)
            guard let first = content.columns.first, seen.insert(content).inserted else { continue }
            open.append((row, content))
            let top = root(Int(first))
            for column in content.columns.dropFirst() { leader[root(Int(column))] = top }
        }
        var blocks: [Block] = []
        var blockOfRoot: [Int: Int] = [:]
        var place = [Int](repeating: 0, count: lower.count)
        for cell in lower.indices where lower[cell] != upper[cell] {
            let number = blockOfRoot[root(cell)] ?? blocks.count
            if number == blocks.count {
                blockOfRoot[root(cell)] = number
                blocks.append(Block())
            }
            place[cell] = blocks[number].cells.count
            blocks[number].cells.append(cell)
        }
        for (row, content) in open {
            guard let first = content.columns.first, let number = blockOfRoot[root(Int(first))] else { continue }
            let members = zip(content.columns, content.signs).map { (column: place[Int($0)], sign: $1) }
            blocks[number].equations.append(members, sum: content.sum)
            blocks[number].rows.append(row)
        }
        return blocks
    }
}

/// What a row says of the cells that are still open.
private struct OpenRow: Hashable {
    private(set) var columns: [Int32] = []
    private(set) var signs: [Int8] = []
    private(set) var sum: Int

    init(_ equations: SparseRows, row: Int, lower: [Int], upper: [Int]) {
        sum = equations.sums[row]
        for member in equations.members(of: row) {
            let column = equations.columns[member]
            if lower[Int(column)] == upper[Int(column)] {
                sum -= Int(equations.signs[member]) * lower[Int(column)]
            } else {
                columns.append(column)
                signs.append(equations.signs[member])
            }
        }
    }
}
