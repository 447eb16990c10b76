/// Words as they are looked for: small letters without accents, Arabic letters without vowels and in one form, without
/// the article and what is written onto it.
///
/// It decides what a search finds, never what is shown. Texts and queries go through it alike.
package enum TextFolding {
    /// The words of a text, in its order.
    package static func words(in text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in text.lowercased() {
            let plain = letters(of: character)
            if let plain {
                word += plain
            } else if !word.isEmpty {
                words.append(withoutArticle(word))
                word = ""
            }
        }
        if !word.isEmpty { words.append(withoutArticle(word)) }
        return words
    }

    /// What a character is for a search; nil where it parts words, empty where it is passed over.
    private static func letters(of character: Character) -> String? {
        if let value = character.asciiValue {
            return character.isLetter || character.isNumber ? String(UnicodeScalar(value)) : nil
        }
        if let pair = ligatures[character] { return pair }
        if let base = NameFolding.bases[character] { return base }
        var plain = String.UnicodeScalarView()
        var belongs = false
        for scalar in character.unicodeScalars {
            switch scalar.value {
            // Vowel signs and the stroke that lengthens a word.
            case 0x0610...0x061A, 0x064B...0x065F, 0x0670, 0x0640: belongs = true
            case 0x0622, 0x0623, 0x0625, 0x0671: plain.append("\u{0627}")
            case 0x0649, 0x0626: plain.append("\u{064A}")
            case 0x0629: plain.append("\u{0647}")
            case 0x0624: plain.append("\u{0648}")
            case 0x0660...0x0669: plain.append(Unicode.Scalar(UInt8(scalar.value - 0x0660 + 0x30)))
            case 0x06F0...0x06F9: plain.append(Unicode.Scalar(UInt8(scalar.value - 0x06F0 + 0x30)))
            default: if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { plain.append(scalar) }
            }
        }
        return plain.isEmpty ? (belongs ? "" : nil) : String(plain)
    }

    private static let ligatures: [Character: String] = ["œ": "oe", "æ": "ae", "ß": "ss"]

    /// Nothing of a word shorter than what would be left is taken away.
    private static func withoutArticle(_ word: String) -> String {
        for prefix in ["وال", "بال", "كال", "فال", "ال", "لل"]
        where word.hasPrefix(prefix) && word.count >= prefix.count + 3 {
            return String(word.dropFirst(prefix.count))
        }
        return word
    }
}
