/// How often each key stood in a file so far: a few bytes a row, not the keys themselves.
///
/// Keys are held as 64 bits of a hash that is seeded anew in every process; among a million rows two different keys
/// meet with a probability of about 3 in 10⁸, and then a row is held back, not lost.
struct KeyCounter {
    private var counts: [UInt64: UInt32] = [:]

    init() {}

    /// How often `key` came before this time.
    mutating func count(of key: [UInt8]) -> Int {
        var hasher = Hasher()
        key.withUnsafeBytes { hasher.combine(bytes: $0) }
        let hash = UInt64(bitPattern: Int64(hasher.finalize()))
        let before = counts[hash, default: 0]
        counts[hash] = before + 1
        return Int(before)
    }
}
