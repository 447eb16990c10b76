/// What the words of a source mean in the codes of the register.
package struct CodeTable: Sendable {
    /// Codes by folded word; none means that the word says *not reported*.
    private let codes: [String: [String]]
    /// The largest number of words in an entry.
    private let longest: Int

    /// - Parameter entries: Words as the source writes them, and the codes they stand for.
    package init(_ entries: [String: [String]]) {
        codes = Dictionary(entries.map { (Self.folded($0), $1) }, uniquingKeysWith: { first, _ in first })
        longest = codes.keys.map { Self.words($0).count }.max() ?? 0
    }

    /// What `word` stands for; nil where the table does not have it.
    package subscript(word: String) -> [String]? { codes[Self.folded(word)] }

    /// The entries that follow one another in `text`, always the longest that fits.
    ///
    /// - Returns: Their codes without repetition, and the words from which on nothing fits.
    package func longestMatches(in text: String) -> (codes: [String], unread: String?) {
        let words = Self.words(text)
        var found: [String] = []
        var place = 0
        while place < words.count {
            let longestFirst = (1...min(longest, words.count - place)).reversed()
            let match = longestFirst.lazy.compactMap { length in
                codes[words[place..<place + length].joined(separator: " ")].map { (length, $0) }
            }.first
            guard let (length, codes) = match else { return (found, words[place...].joined(separator: " ")) }
            for code in codes where !found.contains(code) { found.append(code) }
            place += length
        }
        return (found, nil)
    }

    /// Letter case, brackets, underscores and runs of blanks make no difference, nor how a dash is drawn; a minus
    /// sign, a plus, `<` and `>` do: `-99` is not `99`, and `<5` is not `5`.
    static func folded(_ text: String) -> String { words(text).joined(separator: " ") }

    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        for character in text.lowercased() {
            switch character {
            case "(", ")", "[", "]", "_", ",", ";", "/", "&", "\u{A0}", " ", "\t", "\n", "\r", "\r\n":
                if !word.isEmpty { words.append(word) }
                word = ""
            case "-", "–", "—", "−", "‑":
                if word.last != "-" { word.append("-") }
            case "’", "‘", "`": word.append("'")
            default: word.append(character)
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }
}
