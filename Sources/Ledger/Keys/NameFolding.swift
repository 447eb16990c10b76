/// Brings spellings of a name that people mix up to one form: case, diacritics, and the usual Latin transliterations.
///
/// It decides what a search finds, never what is stored: it may join names that differ, and a person looks at what was
/// found. Other scripts keep their letters (lower-cased); matching across scripts is the business of linkage.
package enum NameFolding {
    /// Lower case, no diacritics, words parted by one space: `Ștefan-Łukasz  Öztürk` becomes `stefan lukasz oeztuerk`.
    package static func fold(_ text: String) -> String {
        if let folded = foldPlain(text) { return folded }
        var folded = ""
        var needsSpace = false
        for character in text.lowercased() {
            guard let plain = plain(character) else {
                needsSpace = !folded.isEmpty
                continue
            }
            if needsSpace, !plain.isEmpty { folded += " " }
            needsSpace = needsSpace && plain.isEmpty
            folded += plain
        }
        return folded
    }

    /// The same for texts of ASCII alone, byte by byte; nil for others.
    private static func foldPlain(_ text: String) -> String? {
        var folded: [UInt8] = []
        folded.reserveCapacity(text.utf8.count)
        var needsSpace = false
        for byte in text.utf8 {
            let plain: UInt8
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): plain = byte
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): plain = byte | 0x20
            case UInt8(ascii: "'"), UInt8(ascii: "`"): continue
            case 0x80...: return nil
            default:
                needsSpace = !folded.isEmpty
                continue
            }
            if needsSpace { folded.append(UInt8(ascii: " ")) }
            needsSpace = false
            folded.append(plain)
        }
        return String(decoding: folded, as: UTF8.self)
    }

    /// What a character becomes; empty where it goes without parting words, nil where it parts them.
    private static func plain(_ character: Character) -> String? {
        if let replacement = replacements[character] { return replacement }
        if let base = bases[character] { return base }
        guard let first = character.unicodeScalars.first, first.properties.isAlphabetic || character.isWholeNumber
        else { return nil }
        return String(first)
    }

    /// Letters whose usual rewriting is not the letter without its mark, and apostrophes, which go.
    private static let replacements: [Character: String] = [
        "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "oe", "å": "aa", "þ": "th", "ð": "d",
        "đ": "d", "ł": "l", "ħ": "h", "ı": "i", "ŋ": "n", "ə": "e", "'": "", "’": "", "ʼ": "", "`": "", "ʻ": "",
    ]

    /// Marked Latin letters and the letter under the marks. Characters compare by canonical equivalence, so one entry
    /// serves the composed and the decomposed spelling.
    static let bases: [Character: String] = {
        var bases: [Character: String] = [:]
        let inner: [Unicode.Scalar] = ["\u{302}", "\u{306}", "\u{308}", "\u{304}", "\u{31B}", "\u{323}"]
        let tones: [Unicode.Scalar] = ["\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}", "\u{304}", "\u{30C}"]
        let marks = (0x0300...0x0331 as ClosedRange<UInt32>).compactMap(Unicode.Scalar.init)
        for letter in "abcdefghijklmnopqrstuvwxyz".unicodeScalars {
            let single = marks.map { [letter, $0] }
            let double = inner.flatMap { mark in tones.map { [letter, mark, $0] } }
            for scalars in single + double {
                var text = String.UnicodeScalarView()
                text.append(contentsOf: scalars)
                if let character = Array(String(text)).first { bases[character] = String(letter) }
            }
        }
        return bases
    }()
}
