/// A text as a square of dark and light modules that a telephone reads: bytes, error correction level M.
///
/// Source: ISO/IEC 18004:2015, models 2, versions 1 to 10: up to 213 bytes, more than any address of an authenticator.
/// Written here, since none of the packages at hand draws one.
package struct QRCode: Sendable {
    /// Modules on a side, without the quiet zone of four around them.
    package let side: Int
    private let isDark: [Bool]

    /// Nil for more than 213 bytes of UTF-8.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let version = QRVersion.smallest(for: bytes.count) else { return nil }
        var best: (penalty: Int, matrix: QRMatrix)?
        for mask in 0..<8 {
            var matrix = QRMatrix(version)
            matrix.place(version.interleaved(QRCode.codewords(bytes, version)), mask: mask)
            let penalty = QRPenalty.of(matrix)
            if best.map({ penalty < $0.penalty }) ?? true { best = (penalty, matrix) }
        }
        guard let matrix = best?.matrix else { return nil }
        side = matrix.side
        isDark = matrix.isDark
    }

    /// Whether the module in this row and column, counted from 0 at the top left, is dark.
    package func isDark(row: Int, column: Int) -> Bool { isDark[row * side + column] }

    /// One path of squares on a light ground, with the quiet zone; it scales to the width that the page gives it.
    ///
    /// - Parameter label: What somebody hears who does not see it; markup in it is escaped.
    package func drawing(label: String) -> String {
        var path = ""
        for row in 0..<side {
            for column in 0..<side where isDark(row: row, column: column) {
                path += "M\(column + 4) \(row + 4)h1v1h-1z"
            }
        }
        let escaped = label.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
        let whole = side + 8
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(whole) \(whole)" role="img" aria-label="\(escaped)" \
            shape-rendering="crispEdges"><path fill="#fff" d="M0 0h\(whole)v\(whole)H0z"/><path fill="#000" d="\(path)"/></svg>
            """
    }

    /// Mode, count, bytes, end, and filling up to what the version holds: section 7.4.
    static func codewords(_ bytes: [UInt8], _ version: QRVersion) -> [UInt8] {
        var bits: [Bool] = []
        func append(_ value: Int, _ count: Int) {
            bits += (0..<count).reversed().map { value >> $0 & 1 == 1 }
        }
        append(0b0100, 4)
        append(bytes.count, version.countBits)
        for byte in bytes { append(Int(byte), 8) }
        append(0, min(4, version.dataCodewords * 8 - bits.count))
        append(0, (8 - bits.count % 8) % 8)
        var words = stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
        }
        while words.count < version.dataCodewords {
            words.append((words.count - bits.count / 8) % 2 == 0 ? 0xEC : 0x11)
        }
        return words
    }
}
