/// The levels of all fields of one pair in four bits each, and whether given and family name had to change places.
struct Pattern: Hashable {
    var bits: UInt64

    static let swapFlag: UInt64 = 1 << 60
    init(bits: UInt64) { self.bits = bits }
    init() { bits = 0 }

    func level(_ field: Int) -> UInt8 { UInt8(truncatingIfNeeded: bits >> UInt64(4 * field) & 0xF) }

    mutating func set(_ field: Int, _ level: UInt8) { bits |= UInt64(level) << UInt64(4 * field) }

    var isSwapped: Bool { bits & Pattern.swapFlag != 0 }

    /// Whether there is a field of which both records say something.
    var saysAnything: Bool { bits != 0 }
}
