/// Levels of pairs of values that were compared before, for every field: names are compared once, as long as they are
/// met again soon. A fixed table where the last comer wins, so that memory stays what it is.
final class LevelCaches {
    private let entries: UnsafeMutableBufferPointer<UInt64>
    private let size: Int

    /// - Parameter bits: Each field remembers two to this power levels, eight bytes each.
    init(fields: Int, bits: Int) {
        size = 1 << bits
        entries = .allocate(capacity: fields << bits)
        entries.initialize(repeating: 0)
    }

    deinit { entries.deallocate() }

    /// The level of two values, where it is remembered. Values are numbered below 2²⁸; the first is the smaller.
    @inline(__always)
    func remembered(_ field: Int, _ low: UInt32, _ high: UInt32) -> UInt8? {
        let entry = entries[place(field, low, high)]
        return entry >> 8 == key(low, high) ? UInt8(truncatingIfNeeded: entry) : nil
    }

    @inline(__always)
    func remember(_ field: Int, _ low: UInt32, _ high: UInt32, _ level: UInt8) {
        entries[place(field, low, high)] = key(low, high) << 8 | UInt64(level)
    }

    @inline(__always)
    private func key(_ low: UInt32, _ high: UInt32) -> UInt64 { UInt64(low) << 28 | UInt64(high) }

    @inline(__always)
    private func place(_ field: Int, _ low: UInt32, _ high: UInt32) -> Int {
        field * size + (Int(truncatingIfNeeded: mixed(key(low, high)) >> 20) & (size - 1))
    }
}

/// The finaliser of SplitMix64: every bit of the result depends on every bit of the value.
@inline(__always)
func mixed(_ value: UInt64) -> UInt64 {
    var value = value &+ 0x9E37_79B9_7F4A_7C15
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
}
