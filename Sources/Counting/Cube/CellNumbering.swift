/// Numbers for the cells of a cube: places of categories in mixed radix, the last breakdown running fastest, so that
/// ascending numbers are cells in the order of their coordinates.
struct CellNumbering {
    /// Of each breakdown: how many cells lie between one category and the next.
    let strides: [UInt64]
    /// How many cells there are.
    let cells: UInt64

    /// Nil where the cells are too many to be numbered.
    init?(_ sizes: [Int]) {
        var strides: [UInt64] = []
        var cells: UInt64 = 1
        for size in sizes.reversed() {
            strides.insert(cells, at: 0)
            let (product, overflows) = cells.multipliedReportingOverflow(by: UInt64(max(size, 1)))
            guard !overflows, product < 1 << 62 else { return nil }
            cells = product
        }
        self.strides = strides
        self.cells = cells
    }

    /// Shows the place in each breakdown of the cell with a number.
    @inline(__always)
    func decode(_ number: UInt64, _ show: (_ dimension: Int, _ place: Int) -> Void) {
        // Dividing 32 bits is several times faster, and a dense cube never needs more.
        if var rest = UInt32(exactly: number), cells <= UInt32.max {
            for dimension in strides.indices {
                let stride = UInt32(truncatingIfNeeded: strides[dimension])
                let place = rest / stride
                rest -= place * stride
                show(dimension, Int(place))
            }
            return
        }
        var rest = number
        for dimension in strides.indices {
            let place = rest / strides[dimension]
            rest -= place * strides[dimension]
            show(dimension, Int(place))
        }
    }
}
