/// A name or text in three degrees of likeness: its letters, how it sounds, and the skeleton of its consonants.
struct Spelling: Hashable {
    /// ``Symbols`` with one blank between words, none at the ends; signs inside words are left out of names.
    let letters: [UInt8]
    /// The same in sounds: spellings of one sound in several languages made one.
    let sounds: [UInt8]

    /// - Parameters:
    ///   - keepsSigns: Whether signs (`@`, `.`) tell values apart, as in an e-mail address.
    ///   - family: Whose spellings of a sound are one.
    init(_ text: String, keepsSigns: Bool = false, family: SoundFamily = .all) {
        var letters: [UInt8] = []
        for byte in Romanisation.ascii(text) {
            let code = Symbols.code(ofASCII: byte)
            if code == Symbols.blank {
                if let last = letters.last, last != Symbols.blank { letters.append(code) }
            } else if code != Symbols.sign || keepsSigns {
                letters.append(code)
            }
        }
        if letters.last == Symbols.blank { letters.removeLast() }
        self.letters = letters.count > Spelling.longest ? Array(letters[..<Spelling.longest]) : letters
        sounds = SoundRules.sounds(of: self.letters, family)
    }

    /// Longer values are cut: an alignment costs their lengths multiplied.
    static let longest = 48

    /// Consonants in classes that clerks confuse (voiced with unvoiced, hissing with hissing), vowels dropped except a
    /// first one: `Muhammad` and `Mohamed` are one.
    var skeleton: [UInt8] { Spelling.skeleton(of: sounds) }

    static func skeleton(of sounds: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        for (index, code) in sounds.enumerated() {
            let isFirst = index == 0 || sounds[index - 1] == Symbols.blank
            let folded: UInt8
            if code == Symbols.blank {
                continue
            } else if Symbols.isVowel(code) || code == 10 {  // j beside the vowels: it stands for i and y
                guard isFirst else { continue }
                folded = 1
            } else {
                folded = consonantClass[Int(code)]
            }
            // h is silent or spoken as the language will.
            if folded == 8, !isFirst { continue }
            if result.last != folded { result.append(folded) }
        }
        return result
    }

    private static let consonantClass: [UInt8] = {
        var classes = (0..<UInt8(Symbols.count)).map { $0 }
        for (group, representative) in [("bp", "p"), ("fv", "f"), ("dt", "t"), ("gk", "k"), ("sz", "s"), ("mn", "n")] {
            let code = Symbols.code(ofASCII: Array(representative.utf8)[0])
            for letter in group.utf8 { classes[Int(Symbols.code(ofASCII: letter))] = code }
        }
        for hissing in [Symbols.sh, Symbols.ch, Symbols.zh] { classes[Int(hissing)] = 19 }
        classes[Int(Symbols.kh)] = 8
        return classes
    }()
}
