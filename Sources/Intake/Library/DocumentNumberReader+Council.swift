// 16633/06 · 15321/2/06 REV 2 CRIMORG 177 MIGR 164 · 5121/13 ADD 1 REV 2 · application no. 25965/04
//
// The Council counts from 5001 each year: nothing below is its number, and so no pair of years (2006/07) and no day is.

extension DocumentNumberReader {
    private static let firstNumber = 5001

    static func slashedNumber(_ start: NumberCursor) -> DocumentMention? {
        var cursor = start
        guard isApart(start), let number = cursor.digits(4...5), !number.written.hasPrefix("0"),
            number.value >= firstNumber, cursor.take("/"), let second = cursor.digits(1...2)
        else { return nil }
        var revision = 0
        var year = second
        var ahead = cursor
        if ahead.take("/"), let third = ahead.digits(2...2) {
            guard second.value > 0, !second.written.hasPrefix("0") else { return nil }
            (revision, year, cursor) = (second.value, third, ahead)
        }
        guard year.written.utf8.count == 2, !(40...79).contains(year.value), cursor.isAtEndOfWord,
            !cursor.isInsideNumber, cursor.next != UInt8(ascii: "%")
        else { return nil }
        let root = "\(number.written)/\(year.written)"
        var part = ""
        if revision == 0 {
            part = councilPart(&cursor)
            revision = councilRevision(&cursor) ?? 0
        } else {
            var ahead = cursor
            // 15321/2/06 REV 3 contradicts itself: the number itself counts, the words are left as text.
            if councilRevision(&ahead) == revision { cursor = ahead }
        }
        let end = cursor
        return mention(
            DocumentNumber(.council, root, part: part, revision: revision), from: start, to: end,
            subjects: subjects(&cursor))
    }

    /// *application no. 25965/04*: the Court of Human Rights numbers as the Council does.
    static func application(_ start: NumberCursor) -> DocumentMention? {
        var cursor = start
        guard cursor.takeWord("application", "applications", "appl", "requete", "requetes", "demanda", "queixa") else {
            return nil
        }
        _ = cursor.take(".")
        cursor.skipNumberWord()
        cursor.skipSpaces()
        guard let number = cursor.digits(1...6), !number.written.hasPrefix("0"), cursor.take("/"),
            let year = cursor.digits(2...2), cursor.isAtEndOfWord, !cursor.isInsideNumber
        else { return nil }
        let root = "application no. \(number.written)/\(year.written)"
        return mention(DocumentNumber(.humanRightsCourt, root), from: start, to: cursor)
    }

    /// Whether nothing stands before that would make the digits part of a sum, a telephone number or another number.
    private static func isApart(_ start: NumberCursor) -> Bool {
        let text = start.text
        switch text[start.place - 1] {
        case NumberText.other: return false
        case let sign? where "/-+$_#".utf8.contains(sign): return false
        // 25.16626/06 is one number, doc.16626/06 is not.
        case let sign? where ".,".utf8.contains(sign) && text[start.place - 2].map(NumberText.isDigit) == true:
            return false
        default: return !isTelephone(text.before(start.place, 32)) && !isSum(text.before(start.place, 6))
        }
    }

    /// Whether digits with a country's or an area's code go before, or the word.
    private static func isTelephone(_ before: String) -> Bool {
        let digits = before.reversed().prefix { $0.isNumber || " ()-./+".contains($0) }
        let run = String(digits.reversed()).drop { $0 == " " || $0 == "." }
        var rest = before.dropLast(digits.count)
        if run.hasPrefix("+") || run.hasPrefix("(+") || run.hasPrefix("(0") { return true }
        // P029 is no area's code.
        if run.hasPrefix("0"), run.contains(" "), !run.contains("/"), rest.last?.isLetter != true { return true }
        // The word itself, with nothing but a colon between.
        if rest.last == ":" { rest = rest.dropLast() }
        return telephoneWords.contains(String(rest.reversed().prefix { $0.isLetter }.reversed()))
    }

    private static let telephoneWords: Set<String> = [
        "tel", "telephone", "phone", "fax", "mobile", "telefono", "telefone", "gsm", "telefax",
    ]

    private static func isSum(_ before: String) -> Bool {
        let word = before.split { !$0.isLetter && $0 != "$" }.last.map(String.init)
        let isClose = before.reversed().prefix { !$0.isLetter && $0 != "$" }.allSatisfy { $0 == " " }
        return isClose && word.map { ["eur", "usd", "gbp", "chf", "$", "euro", "euros"].contains($0) } == true
    }

    /// `ADD 1`, `COR 1`: a paper beside the document.
    private static func councilPart(_ cursor: inout NumberCursor) -> String {
        var ahead = cursor
        ahead.skipSpaces()
        for word in ["ADD", "COR", "DCL", "EXT"] where ahead.takeWord(word.lowercased()) {
            ahead.skipSpaces()
            guard let number = ahead.digits(1...2), number.value > 0, ahead.isAtEndOfWord else { return "" }
            cursor = ahead
            return "\(word) \(number.value)"
        }
        return ""
    }

    private static func councilRevision(_ cursor: inout NumberCursor) -> Int? {
        var ahead = cursor
        ahead.skipSpaces()
        guard ["REV", "Rev", "rev"].contains(where: { ahead.take($0) }) else { return nil }
        _ = ahead.take(".")
        ahead.skipSpaces()
        guard let number = ahead.digits(1...2), number.value > 0, ahead.isAtEndOfWord else { return nil }
        cursor = ahead
        return number.value
    }

    /// `CRIMORG 177 MIGR 164 Enfopol 192`: words in capitals, and those of our matter in any case, each with its number.
    private static func subjects(_ cursor: inout NumberCursor) -> [String] {
        var subjects: [String] = []
        while true {
            var ahead = cursor
            ahead.skipSpaces()
            let word = ahead.run { NumberText.isLetter($0) || $0 == UInt8(ascii: "-") }
            let capitals = word.uppercased()
            guard (3...12).contains(word.utf8.count), !notSubjects.contains(capitals),
                word == capitals || knownSubjects.contains(capitals)
            else { return subjects }
            ahead.skipSpaces()
            guard let number = ahead.digits(1...4), ahead.isAtEndOfWord, ahead.next != UInt8(ascii: "/") else {
                return subjects
            }
            subjects.append("\(capitals) \(number.value)")
            cursor = ahead
        }
    }

    private static let notSubjects: Set<String> = ["REV", "ADD", "COR", "DCL", "EXT", "NOTE", "PAGE", "ANNEX"]
    private static let knownSubjects: Set<String> = [
        "CRIMORG", "MIGR", "ENFOPOL", "ASIM", "JAI", "RELEX", "COPEN", "DROIPEN", "FREMP", "COSI", "EUROJUST", "VISA",
        "FRONT", "GENVAL", "CATS", "JAIEX", "JUSTCIV", "COHOM", "SOC", "ACP", "DEVGEN",
    ]
}
