// COM(2017) 728 final · COM(96) 567 final/2 · SWD(2018) 473 · P8_TA(2016)0227
// 2011/36/EU · 2002/629/JHA · 97/154/JHA · (EU) 2016/679 · (EC) No 45/2001

extension DocumentNumberReader {
    /// A paper of the Commission. *final* says how far it was, not which one it is.
    static func commissionPaper(_ start: NumberCursor) -> DocumentMention? {
        var cursor = start
        guard let prefix = ["COM", "SEC", "SWD", "JOIN"].first(where: { cursor.take($0) }) else { return nil }
        cursor.skipSpaces(1)
        let isBracketed = cursor.take("(")
        guard isBracketed || cursor.take("/"), let written = cursor.digits(2...4),
            let year = self.year(written.written),
            cursor.take(isBracketed ? ")" : "/")
        else { return nil }
        cursor.skipSpaces()
        guard let number = cursor.digits(1...4), number.value > 0, cursor.isAtEndOfWord else { return nil }
        var revision = 0
        var ahead = cursor
        ahead.skipSpaces()
        if ahead.takeWord("final", "definitivo", "fin") {
            cursor = ahead
            if ahead.take("/"), let again = ahead.digits(1...1), again.value > 1, ahead.isAtEndOfWord {
                (revision, cursor) = (again.value, ahead)
            }
        }
        let root = "\(prefix)(\(year)) \(number.value)"
        return mention(DocumentNumber(.commission, root, revision: revision), from: start, to: cursor)
    }

    /// A text that the European Parliament adopted.
    static func parliamentText(_ start: NumberCursor) -> DocumentMention? {
        var cursor = start
        guard cursor.take("P"), let term = cursor.digits(1...2), cursor.take("_") || cursor.take(" "),
            cursor.take("TA"), cursor.take("(") || cursor.take("-PROV("), let year = cursor.digits(4...4),
            cursor.take(")")
        else { return nil }
        cursor.skipSpaces()
        guard let number = cursor.digits(4...4), cursor.isAtEndOfWord else { return nil }
        let root = "P\(term.value)_TA(\(year.written))\(number.written)"
        return mention(DocumentNumber(.parliament, root), from: start, to: cursor)
    }

    /// A directive, decision or framework decision: year, number, community.
    static func unionAct(_ start: NumberCursor) -> DocumentMention? {
        var cursor = start
        guard start.text[start.place - 1] != UInt8(ascii: "/"), let year = cursor.digits(2...4),
            self.year(year.written) != nil, year.written.utf8.count == 4 || year.value >= 52, cursor.take("/"),
            let number = cursor.digits(1...4), number.value > 0, cursor.take("/"),
            let community = community(&cursor), cursor.isAtEndOfWord
        else { return nil }
        return mention(
            DocumentNumber(.unionLaw, "\(year.written)/\(number.value)/\(community)"), from: start, to: cursor)
    }

    /// A regulation: *(EU) 2016/679* since 2015, *(EC) No 45/2001* before.
    static func unionActInForce(_ start: NumberCursor) -> DocumentMention? {
        var cursor = start
        guard cursor.take("("), let community = community(&cursor), cursor.take(")") else { return nil }
        let beforeWord = cursor.place
        cursor.skipNumberWord()
        let isOld = cursor.place > beforeWord
        cursor.skipSpaces()
        guard let first = cursor.digits(1...4), cursor.take("/"), let second = cursor.digits(1...4),
            first.value > 0, second.value > 0, cursor.isAtEndOfWord, !cursor.isInsideNumber
        else { return nil }
        let yearFirst = !isOld && first.written.utf8.count == 4 && year(first.written) != nil
        guard year(yearFirst ? first.written : second.written) != nil else { return nil }
        let root =
            yearFirst
            ? "(\(community)) \(first.value)/\(second.value)" : "(\(community)) No \(first.value)/\(second.written)"
        return mention(DocumentNumber(.unionLaw, root), from: start, to: cursor)
    }

    /// Which of the communities, by its name in English; papers in other languages have theirs.
    private static func community(_ cursor: inout NumberCursor) -> String? {
        for (written, english) in communities where cursor.take(written) {
            // EU of EUR, EC of ECHR.
            if cursor.isAtEndOfWord { return english }
            return nil
        }
        return nil
    }

    /// Longer ones first.
    private static let communities = [
        ("Euratom", "Euratom"), ("CFSP", "CFSP"), ("PESC", "CFSP"), ("EEC", "EEC"), ("CEE", "EEC"), ("JHA", "JHA"),
        ("JAI", "JHA"), ("EU", "EU"), ("UE", "EU"), ("EC", "EC"), ("CE", "EC"),
    ]
}
