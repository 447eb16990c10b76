/// Rank of a matrix of zeros and ones over the field with two elements, a row up to 128 bits in two words.
///
/// It is never more than the rank over the rationals. So where it is full, the rank is full; where it is not, nothing is
/// known. The answer costs a few operations a row, and is exact.
package struct BinaryRank: Sendable {
    /// A row: columns 0 to 63 in the first word, 64 to 127 in the second.
    package struct Row: Sendable, Equatable {
        package var low: UInt64 = 0
        package var high: UInt64 = 0

        package init(low: UInt64 = 0, high: UInt64 = 0) {
            self.low = low
            self.high = high
        }

        /// The last column that is 1; -1 where all are 0.
        var last: Int {
            if high != 0 { return 127 - high.leadingZeroBitCount }
            return 63 - low.leadingZeroBitCount
        }
    }

    package static let mostColumns = 128

    private var basis: [Row] = []
    /// By position of the last 1: where in `basis`, or -1.
    private var leading = Array(repeating: -1, count: mostColumns)

    package init() { basis.reserveCapacity(64) }

    package var rank: Int { basis.count }

    package mutating func removeAll() {
        for row in basis { leading[row.last] = -1 }
        basis.removeAll(keepingCapacity: true)
    }

    package mutating func add(_ row: Row) {
        var rest = row
        while rest.low | rest.high != 0 {
            let place = rest.last
            let known = leading[place]
            if known < 0 {
                leading[place] = basis.count
                basis.append(rest)
                return
            }
            rest.low ^= basis[known].low
            rest.high ^= basis[known].high
        }
    }
}
