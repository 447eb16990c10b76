/// The letters that names and texts are compared in: a byte each, small enough to index a table of pairs.
enum Symbols {
    /// Between words.
    static let blank: UInt8 = 0
    /// `a` to `z` are 1...26, `0` to `9` are 27...36.
    static let firstDigit: UInt8 = 27
    /// Any other sign.
    static let sign: UInt8 = 37
    /// The sound of `sh`, whatever its spelling.
    static let sh: UInt8 = 38
    /// The sound of `ch` in “church”.
    static let ch: UInt8 = 39
    /// The sound of `s` in “measure”.
    static let zh: UInt8 = 40
    /// The sound of `ch` in “loch”.
    static let kh: UInt8 = 41
    /// How many there are: the side of a table of pairs, with one more for a letter left out.
    static let count = 42

    static func code(ofASCII byte: UInt8) -> UInt8 {
        switch byte {
        case 97...122: byte - 96
        case 48...57: byte - 48 + firstDigit
        case 0x20, 0x09, 0x2D, 0x5F, 0x2C, 0x2F, 0x0A, 0x0D, 0x3B: blank
        default: sign
        }
    }

    /// The letter as a reader knows it: `ŝ` for the sound of `sh`.
    static func character(of code: UInt8) -> Character {
        switch code {
        case blank: " "
        case 1...26: Character(Unicode.Scalar(code + 96))
        case 27...36: Character(Unicode.Scalar(code - 27 + 48))
        case sh: "ŝ"
        case ch: "ĉ"
        case zh: "ĵ"
        case kh: "ĥ"
        default: "·"
        }
    }

    static let vowels: UInt64 = [1, 5, 9, 15, 21, 25].reduce(0) { $0 | 1 << UInt64($1) }
    static func isVowel(_ code: UInt8) -> Bool { vowels >> UInt64(code) & 1 == 1 }
}
