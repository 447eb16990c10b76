/// A size of the square, with how its codewords are divided at level M: table 9 and annex E of the standard.
struct QRVersion: Equatable {
    let number: Int
    /// Error-correcting codewords of each block.
    let correction: Int
    /// Data codewords of each block; longer blocks stand last.
    let blocks: [Int]
    /// Where alignment patterns have their centres, along rows and along columns.
    let centres: [Int]

    var side: Int { 17 + 4 * number }
    var dataCodewords: Int { blocks.reduce(0, +) }
    var countBits: Int { number < 10 ? 8 : 16 }

    static let all = [
        QRVersion(number: 1, correction: 10, blocks: [16], centres: []),
        QRVersion(number: 2, correction: 16, blocks: [28], centres: [6, 18]),
        QRVersion(number: 3, correction: 26, blocks: [44], centres: [6, 22]),
        QRVersion(number: 4, correction: 18, blocks: [32, 32], centres: [6, 26]),
        QRVersion(number: 5, correction: 24, blocks: [43, 43], centres: [6, 30]),
        QRVersion(number: 6, correction: 16, blocks: [27, 27, 27, 27], centres: [6, 34]),
        QRVersion(number: 7, correction: 18, blocks: [31, 31, 31, 31], centres: [6, 22, 38]),
        QRVersion(number: 8, correction: 22, blocks: [38, 38, 39, 39], centres: [6, 24, 42]),
        QRVersion(number: 9, correction: 22, blocks: [36, 36, 36, 37, 37], centres: [6, 26, 46]),
        QRVersion(number: 10, correction: 26, blocks: [43, 43, 43, 43, 44], centres: [6, 28, 50]),
    ]

    static func smallest(for bytes: Int) -> QRVersion? {
        all.first { 4 + $0.countBits + bytes * 8 <= $0.dataCodewords * 8 }
    }

    /// The codewords in the order in which they are placed: the first of each block, the second of each …, then the
    /// correction in the same way.
    func interleaved(_ codewords: [UInt8]) -> [UInt8] {
        var rest = codewords[...]
        let data = blocks.map { count in
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }
        let corrections = data.map { ReedSolomon.correction(of: $0, count: correction) }
        return [data, corrections].flatMap { parts in
            (0..<(parts.map(\.count).max() ?? 0)).flatMap { place in
                parts.compactMap { place < $0.count ? $0[place] : nil }
            }
        }
    }
}

/// Reed–Solomon codes over the field of 256 elements with the polynomial x⁸ + x⁴ + x³ + x² + 1.
enum ReedSolomon {
    static func correction(of data: [UInt8], count: Int) -> [UInt8] {
        let generator = generator(of: count)
        var remainder = [UInt8](repeating: 0, count: count)
        for word in data {
            let factor = word ^ remainder[0]
            remainder.removeFirst()
            remainder.append(0)
            for place in 0..<count { remainder[place] ^= multiply(generator[place], factor) }
        }
        return remainder
    }

    /// (x − 2⁰)(x − 2¹)…, without its highest coefficient, which is 1.
    private static func generator(of count: Int) -> [UInt8] {
        var coefficients = [UInt8](repeating: 0, count: count - 1) + [1]
        var root: UInt8 = 1
        for _ in 0..<count {
            for place in 0..<count {
                coefficients[place] = multiply(coefficients[place], root)
                if place + 1 < count { coefficients[place] ^= coefficients[place + 1] }
            }
            root = multiply(root, 2)
        }
        return coefficients
    }

    static func multiply(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var product: UInt16 = 0
        for bit in (0..<8).reversed() {
            product = product << 1 ^ (product >> 7 & 1) * 0x11D
            product ^= UInt16(right >> UInt8(bit) & 1) * UInt16(left)
        }
        return UInt8(truncatingIfNeeded: product)
    }
}
