/// What an attacker holds in hand: cells without names, what is known of each before any reasoning, and the sums.
struct AdditiveSystem: Sendable {
    /// Stands for "no limit"; never added to anything.
    static let unbounded = 1 << 60

    /// The least and the greatest that each cell can be; equal for a published cell.
    var lower: [Int]
    var upper: [Int]
    /// The width that the interval of a cell must keep; 0 for a cell that is published or that nobody asks about.
    var required: [Int]
    var equations = SparseRows()

    init(cells: Int) {
        lower = Array(repeating: 0, count: cells)
        upper = Array(repeating: AdditiveSystem.unbounded, count: cells)
        required = Array(repeating: 0, count: cells)
    }

    var count: Int { lower.count }

    func isFixed(_ cell: Int) -> Bool { lower[cell] == upper[cell] }

    mutating func fix(_ cell: Int, at value: Int) {
        lower[cell] = value
        upper[cell] = value
    }
}
