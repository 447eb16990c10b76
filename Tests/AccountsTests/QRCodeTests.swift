import Foundation
import Testing

@testable import Accounts

@Suite struct QRCodeTests {
    /// ISO/IEC 18004:2015, annex I: the symbol 1-M of `01234567`, its data codewords and their correction.
    @Test func correctsAsTheExampleOfTheStandard() {
        let data: [UInt8] = [16, 32, 12, 86, 97, 128, 236, 17, 236, 17, 236, 17, 236, 17, 236, 17]
        let correction: [UInt8] = [165, 36, 212, 193, 237, 54, 199, 135, 44, 85]
        #expect(ReedSolomon.correction(of: data, count: 10) == correction)
    }

    /// Annex C: level M with mask 101 is 100000011001110. Annex D: version 7 is 000111110010010100.
    @Test func saysFormatAndVersionAsTheExamplesOfTheStandard() {
        #expect(QRMatrix.formatBits(mask: 0b101) == 0b100_0000_1100_1110)
        #expect(QRMatrix.versionBits(7) == 0b00_0111_1100_1001_0100)
    }

    /// Table 7: bytes at level M.
    @Test(arguments: zip([14, 26, 42, 62, 84, 106, 122, 152, 180, 213], 1...10))
    func takesAsManyBytesAsTheStandardSays(bytes: Int, version: Int) {
        #expect(QRVersion.smallest(for: bytes)?.number == version)
        #expect(QRVersion.smallest(for: bytes + 1)?.number == (version == 10 ? nil : version + 1))
    }

    /// Table 1: modules that carry codewords, and the remainder that carries nothing.
    @Test(arguments: [(1, 0), (2, 7), (6, 7), (7, 0), (10, 0)])
    func fillsTheSymbol(number: Int, remainder: Int) {
        let version = QRVersion.all[number - 1]
        let codewords = version.interleaved(Array(repeating: 0, count: version.dataCodewords)).count
        // All finders, timing, alignment, format and version modules, by the formula of table 1.
        let alignments = number == 1 ? 0 : version.centres.count * version.centres.count - 3
        let onTiming = number < 7 ? 0 : (version.centres.count - 2) * 2 * 5
        let fixed = 3 * 64 + 2 * (version.side - 16) + 25 * alignments - onTiming + 31 + (number < 7 ? 0 : 36)
        #expect(version.side * version.side - fixed == codewords * 8 + remainder)
    }

    @Test func isDrawnWithAQuietZoneAndAName() throws {
        let code = try #require(QRCode("otpauth://totp/x"))
        let drawing = code.drawing(label: "A <code> & \"more\"")
        #expect(drawing.contains("viewBox=\"0 0 \(code.side + 8) \(code.side + 8)\""))
        #expect(drawing.contains("aria-label=\"A &lt;code> &amp; &quot;more&quot;\""))
        #expect(drawing.contains("M4 4h1v1h-1z"))
        #expect(QRCode(String(repeating: "x", count: 214)) == nil)
    }

    /// For a reader of others: `QR_CODES` names a folder to write to, see `scripts/try-qr-codes`.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["QR_CODES"] != nil))
    func writesCodesOfEverySizeForAReaderOfOthers() throws {
        let folder = URL(filePath: try #require(ProcessInfo.processInfo.environment["QR_CODES"]))
        for count in 1...213 {
            let text = String((0..<count).map { Character(Unicode.Scalar(UInt8(33 + ($0 * 7 + count) % 90))) })
            let code = try #require(QRCode(text))
            let rows = (0..<code.side).map { row in
                String((0..<code.side).map { code.isDark(row: row, column: $0) ? "1" : "0" })
            }
            try Data(([text] + rows).joined(separator: "\n").utf8).write(to: folder.appending(path: "\(count).txt"))
        }
    }
}
