/// Reasoning one equation at a time: what the other members leave for each member, until nothing changes.
///
/// Settles most cells of most tables without a solver. It is sound (never excludes a possible value) but not complete:
/// what needs two equations together is left to `BlockAttack`.
struct BoundPropagation {
    /// An equation that no values within the bounds can satisfy, and by how much it fails at least.
    struct Conflict {
        let row: Int
        let amount: Int
    }

    private(set) var lower: [Int]
    private(set) var upper: [Int]
    /// The equation that set the bound last; -1 for none.
    private(set) var lowerPin: [Int32]
    private(set) var upperPin: [Int32]
    /// Equations looked at, as a measure of work that is the same on every machine.
    private(set) var visits = 0

    private let equations: SparseRows
    private let rowStarts: [Int]
    private let rowsOfColumn: [Int32]
    private var queue: [Int32] = []
    private var isQueued: [Bool]
    private var visitsOfRow: [UInt8]

    /// A row is looked at so often at most: bounds that creep towards each other by ones are left to the solver.
    private static let visitsPerRow: UInt8 = 60

    init(_ system: AdditiveSystem) {
        lower = system.lower
        upper = system.upper
        lowerPin = Array(repeating: -1, count: system.count)
        upperPin = lowerPin
        equations = system.equations
        (rowStarts, rowsOfColumn) = equations.rowsByColumn(columns: system.count)
        isQueued = Array(repeating: false, count: equations.count)
        visitsOfRow = Array(repeating: 0, count: equations.count)
    }

    /// Runs over all rows but `dropped`, up to the first conflict; nil where there is none.
    mutating func run(without dropped: [Bool]) -> Conflict? {
        queue = (0..<equations.count).filter { !dropped[$0] }.map(Int32.init)
        for row in queue { isQueued[Int(row)] = true }
        var head = 0
        while head < queue.count {
            let row = Int(queue[head])
            head += 1
            isQueued[row] = false
            guard !dropped[row], visitsOfRow[row] < Self.visitsPerRow else { continue }
            visitsOfRow[row] += 1
            if let conflict = visit(row) { return conflict }
            if head > 1 << 16, head * 2 > queue.count {
                queue.removeFirst(head)
                head = 0
            }
        }
        return nil
    }

    private mutating func visit(_ row: Int) -> Conflict? {
        visits += 1
        var least = Activity()
        var most = Activity()
        for member in equations.members(of: row) {
            let column = Int(equations.columns[member])
            if equations.signs[member] > 0 {
                least.add(lower[column])
                most.add(upper[column])
            } else {
                least.subtract(upper[column])
                most.subtract(lower[column])
            }
        }
        let sum = equations.sums[row]
        if let floor = least.value, floor > sum { return Conflict(row: row, amount: floor - sum) }
        if let ceiling = most.value, ceiling < sum { return Conflict(row: row, amount: sum - ceiling) }
        for member in equations.members(of: row) {
            let column = Int(equations.columns[member])
            let low = lower[column]
            let high = upper[column]
            guard low != high else { continue }
            if equations.signs[member] > 0 {
                if let others = least.without(low) { lowerUpper(of: column, to: sum - others, by: row) }
                if let others = most.without(high) { raiseLower(of: column, to: sum - others, by: row) }
            } else {
                if let others = least.without(negated: high) { raiseLower(of: column, to: others - sum, by: row) }
                if let others = most.without(negated: low) { lowerUpper(of: column, to: others - sum, by: row) }
            }
        }
        return nil
    }

    private mutating func raiseLower(of column: Int, to value: Int, by row: Int) {
        guard value > lower[column] else { return }
        lower[column] = value
        lowerPin[column] = Int32(row)
        enqueueRows(of: column, but: row)
    }

    private mutating func lowerUpper(of column: Int, to value: Int, by row: Int) {
        guard value < upper[column] else { return }
        upper[column] = value
        upperPin[column] = Int32(row)
        enqueueRows(of: column, but: row)
    }

    private mutating func enqueueRows(of column: Int, but origin: Int) {
        for place in rowStarts[column]..<rowStarts[column + 1] {
            let row = Int(rowsOfColumn[place])
            if row != origin, !isQueued[row] {
                isQueued[row] = true
                queue.append(Int32(row))
            }
        }
    }
}

/// A sum of bounds of which some may be endless.
private struct Activity {
    private var finite = 0
    private var endless = 0

    var value: Int? { endless == 0 ? finite : nil }

    mutating func add(_ bound: Int) {
        if isEndless(bound) { endless += 1 } else { finite += bound }
    }

    mutating func subtract(_ bound: Int) {
        if isEndless(bound) { endless += 1 } else { finite -= bound }
    }

    /// The sum without one of the bounds that was added; nil where the rest is endless.
    func without(_ bound: Int) -> Int? {
        if isEndless(bound) { return endless == 1 ? finite : nil }
        return endless == 0 ? finite - bound : nil
    }

    /// The sum without one of the bounds that was subtracted.
    func without(negated bound: Int) -> Int? {
        if isEndless(bound) { return endless == 1 ? finite : nil }
        return endless == 0 ? finite + bound : nil
    }

    private func isEndless(_ bound: Int) -> Bool { abs(bound) >= AdditiveSystem.unbounded }
}
