/// What one column contributes to the number of the cell that a row falls into.
///
/// The number of a cell is the sum over the terms of `lookup[column[row]]`: places of categories times their strides, in
/// mixed radix, the last breakdown running fastest. A filter is a term too: 0 lets a row in, `outside` keeps it out.
struct CubeTerm {
    let column: Column
    /// By value of the column.
    let lookup: [UInt32]
    /// The row that the first entry of the column is of.
    var firstRow = 0

    /// More than any cell number of a dense cube; a few of them added up do not overflow.
    static let outside: UInt32 = 1 << 27
}
