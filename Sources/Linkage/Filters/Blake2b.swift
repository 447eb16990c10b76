// Source: RFC 7693; checked with its vector and with the filters of clkhash in `Blake2bTests`.

/// BLAKE2b with 64 bytes of digest, a key and a salt: what `blakeHash` of a linkage schema counts in.
enum Blake2b {
    /// The digest of a message.
    ///
    /// - Parameters:
    ///   - key: At most 64 bytes.
    ///   - salt: At most 16 bytes; padded with zeros.
    static func digest(_ message: [UInt8], key: [UInt8], salt: [UInt8] = []) -> [UInt8] {
        precondition(key.count <= 64 && salt.count <= 16, "a longer key or salt is refused with the schema")
        var state = initial
        state[0] ^= 0x0101_0000 ^ UInt64(key.count) << 8 ^ 64
        let paddedSalt = salt + [UInt8](repeating: 0, count: 16 - salt.count)
        state[4] ^= word(paddedSalt, 0)
        state[5] ^= word(paddedSalt, 1)
        var bytes = key.isEmpty ? [] : key + [UInt8](repeating: 0, count: block - key.count)
        bytes += message
        if bytes.isEmpty { bytes = [UInt8](repeating: 0, count: block) }
        let length = key.isEmpty ? message.count : block + message.count
        let blocks = max(1, (bytes.count + block - 1) / block)
        bytes += [UInt8](repeating: 0, count: blocks * block - bytes.count)
        for place in 0..<blocks {
            let isLast = place == blocks - 1
            let counted = isLast ? length : (place + 1) * block
            compress(&state, bytes, at: place * block, counted: UInt64(counted), isLast: isLast)
        }
        return state.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * UInt64($0))) } }
    }

    private static let block = 128

    private static let initial: [UInt64] = [
        0x6a09_e667_f3bc_c908, 0xbb67_ae85_84ca_a73b, 0x3c6e_f372_fe94_f82b, 0xa54f_f53a_5f1d_36f1,
        0x510e_527f_ade6_82d1, 0x9b05_688c_2b3e_6c1f, 0x1f83_d9ab_fb41_bd6b, 0x5be0_cd19_137e_2179,
    ]

    private static let order: [[Int]] = [
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
        [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4], [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
        [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13], [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
        [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11], [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
        [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5], [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
    ]

    private static func word(_ bytes: [UInt8], _ place: Int) -> UInt64 {
        (0..<8).reduce(0) { $0 | UInt64(bytes[place * 8 + $1]) << (8 * UInt64($1)) }
    }

    private static func compress(
        _ state: inout [UInt64], _ bytes: [UInt8], at start: Int, counted: UInt64, isLast: Bool
    ) {
        var message = [UInt64](repeating: 0, count: 16)
        for place in 0..<16 {
            for byte in 0..<8 { message[place] |= UInt64(bytes[start + place * 8 + byte]) << (8 * UInt64(byte)) }
        }
        var work = state + initial
        work[12] ^= counted
        if isLast { work[14] = ~work[14] }
        func mix(_ a: Int, _ b: Int, _ c: Int, _ d: Int, _ x: UInt64, _ y: UInt64) {
            work[a] = work[a] &+ work[b] &+ x
            work[d] = turned(work[d] ^ work[a], 32)
            work[c] = work[c] &+ work[d]
            work[b] = turned(work[b] ^ work[c], 24)
            work[a] = work[a] &+ work[b] &+ y
            work[d] = turned(work[d] ^ work[a], 16)
            work[c] = work[c] &+ work[d]
            work[b] = turned(work[b] ^ work[c], 63)
        }
        for round in 0..<12 {
            let places = order[round % 10]
            for column in 0..<4 {
                mix(
                    column, column + 4, column + 8, column + 12, message[places[2 * column]],
                    message[places[2 * column + 1]])
            }
            for column in 0..<4 {
                mix(
                    column, (column + 1) % 4 + 4, (column + 2) % 4 + 8, (column + 3) % 4 + 12,
                    message[places[8 + 2 * column]], message[places[9 + 2 * column]])
            }
        }
        for place in 0..<8 { state[place] ^= work[place] ^ work[place + 8] }
    }

    private static func turned(_ word: UInt64, _ bits: UInt64) -> UInt64 { word >> bits | word << (64 - bits) }
}
