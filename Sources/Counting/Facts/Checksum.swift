/// A 64-bit checksum (FNV-1a over words, with a final mix) against truncation and decay, not against a forger.
struct Checksum {
    private(set) var state: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ word: UInt64) {
        state = (state ^ word) &* 0x0000_0100_0000_01B3
        state ^= state >> 29
    }

    mutating func add(text: String) {
        add(UInt64(text.utf8.count))
        for byte in text.utf8 { add(UInt64(byte)) }
    }

    mutating func add(bytes: UnsafeRawBufferPointer) {
        let words = bytes.count / 8
        for word in 0..<words {
            add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)))
        }
        for byte in bytes[(words * 8)...] { add(UInt64(byte)) }
        add(UInt64(bytes.count))
    }

    var value: UInt64 { (state ^ (state >> 32)) &* 0x9E37_79B9_7F4A_7C15 }
}
