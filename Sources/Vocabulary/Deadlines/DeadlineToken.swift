/// A word, a number or a sign of a deadline, in lower case and without accents.
struct DeadlineToken: Hashable, Sendable {
    let text: String
    /// As it was written, for whoever is told that it was not understood.
    let original: String

    /// The number that it is; nil for words, and for ordinals.
    var number: Int? { decimal(Array(text.utf8)) }

    var isWord: Bool { text.contains(where: \.isLetter) || text.contains(where: \.isNumber) }

    /// Words and numbers one by one, signs one by one, no space.
    static func all(of words: String) -> [DeadlineToken] {
        var tokens: [DeadlineToken] = []
        var run = ""
        func end() {
            if !run.isEmpty { tokens.append(DeadlineToken(run)) }
            run = ""
        }
        for character in words {
            if character.isLetter || character.isNumber {
                run.append(character)
            } else {
                end()
                if !character.isWhitespace { tokens.append(DeadlineToken(String(character))) }
            }
        }
        end()
        return tokens
    }

    private init(_ original: String) {
        self.original = original
        text = original.lowercased().map { DeadlineToken.folds[$0] ?? String($0) }.joined()
    }

    /// Accents of French, and the ways to write a dash.
    private static let folds: [Character: String] = [
        "à": "a", "â": "a", "ç": "c", "é": "e", "è": "e", "ê": "e", "ë": "e", "î": "i", "ï": "i", "ô": "o", "ù": "u",
        "û": "u", "ü": "u", "œ": "oe", "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "’": "'",
    ]
}
