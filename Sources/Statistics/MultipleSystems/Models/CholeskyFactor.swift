/// Solves the normal equations of a fit in place, in memory that is used again.
struct CholeskyFactor: ~Copyable {
    private var entries: UnsafeMutableBufferPointer<Double> = .allocate(capacity: 0)
    /// The right-hand side; after ``solve()`` the solution.
    private(set) var right: UnsafeMutableBufferPointer<Double> = .allocate(capacity: 0)
    private var size = 0

    deinit {
        entries.deallocate()
        right.deallocate()
    }

    /// Room for `size` unknowns.
    mutating func prepare(_ size: Int) {
        self.size = size
        guard right.count < size else { return }
        entries.deallocate()
        right.deallocate()
        entries = .allocate(capacity: size * size)
        right = .allocate(capacity: size)
        entries.initialize(repeating: 0)
        right.initialize(repeating: 0)
    }

    /// An entry on or below the diagonal.
    subscript(row: Int, column: Int) -> Double {
        get { entries[row * size + column] }
        nonmutating set { entries[row * size + column] = newValue }
    }

    /// Last diagonal entry: one over the standard error of the last parameter, where the matrix is an information.
    var lastPivot: Double { self[size - 1, size - 1] }

    /// - Returns: Whether the matrix is positive definite as far as rounding lets see.
    mutating func factorise() -> Bool {
        for row in 0..<size {
            let head = entries.baseAddress.map { $0 + row * size }
            guard let head else { return false }
            for column in 0...row {
                let other = UnsafePointer(head) + (column - row) * size
                var sum = head[column]
                for place in 0..<column { sum -= head[place] * other[place] }
                if column < row {
                    head[column] = sum / other[column]
                } else {
                    guard sum > head[column] * 1e-14 else { return false }
                    head[column] = sum.squareRoot()
                }
            }
        }
        return true
    }

    mutating func solve() {
        for row in 0..<size {
            var sum = right[row]
            for column in 0..<row { sum -= self[row, column] * right[column] }
            right[row] = sum / self[row, row]
        }
        for row in (0..<size).reversed() {
            var sum = right[row]
            for lower in (row + 1)..<max(size, row + 1) { sum -= self[lower, row] * right[lower] }
            right[row] = sum / self[row, row]
        }
    }

    /// Calls with each diagonal entry of the inverse; the right-hand side is used up.
    mutating func forEachInverseDiagonal(_ body: (Int, Double) -> Void) {
        for unit in 0..<size {
            // The column of the inverse of the triangle, whose squares add up to the entry.
            var sum = 0.0
            for row in unit..<size {
                var value = row == unit ? 1.0 : 0
                for column in unit..<row { value -= self[row, column] * right[column] }
                right[row] = value / self[row, row]
                sum += right[row] * right[row]
            }
            body(unit, sum)
        }
    }
}
