/// Rank of a matrix of zeros and ones over the field with two elements, a row a word.
///
/// It is never more than the rank over the rationals. So where it is full, the rank is full; where it is not, nothing is
/// known. The answer costs a few operations a row, and is exact.
package struct BinaryRank: Sendable {
    private var basis: [UInt64] = []
    /// By position of the leading bit: where in `basis`, or -1.
    private var leading = Array(repeating: -1, count: 64)

    package init() { basis.reserveCapacity(64) }

    package var rank: Int { basis.count }

    package mutating func removeAll() {
        for row in basis { leading[63 - row.leadingZeroBitCount] = -1 }
        basis.removeAll(keepingCapacity: true)
    }

    package mutating func add(_ row: UInt64) {
        var rest = row
        while rest != 0 {
            let place = 63 - rest.leadingZeroBitCount
            let known = leading[place]
            if known < 0 {
                leading[place] = basis.count
                basis.append(rest)
                return
            }
            rest ^= basis[known]
        }
    }
}
