/// Spellings of one sound in the languages whose clerks write the names: `sz`, `sch`, `sh` are one.
///
/// Rules where languages disagree (`ch`, `j`) leave the letter as it is: the edit model learns from the data which of
/// them is meant. A link description may say whose names they are (``SoundFamily``).
struct SoundRules {
    /// The rules of every family.
    private static let all = SoundFamily.allCases.map(SoundRules.init)
    private let anywhereRules: [UInt32: [UInt8]]
    private let firstRules: [UInt32: [UInt8]]
    /// The letters that have a rule of their own.
    private let singles: UInt64
    /// Two letters with which a rule of several begins.
    private let beginnings: [Bool]

    private init(_ family: SoundFamily) {
        anywhereRules = SoundRules.table(SoundRules.anywhere).merging(SoundRules.table(family.rules)) { $1 }
        firstRules = SoundRules.table(SoundRules.first)
        let keys = anywhereRules.merging(firstRules) { first, _ in first }.keys
        singles = keys.reduce(0) { $1 < 0x100 ? $0 | 1 << UInt64($1) : $0 }
        beginnings = SoundRules.beginnings(keys)
    }

    static func sounds(of letters: [UInt8], _ family: SoundFamily = .all) -> [UInt8] {
        all[SoundFamily.allCases.firstIndex(of: family) ?? 0].sounds(of: letters)
    }

    private func sounds(of letters: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(letters.count)
        var index = 0
        while index < letters.count {
            let isFirst = index == 0 || letters[index - 1] == Symbols.blank
            if let (length, sound) = rule(at: index, in: letters, isFirst: isFirst) {
                for code in sound { append(code, to: &result) }
                index += length
            } else {
                append(letters[index], to: &result)
                index += 1
            }
        }
        return result
    }

    /// A sound that is written twice is heard once.
    @inline(__always)
    private func append(_ code: UInt8, to sounds: inout [UInt8]) {
        if code == Symbols.blank || sounds.last != code { sounds.append(code) }
    }

    /// The longest rule that fits; nil where the letter is as it sounds.
    private func rule(at index: Int, in letters: [UInt8], isFirst: Bool) -> (Int, [UInt8])? {
        let next = index + 1 < letters.count ? Int(letters[index + 1]) : -1
        if next >= 0, beginnings[Int(letters[index]) * Symbols.count + next] {
            for length in stride(from: min(4, letters.count - index), through: 2, by: -1) {
                let key = SoundRules.packed(letters[index..<index + length])
                if isFirst, let sound = firstRules[key] { return (length, sound) }
                if let sound = anywhereRules[key] { return (length, sound) }
            }
        }
        guard singles >> UInt64(letters[index]) & 1 == 1 else { return nil }
        let key = UInt32(letters[index])
        if isFirst, let sound = firstRules[key] { return (1, sound) }
        return anywhereRules[key].map { (1, $0) }
    }

    private static func beginnings(_ keys: some Sequence<UInt32>) -> [Bool] {
        var beginnings = [Bool](repeating: false, count: Symbols.count * Symbols.count)
        for key in keys where key >= 0x100 {
            let top = key >= 0x100_0000 ? key >> 16 : key >= 0x1_0000 ? key >> 8 : key
            beginnings[Int(top >> 8) * Symbols.count + Int(top & 0xFF)] = true
        }
        // A word's first sound takes the blank before it along, so that `al-Khalid` and `Alkhalid` are one; without it F1 on
        // the multi-party files was 0.001 lower (22 November 2026).
        for key in keys {
            var top = key
            while top >= 0x100 { top >>= 8 }
            beginnings[Int(Symbols.blank) * Symbols.count + Int(top)] = true
        }
        return beginnings
    }

    private static func packed(_ letters: ArraySlice<UInt8>) -> UInt32 { letters.reduce(0) { $0 << 8 | UInt32($1) } }

    private static func table(_ text: String) -> [UInt32: [UInt8]] {
        var table: [UInt32: [UInt8]] = [:]
        for pair in text.split(separator: " ") {
            let sides = pair.split(separator: "=", omittingEmptySubsequences: false)
            let key = packed(sides[0].utf8.map(Symbols.code(ofASCII:))[...])
            table[key] = sides[1].unicodeScalars.map { scalar in
                switch scalar {
                case "ŝ": Symbols.sh
                case "ĉ": Symbols.ch
                case "ĵ": Symbols.zh
                case "ĥ": Symbols.kh
                default: Symbols.code(ofASCII: UInt8(truncatingIfNeeded: scalar.value))
                }
            }
        }
        return table
    }

    private static let anywhere = """
        shch=ŝĉ szcz=ŝĉ tsch=ĉ dsch=j sch=ŝ tch=ĉ dzh=j tsh=ĉ chtch=ŝĉ sz=ŝ sh=ŝ cz=ĉ ch=ĉ zh=ĵ rz=ĵ dj=j dž=j \
        kh=ĥ gh=g ph=f th=t ck=k cq=k qu=k ce=se ci=si cy=si q=k c=k x=ks w=v y=i ou=u oo=u ee=i ae=e oe=o ue=u tz=ts
        """
    /// Pinyin and Wade-Giles at the beginning of a word, Greek `ps`, and letters that are silent there.
    private static let first = "x=ŝ hs=ŝ qi=ĉi je=ie yu=iu yo=io pf=f"
}
