// Goals, in order: (1) every row falls into exactly one cell or outside; (2) speed: column after column in blocks that stay
// in the first-level cache, no branch on the width of a column and no dictionary inside a block.
import Dispatch

/// Counts rows into a dense array of cells.
enum CubeKernel {
    private static let blockRows = 2048
    /// Below this many rows a second thread costs more than it brings (a thread starts in some 20 microseconds).
    private static let rowsWorthAThread = 1 << 17

    /// Rows a cell, for `cells` cells.
    ///
    /// - Parameter terms: Columns of the same length; see ``CubeTerm``.
    static func count(_ terms: [CubeTerm], rows: Range<Int>, cells: Int) -> [UInt32] {
        guard rows.count >= rowsWorthAThread, cells <= rows.count else {
            var counts = [UInt32](repeating: 0, count: cells)
            counts.withUnsafeMutableBufferPointer { add(terms, rows: rows, to: $0) }
            return counts
        }
        let middle = rows.lowerBound + rows.count / 2
        let halves = [rows.lowerBound..<middle, middle..<rows.upperBound]
        var counts = [UInt32](repeating: 0, count: cells * 2)
        counts.withUnsafeMutableBufferPointer { buffer in
            // Each thread writes its own half of the buffer, and the call returns when both are done.
            nonisolated(unsafe) let both = buffer
            DispatchQueue.concurrentPerform(iterations: 2) { half in
                let own = UnsafeMutableBufferPointer(rebasing: both[half * cells..<(half + 1) * cells])
                add(terms, rows: halves[half], to: own)
            }
            for cell in 0..<cells { buffer[cell] &+= buffer[cells + cell] }
        }
        counts.removeLast(cells)
        return counts
    }

    private static func add(_ terms: [CubeTerm], rows: Range<Int>, to counts: UnsafeMutableBufferPointer<UInt32>) {
        let cells = UInt32(counts.count)
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: blockRows) { numbers in
            var start = rows.lowerBound
            while start < rows.upperBound {
                let end = min(start + blockRows, rows.upperBound)
                let block = UnsafeMutableBufferPointer(rebasing: numbers[..<(end - start)])
                block.initialize(repeating: 0)
                for term in terms { add(term, from: start, to: block) }
                for number in block where number < cells { counts[Int(number)] &+= 1 }
                start = end
            }
        }
    }

    private static func add(_ term: CubeTerm, from start: Int, to block: UnsafeMutableBufferPointer<UInt32>) {
        let first = start - term.firstRow
        term.lookup.withUnsafeBufferPointer { lookup in
            switch term.column {
            case .bytes(let values): values.withUnsafeBufferPointer { gather($0, lookup, first, block) }
            case .words(let values): values.withUnsafeBufferPointer { gather($0, lookup, first, block) }
            case .longs(let values): values.withUnsafeBufferPointer { gather($0, lookup, first, block) }
            }
        }
    }

    @inline(__always)
    private static func gather<Value: UnsignedInteger & FixedWidthInteger>(
        _ values: UnsafeBufferPointer<Value>, _ lookup: UnsafeBufferPointer<UInt32>, _ start: Int,
        _ block: UnsafeMutableBufferPointer<UInt32>
    ) {
        // Checked once a block; the buffer subscripts are not checked in optimised builds.
        precondition(start >= 0 && start + block.count <= values.count)
        for row in 0..<block.count { block[row] &+= lookup[Int(values[start + row])] }
    }
}
