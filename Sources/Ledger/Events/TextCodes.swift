import Mechanisms
import Vocabulary

// Spellings of bytes: hexadecimal for hashes, base64 (RFC 4648, with padding) for sealed values, 36 characters for ids.

private let base64Digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

func hexadecimalText(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: bytes.flatMap { [hexadecimalCharacter($0 >> 4), hexadecimalCharacter($0 & 15)] }, as: UTF8.self)
}

/// Nil for an odd number of digits or another character than 0–9 and a–f.
func hexadecimalBytes(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var half: UInt8?
    for character in text.utf8 {
        guard let digit = hexadecimalDigit(character) else { return nil }
        if let high = half {
            bytes.append(high << 4 | digit)
            half = nil
        } else {
            half = digit
        }
    }
    return half == nil ? bytes : nil
}

private func hexadecimalCharacter(_ digit: UInt8) -> UInt8 {
    digit < 10 ? digit + UInt8(ascii: "0") : digit + (UInt8(ascii: "a") - 10)
}

private func hexadecimalDigit(_ character: UInt8) -> UInt8? {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
    default: nil
    }
}

func appendBase64(_ bytes: [UInt8], to output: inout [UInt8]) {
    var position = 0
    while position < bytes.count {
        let left = bytes.count - position
        let word =
            UInt32(bytes[position]) << 16 | (left > 1 ? UInt32(bytes[position + 1]) << 8 : 0)
            | (left > 2 ? UInt32(bytes[position + 2]) : 0)
        output.append(base64Digits[Int(word >> 18 & 63)])
        output.append(base64Digits[Int(word >> 12 & 63)])
        output.append(left > 1 ? base64Digits[Int(word >> 6 & 63)] : UInt8(ascii: "="))
        output.append(left > 2 ? base64Digits[Int(word & 63)] : UInt8(ascii: "="))
        position += 3
    }
}

func base64Text(_ bytes: [UInt8]) -> String {
    var output: [UInt8] = []
    appendBase64(bytes, to: &output)
    return String(decoding: output, as: UTF8.self)
}

/// Nil for anything that ``appendBase64(_:to:)`` would not have written: one value has one spelling.
func base64Bytes(_ text: some Collection<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var word: UInt32 = 0
    var digits = 0
    var padding = 0
    for character in text {
        let value: UInt32
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(character) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(character) - 71
        case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(character) + 4
        case UInt8(ascii: "+"): value = 62
        case UInt8(ascii: "/"): value = 63
        case UInt8(ascii: "="):
            padding += 1
            value = 0
        default: return nil
        }
        guard padding == 0 || character == UInt8(ascii: "=") else { return nil }
        word = word << 6 | value
        digits += 1
        if digits % 4 == 0 {
            bytes.append(UInt8(truncatingIfNeeded: word >> 16))
            bytes.append(UInt8(truncatingIfNeeded: word >> 8))
            bytes.append(UInt8(truncatingIfNeeded: word))
            word = 0
        }
    }
    guard digits % 4 == 0, padding <= 2, padding <= bytes.count else { return nil }
    let spare = bytes.suffix(padding)
    guard spare.allSatisfy({ $0 == 0 }) else { return nil }
    bytes.removeLast(padding)
    return bytes
}

/// The order of ids, where many are sorted: the compiler sees through it, as it does not from another room.
func precedes(_ left: RecordID, _ right: RecordID) -> Bool {
    left.high == right.high ? left.low < right.low : left.high < right.high
}

extension RecordID {
    /// Writes the 36 characters of the id without making a text of it.
    func spell(into characters: UnsafeMutableRawBufferPointer) {
        let words = (
            eightDigits(high >> 32), eightDigits(high & 0xFFFF_FFFF), eightDigits(low >> 32),
            eightDigits(low & 0xFFFF_FFFF)
        )
        characters.storeBytes(of: words.0.bigEndian, toByteOffset: 0, as: UInt64.self)
        characters.storeBytes(of: UInt32(words.1 >> 32).bigEndian, toByteOffset: 9, as: UInt32.self)
        characters.storeBytes(of: UInt32(words.1 & 0xFFFF_FFFF).bigEndian, toByteOffset: 14, as: UInt32.self)
        characters.storeBytes(of: UInt32(words.2 >> 32).bigEndian, toByteOffset: 19, as: UInt32.self)
        characters.storeBytes(of: UInt32(words.2 & 0xFFFF_FFFF).bigEndian, toByteOffset: 24, as: UInt32.self)
        characters.storeBytes(of: words.3.bigEndian, toByteOffset: 28, as: UInt64.self)
        for place in [8, 13, 18, 23] { characters[place] = UInt8(ascii: "-") }
    }

    /// The eight hexadecimal digits of 32 bits, the first in the highest byte: all eight worked out side by side in one
    /// word, since an import spells many millions of ids.
    private func eightDigits(_ bits: UInt64) -> UInt64 {
        var digits = (bits | bits << 16) & 0x0000_FFFF_0000_FFFF
        digits = (digits | digits << 8) & 0x00FF_00FF_00FF_00FF
        digits = (digits | digits << 4) & 0x0F0F_0F0F_0F0F_0F0F
        // 1 in each byte whose digit is a letter.
        let letters = (digits + 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
        let letterOffset = UInt64(UInt8(ascii: "a") - UInt8(ascii: "0") - 10)
        return digits + 0x3030_3030_3030_3030 + letters * letterOffset
    }

    /// Appends the 36 characters of the id.
    func append(to bytes: inout [UInt8]) {
        withUnsafeTemporaryAllocation(byteCount: 36, alignment: 1) { characters in
            spell(into: characters)
            bytes.append(contentsOf: characters)
        }
    }

    /// The id that 36 stored characters spell; nil for anything else.
    init?(stored bytes: some Collection<UInt8>) {
        guard bytes.count == 36 else { return nil }
        var (high, low): (UInt64, UInt64) = (0, 0)
        var position = 0
        for character in bytes {
            if position == 8 || position == 13 || position == 18 || position == 23 {
                guard character == UInt8(ascii: "-") else { return nil }
            } else {
                guard let digit = hexadecimalDigit(character) else { return nil }
                high = high << 4 | low >> 60
                low = low << 4 | UInt64(digit)
            }
            position += 1
        }
        self.init(high: high, low: low)
    }
}
