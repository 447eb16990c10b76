/// A text in which numbers are looked for: a byte for each Unicode scalar, so that places in both are the same.
///
/// Letters of Latin script lose their accents, digits of Arabic script become ours, every kind of space, hyphen and
/// slash becomes the plain one. Letters of other scripts are `otherLetter`, everything else is `other`.
struct NumberText: Sendable {
    let bytes: [UInt8]
    private let scalars: [Unicode.Scalar]

    static let otherLetter: UInt8 = 0x80
    static let other: UInt8 = 0x81

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        bytes = scalars.map(NumberText.fold)
    }

    var count: Int { bytes.count }

    /// The byte at a place; nil before the beginning and after the end.
    subscript(place: Int) -> UInt8? { bytes.indices.contains(place) ? bytes[place] : nil }

    /// What stands before a place, in small letters.
    ///
    /// - Parameter length: At most so many scalars.
    func before(_ place: Int, _ length: Int) -> String {
        String(decoding: bytes[max(place - length, 0)..<place].map(NumberText.small), as: UTF8.self)
    }

    /// Whether a word of any script begins at the place.
    func isWord(_ word: [Unicode.Scalar], at place: Int) -> Bool {
        place >= 0 && place + word.count <= count && scalars[place..<(place + word.count)].elementsEqual(word)
            && self[place + word.count].map(NumberText.isWordLetter) != true
    }

    func written(_ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[range])
        return String(text)
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
    static func isLetter(_ byte: UInt8) -> Bool { isCapital(byte) || (byte >= 0x61 && byte <= 0x7A) }
    /// Letters of any script, and digits.
    static func isWordLetter(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte == otherLetter }
    static func small(_ byte: UInt8) -> UInt8 { isCapital(byte) ? byte + 0x20 : byte }

    private static func fold(_ scalar: Unicode.Scalar) -> UInt8 {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E: UInt8(scalar.value)
        case 0xA0, 0x2000...0x200A, 0x202F: UInt8(ascii: " ")
        case 0x2010...0x2015, 0x2212: UInt8(ascii: "-")
        case 0x2044, 0x2215: UInt8(ascii: "/")
        case 0x2019: UInt8(ascii: "'")
        case 0x0660...0x0669: UInt8(scalar.value - 0x0660) + 0x30
        case 0x06F0...0x06F9: UInt8(scalar.value - 0x06F0) + 0x30
        case 0xC0...0x24F: latin(scalar)
        default: scalar.properties.isAlphabetic ? otherLetter : other
        }
    }

    /// The plain letter under an accent.
    private static func latin(_ scalar: Unicode.Scalar) -> UInt8 {
        for (letter, accented) in plainLetters where accented.contains(scalar) { return letter }
        return scalar.properties.isAlphabetic ? otherLetter : other
    }

    private static let plainLetters: [(UInt8, Set<Unicode.Scalar>)] = [
        (UInt8(ascii: "a"), Set("áàâãä".unicodeScalars)), (UInt8(ascii: "A"), Set("ÁÀÂÃÄ".unicodeScalars)),
        (UInt8(ascii: "c"), Set("ç".unicodeScalars)), (UInt8(ascii: "C"), Set("Ç".unicodeScalars)),
        (UInt8(ascii: "e"), Set("éèêë".unicodeScalars)), (UInt8(ascii: "E"), Set("ÉÈÊË".unicodeScalars)),
        (UInt8(ascii: "i"), Set("íìîï".unicodeScalars)), (UInt8(ascii: "I"), Set("ÍÌÎÏ".unicodeScalars)),
        (UInt8(ascii: "n"), Set("ñ".unicodeScalars)), (UInt8(ascii: "N"), Set("Ñ".unicodeScalars)),
        (UInt8(ascii: "o"), Set("óòôõö".unicodeScalars)), (UInt8(ascii: "O"), Set("ÓÒÔÕÖ".unicodeScalars)),
        (UInt8(ascii: "u"), Set("úùûü".unicodeScalars)), (UInt8(ascii: "U"), Set("ÚÙÛÜ".unicodeScalars)),
    ]
}
