/// A column of small numbers in the narrowest width that holds them: one byte, two or four an entry.
enum Column: Sendable {
    case bytes([UInt8])
    case words([UInt16])
    case longs([UInt32])

    /// - Parameter cardinality: All values are below it.
    init(_ values: [UInt32], cardinality: Int) {
        if cardinality <= 1 << 8 {
            self = .bytes(values.map(UInt8.init(truncatingIfNeeded:)))
        } else if cardinality <= 1 << 16 {
            self = .words(values.map(UInt16.init(truncatingIfNeeded:)))
        } else {
            self = .longs(values)
        }
    }

    subscript(row: Int) -> Int {
        switch self {
        case .bytes(let values): Int(values[row])
        case .words(let values): Int(values[row])
        case .longs(let values): Int(values[row])
        }
    }
}
