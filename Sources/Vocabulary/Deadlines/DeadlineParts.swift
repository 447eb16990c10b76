/// The words of a deadline taken apart: what says when, and what says on which condition.
struct DeadlineParts {
    let main: [DeadlineToken]
    /// Words of the condition and of remarks in brackets.
    let condition: String?
    /// Whether any day before is welcome as well: “or earlier if possible”.
    let allowsEarlier: Bool

    /// Nil where brackets do not fit, or a condition holds a number: it may be a date that changes everything.
    init?(_ tokens: [DeadlineToken]) {
        var outside: [DeadlineToken] = []
        var remarks: [DeadlineToken] = []
        var isInside = false
        for token in tokens {
            switch token.text {
            case "(" where !isInside: isInside = true
            case ")" where isInside: isInside = false
            case "(", ")": return nil
            default: isInside ? remarks.append(token) : outside.append(token)
            }
        }
        guard !isInside else { return nil }
        let start = DeadlineParts.conditionStart(in: outside)
        let clause = Array(outside[start...])
        guard (remarks + clause).allSatisfy({ $0.number == nil }) || DeadlineParts.isRelative(clause, remarks) else {
            return nil
        }
        main = Array(outside[..<start])
        let said = [clause, remarks].filter { !$0.isEmpty }.map(DeadlineParts.text)
        condition = said.isEmpty ? nil : said.joined(separator: "; ")
        let words = clause.map(\.text)
        allowsEarlier = DeadlineLexicon.earliers.contains { words.starts(with: $0) }
    }

    /// Where the condition begins; the end where there is none.
    private static func conditionStart(in tokens: [DeadlineToken]) -> Int {
        let words = tokens.map(\.text)
        if isRelative(tokens, []) { return 0 }
        return tokens.indices.first { place in
            DeadlineLexicon.conditions.contains { words[place...].starts(with: $0) }
        } ?? tokens.count
    }

    /// “Within 6 months of adoption”, “within 180 days of the date of this order”, “dans les trois mois suivant la
    /// ratification”: counted from a day that nobody knows.
    private static func isRelative(_ tokens: [DeadlineToken], _ remarks: [DeadlineToken]) -> Bool {
        var words = tokens.map(\.text).filter { $0 != "les" && $0 != "a" }
        guard remarks.allSatisfy({ $0.number == nil }), words.count >= 5,
            ["within", "dans"].contains(words.removeFirst())
        else { return false }
        let count = words.removeFirst()
        guard DeadlineLexicon.numbers[count] != nil || Int(count) != nil,
            isLength(words.removeFirst()),
            ["of", "from", "after", "following", "suivant", "apres"].contains(words.removeFirst())
        else { return false }
        return words.allSatisfy { Int($0) == nil }
    }

    private static func isLength(_ word: String) -> Bool {
        DeadlineLexicon.units[word] != nil || DeadlineLexicon.days.contains(word)
    }

    private static func text(_ tokens: [DeadlineToken]) -> String {
        tokens.reduce(into: "") { text, token in
            if !text.isEmpty, token.isWord || token.text == "-" { text += " " }
            text += token.original
        }
    }
}
