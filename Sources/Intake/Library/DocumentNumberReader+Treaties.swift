// CP(2013)10 · CM/Rec(2022)21 · GRETA(2011)20 rev 2 · CETS No. 197 · ETS 005 · C029 · ILO Convention No. 29 · PC.DEC/557/Rev.1

extension DocumentNumberReader {
    /// A paper of a body of the Council of Europe.
    static func councilOfEuropePaper(_ start: NumberCursor) -> DocumentMention? {
        var cursor = start
        guard let body = bodies.first(where: { cursor.take($0) }) else { return nil }
        cursor.skipSpaces(1)
        guard cursor.take("("), let year = cursor.digits(4...4), self.year(year.written) != nil, cursor.take(")") else {
            return nil
        }
        cursor.skipSpaces(1)
        guard let number = cursor.digits(1...4), number.value > 0 else { return nil }
        var revision = 0
        var ahead = cursor
        ahead.skipSpaces(1)
        if ["rev", "REV", "Rev"].contains(where: { ahead.take($0) }) {
            _ = ahead.take(".")
            let afterWord = ahead
            ahead.skipSpaces(1)
            if let again = ahead.digits(1...2), again.value > 0, ahead.isAtEndOfWord {
                (revision, cursor) = (again.value, ahead)
            } else if afterWord.isAtEndOfWord {
                (revision, cursor) = (1, afterWord)
            }
        }
        guard cursor.isAtEndOfWord else { return nil }
        let root = "\(body)(\(year.written))\(number.value)"
        return mention(DocumentNumber(.councilOfEurope, root, revision: revision), from: start, to: cursor)
    }

    /// Longer ones before those with which they begin.
    private static let bodies = [
        "THB-GRETA", "GRETA", "CPT/Inf", "CP/Rec", "CP", "CM/Rec", "CM/ResDH", "CM/Res", "CM/Inf", "CM", "CDPC",
        "PC-TSH",
        "CAHTEH",
        "SG/Inf", "CommDH", "T-ES", "GREVIO", "MONEYVAL", "Rec", "Res",
    ]

    /// A treaty by its number in the series, which is one count for ETS and CETS.
    static func treatyOfSeries(_ start: NumberCursor) -> DocumentMention? {
        var cursor = start
        guard cursor.takeWord("cets", "ets", "stce", "ste"), start.text[start.place].map(NumberText.isCapital) == true
        else { return nil }
        _ = cursor.take(".")
        let beforeWord = cursor.place
        cursor.skipNumberWord()
        // Without *No.* three digits: ETS 2 is about emissions.
        let lengths = cursor.place > beforeWord ? 1...3 : 3...3
        cursor.skipSpaces()
        guard let number = cursor.digits(lengths), (1...399).contains(number.value), cursor.isAtEndOfWord,
            !cursor.isInsideNumber
        else { return nil }
        let padded = String(repeating: "0", count: 3 - String(number.value).utf8.count) + String(number.value)
        // The series changed its name with its 194th treaty.
        let root = number.value < 194 ? "ETS \(padded)" : "CETS \(padded)"
        return mention(DocumentNumber(.europeanTreaties, root), from: start, to: cursor)
    }

    /// A standard of the Labour Organization: its short name of three digits, or in words where the organisation is named.
    static func labourStandard(_ start: NumberCursor) -> DocumentMention? {
        var cursor = start
        if let letter = ["C", "P", "R"].first(where: { cursor.take($0) }), let number = cursor.digits(3...3) {
            // OJ C 182 and C182/1 are pages of a journal.
            guard (1...210).contains(number.value), cursor.isAtEndOfWord, cursor.next != UInt8(ascii: "/"),
                cursor.next != UInt8(ascii: "("), !isJournal(start.text.before(start.place, 4)),
                start.text[start.place - 1] != UInt8(ascii: "-"), start.text[start.place - 1] != UInt8(ascii: "/"),
                !cursor.isInsideNumber
            else { return nil }
            return mention(DocumentNumber(.labour, letter + number.written), from: start, to: cursor)
        }
        return labourStandardInWords(start)
    }

    private static func isJournal(_ before: String) -> Bool {
        ["oj ", "jo ", "do "].contains { before.hasSuffix($0) }
    }

    private static func labourStandardInWords(_ start: NumberCursor) -> DocumentMention? {
        var cursor = start
        var isNamed = false
        if cursor.takeWord("ilo", "oit") {
            cursor.skipSpaces()
            isNamed = true
        }
        let letter: String
        if cursor.takeWord("convention", "convenio", "convencao") {
            letter = "C"
        } else if cursor.takeWord("protocol", "protocole", "protocolo") {
            letter = "P"
        } else if cursor.takeWord("recommendation", "recommandation", "recomendacion", "recomendacao") {
            letter = "R"
        } else {
            return nil
        }
        cursor.skipNumberWord()
        cursor.skipSpaces()
        guard let number = cursor.digits(1...3), (1...210).contains(number.value), cursor.isAtEndOfWord,
            !cursor.isInsideNumber
        else { return nil }
        let after = String(decoding: cursor.text.bytes[cursor.place...].prefix(24).map(NumberText.small), as: UTF8.self)
        let isOfLabour = ["ilo", "oit"].contains { name in
            after.hasPrefix(" of the \(name)") || after.hasPrefix(" de l'\(name)") || after.hasPrefix(" de la \(name)")
                || after.hasPrefix(" da \(name)")
        }
        guard isNamed || isOfLabour else { return nil }
        let padded = String(repeating: "0", count: 3 - String(number.value).utf8.count) + String(number.value)
        return mention(DocumentNumber(.labour, letter + padded), from: start, to: cursor)
    }

    /// A decision of the OSCE's Ministerial or Permanent Council, or of its Forum.
    static func decisionOfOSCE(_ start: NumberCursor) -> DocumentMention? {
        var cursor = start
        guard let body = ["MC", "PC", "FSC"].first(where: { cursor.take("\($0).DEC/") }),
            let number = cursor.digits(1...4), number.value > 0
        else { return nil }
        var root = "\(body).DEC/\(number.value)"
        var ahead = cursor
        if ahead.take("/"), let year = ahead.digits(2...2) {
            root += "/\(year.written)"
            cursor = ahead
        }
        var revision = 0
        ahead = cursor
        if ahead.take("/Rev."), let again = ahead.digits(1...2), again.value > 0 {
            (revision, cursor) = (again.value, ahead)
        }
        guard cursor.isAtEndOfWord, !cursor.isInsideNumber else { return nil }
        return mention(DocumentNumber(.osce, root, revision: revision), from: start, to: cursor)
    }
}
