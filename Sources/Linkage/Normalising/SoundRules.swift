/// Spellings of one sound in the languages whose clerks write the names: `sz`, `sch`, `sh` are one.
///
/// Rules where languages disagree (`ch`, `j`) leave the letter as it is: the edit model learns from the data which of
/// them is meant.
enum SoundRules {
    static func sounds(of letters: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(letters.count)
        var index = 0
        while index < letters.count {
            let isFirst = index == 0 || letters[index - 1] == Symbols.blank
            let (length, sound) = rule(at: index, in: letters, isFirst: isFirst)
            for code in sound where code == Symbols.blank || result.last != code { result.append(code) }
            index += length
        }
        return result
    }

    /// The longest rule that fits, or the letter itself.
    private static func rule(at index: Int, in letters: [UInt8], isFirst: Bool) -> (Int, [UInt8]) {
        for length in stride(from: min(4, letters.count - index), through: 2, by: -1) {
            let key = packed(letters[index..<index + length])
            if isFirst, let sound = firstRules[key] { return (length, sound) }
            if let sound = anywhereRules[key] { return (length, sound) }
        }
        let key = packed(letters[index..<index + 1])
        if isFirst, let sound = firstRules[key] { return (1, sound) }
        return (1, anywhereRules[key] ?? [letters[index]])
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

    private static let anywhereRules = table(
        """
        shch=ŝĉ szcz=ŝĉ tsch=ĉ dsch=j sch=ŝ tch=ĉ dzh=j tsh=ĉ chtch=ŝĉ sz=ŝ sh=ŝ cz=ĉ ch=ĉ zh=ĵ rz=ĵ dj=j dž=j \
        kh=ĥ gh=g ph=f th=t ck=k cq=k qu=k ce=se ci=si cy=si q=k c=k x=ks w=v y=i ou=u oo=u ee=i ae=e oe=o ue=u tz=ts
        """)
    /// Pinyin and Wade-Giles at the beginning of a word, Greek `ps`, and letters that are silent there.
    private static let firstRules = table("x=ŝ hs=ŝ qi=ĉi je=ie yu=iu yo=io pf=f")
}
