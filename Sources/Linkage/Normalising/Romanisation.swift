// Goals, in order: (1) the same name in two scripts ends near the same letters; (2) one rule a letter, so that a reader
// can check it; (3) ASCII text never leaves the fast path.
// Source: the sound-preserving columns of ICAO Doc 9303-3 (Cyrillic) and usual Latin practice; every script without a
// table here goes through ICU's Any-Latin.

import Foundation

/// Text of any script as lower-case ASCII, sounds before spelling: `Шевченко` and `Ševčenko` both give `shevchenko`.
enum Romanisation {
    /// ASCII bytes: letters in lower case, digits, blanks for everything that separates words, and signs as they are.
    static func ascii(_ text: String) -> [UInt8] {
        var text = text
        let fast = text.withUTF8 { bytes -> [UInt8]? in
            guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
            return bytes.map(lowered)
        }
        if let fast { return fast }
        var letters: [UInt8] = []
        var foreign = ""
        func flush() {
            guard !foreign.isEmpty else { return }
            letters += throughICU(foreign)
            foreign = ""
        }
        for character in text.precomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
            if character.isASCII {
                flush()
                letters.append(lowered(UInt8(character.value)))
            } else if let known = table[character] {
                flush()
                letters += known.utf8
            } else {
                foreign.unicodeScalars.append(character)
            }
        }
        flush()
        return letters
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }

    private static func throughICU(_ text: String) -> [UInt8] {
        let latin = text.applyingTransform(StringTransform("Any-Latin; NFC"), reverse: false) ?? text
        var spelt = ""
        for scalar in latin.lowercased().unicodeScalars {
            if let known = table[scalar] { spelt += known } else { spelt.unicodeScalars.append(scalar) }
        }
        let plain = spelt.applyingTransform(StringTransform("Latin-ASCII; Lower"), reverse: false) ?? spelt
        return plain.utf8.filter { $0 < 0x80 }
    }

    /// Letters whose sound needs more than the loss of an accent. Signs that are not spoken give nothing.
    private static let table: [Unicode.Scalar: String] = {
        var table: [Unicode.Scalar: String] = [:]
        for pair in pairs.split(separator: " ") {
            let sides = pair.split(separator: "=", omittingEmptySubsequences: false)
            for letter in sides[0].unicodeScalars { table[letter] = String(sides[1]) }
        }
        return table
    }()

    private static let pairs = """
        а=a б=b в=v г=g ґ=g д=d е=e ё=yo є=ye ж=zh з=z и=i і=i ї=yi й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=u \
        ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya ђ=dj ј=y љ=lj њ=nj ћ=ch џ=dzh ѓ=gj ќ=kj ѕ=dz \
        қ=k ғ=g ң=ng ү=u ұ=u һ=h ө=o ә=a ӯ=u ҳ=h ҷ=j ӣ=i \
        š=sh ş=sh ș=sh ś=sh ŝ=sh č=ch ć=ch ĉ=ch ž=zh ź=z ż=zh ğ=g ı=i ł=l đ=d ð=d þ=th ß=ss ø=o œ=oe æ=ae \
        á=a à=a â=a ã=a å=a ä=a ā=a ă=a ą=a é=e è=e ê=e ë=e ē=e ė=e ę=e ě=e ə=a í=i ì=i î=i ï=i ī=i į=i ó=o ò=o ô=o \
        õ=o ö=o ō=o ő=o ơ=o ú=u ù=u û=u ü=u ū=u ů=u ű=u ư=u ų=u ý=y ÿ=y ñ=n ń=n ň=n ņ=n ç=ch ď=d ť=t ţ=ts ț=ts ř=rzh \
        ŕ=r ľ=l ĺ=l ļ=l ķ=k ģ=g ʿ= ʾ= ʼ= ʹ= ʺ= ’= ‘= ʻ= ‐=- –=- —=-
        """
}
