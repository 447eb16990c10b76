import Foundation

/// A row of bits that stands for a record: bit 0 is the highest of the first byte, as clkhash writes it.
package struct BitFilter: Hashable, Sendable {
    /// How many bits there are; a multiple of 8.
    package let length: Int
    /// Bit 0 is the highest of the first word; places past ``length`` are 0.
    private(set) var words: [UInt64]

    init(length: Int) {
        self.length = length
        words = [UInt64](repeating: 0, count: (length + 63) / 64)
    }

    /// - Parameter bytes: As many as the filter has bits, divided by 8.
    package init(bytes: some Sequence<UInt8>) {
        var words: [UInt64] = []
        var count = 0
        for byte in bytes {
            if count % 8 == 0 { words.append(0) }
            words[count / 8] |= UInt64(byte) << UInt64(56 - 8 * (count % 8))
            count += 1
        }
        self.words = words
        length = count * 8
    }

    /// The filter as clkhash and anonlink exchange it.
    package init?(base64: String) {
        guard let data = Data(base64Encoded: base64) else { return nil }
        self.init(bytes: data)
    }

    package var bytes: [UInt8] {
        (0..<length / 8).map { UInt8(truncatingIfNeeded: words[$0 / 8] >> UInt64(56 - 8 * ($0 % 8))) }
    }

    package var base64: String { Data(bytes).base64EncodedString() }

    /// How many bits are set.
    package var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    subscript(bit: Int) -> Bool {
        get { words[bit / 64] >> UInt64(63 - bit % 64) & 1 == 1 }
        set {
            let mask = UInt64(1) << UInt64(63 - bit % 64)
            if newValue { words[bit / 64] |= mask } else { words[bit / 64] &= ~mask }
        }
    }

    mutating func formUnion(_ other: BitFilter) {
        for place in words.indices { words[place] |= other.words[place] }
    }

    /// The first half of the bits XOR the second.
    func folded() -> BitFilter {
        var half = BitFilter(length: length / 2)
        for bit in 0..<length / 2 where self[bit] != self[bit + length / 2] { half[bit] = true }
        return half
    }

    /// Twice the bits that both have, divided by the bits that each has; 0 for two empty filters.
    package func dice(_ other: BitFilter) -> Double {
        let shared = zip(words, other.words).reduce(0) { $0 + ($1.0 & $1.1).nonzeroBitCount }
        let all = count + other.count
        return all > 0 ? 2 * Double(shared) / Double(all) : 0
    }
}
