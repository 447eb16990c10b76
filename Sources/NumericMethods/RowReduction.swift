/// A matrix brought to reduced row echelon form: its rank, and what it maps to zero.
///
/// Meant for designs of zeros and ones, whose reduced entries are ratios of small whole numbers: an entry below
/// ``tolerance`` is a zero that rounding left over.
package struct RowReduction: Sendable {
    package static let tolerance = 1e-9

    private let columns: Int
    /// Reduced rows, each with a one in its pivot column.
    private var rows: [[Double]] = []
    package private(set) var pivots: [Int] = []

    /// - Parameters:
    ///   - matrix: Rows of the same length.
    ///   - columns: That length, since there may be no row.
    package init(_ matrix: [[Double]], columns: Int) {
        self.columns = columns
        var left = matrix
        for column in 0..<columns {
            let best = left.indices.max { abs(left[$0][column]) < abs(left[$1][column]) }
            guard let best, abs(left[best][column]) > Self.tolerance else { continue }
            var pivot = left.remove(at: best)
            let scale = pivot[column]
            for place in column..<columns { pivot[place] /= scale }
            for row in left.indices { Self.subtract(pivot, from: &left[row], column) }
            for row in rows.indices { Self.subtract(pivot, from: &rows[row], column) }
            rows.append(pivot)
            pivots.append(column)
        }
    }

    package var rank: Int { pivots.count }

    /// A basis of the vectors that every row maps to zero, one for each column without a pivot.
    package func kernel() -> [[Double]] {
        let free = (0..<columns).filter { !pivots.contains($0) }
        return free.map { column in
            var vector = Array(repeating: 0.0, count: columns)
            vector[column] = 1
            for (row, pivot) in pivots.enumerated() { vector[pivot] = -rows[row][column] }
            return vector
        }
    }

    private static func subtract(_ pivot: [Double], from row: inout [Double], _ column: Int) {
        let factor = row[column]
        guard factor != 0 else { return }
        for place in column..<row.count {
            let value = row[place] - factor * pivot[place]
            row[place] = abs(value) < tolerance ? 0 : value
        }
    }
}
