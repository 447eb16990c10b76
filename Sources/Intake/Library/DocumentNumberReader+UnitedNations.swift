// A/RES/64/139 · S/RES/2331 (2016) · E/CN.15/2014/1 · CTOC/COP/2008/19/Rev.1 · resolutions 55/25, 55/67 of 4 December 2000

extension DocumentNumberReader {
    /// A symbol: an organ, then parts between slashes, of which at least one has a digit.
    static func symbol(_ start: NumberCursor) -> DocumentMention? {
        var cursor = start
        let organ = cursor.run(NumberText.isCapital)
        guard let followers = organs[organ], start.text[start.place - 1] != UInt8(ascii: "/"),
            start.text[start.place - 1] != UInt8(ascii: "-")
        else { return nil }
        var parts: [String] = []
        while cursor.next == UInt8(ascii: "/"), parts.count < 8 {
            var ahead = cursor
            _ = ahead.take("/")
            var part = ahead.run { NumberText.isLetter($0) || NumberText.isDigit($0) || ".-".utf8.contains($0) }
            guard let first = part.utf8.first, NumberText.isCapital(first) || NumberText.isDigit(first) else { break }
            cursor = ahead
            // The full stop or the hyphen that ends the sentence is none of it.
            while let last = part.last, last == "." || last == "-" {
                part.removeLast()
                cursor = cursor.back()
            }
            parts.append(part)
        }
        guard let first = parts.first, parts.contains(where: { $0.utf8.contains(where: NumberText.isDigit) }),
            followers.isEmpty
                ? parts.count > 1 : isFollower(first, of: followers, whole: parts)
        else { return nil }
        if organ == "S", first == "RES" { skipYear(&cursor) }
        guard cursor.isAtEndOfWord else { return nil }
        return mention(number(organ, parts), from: start, to: cursor)
    }

    private static func number(_ organ: String, _ parts: [String]) -> DocumentNumber {
        let revision = parts.last.flatMap { last -> Int? in
            last.lowercased().hasPrefix("rev.") ? Int(last.dropFirst(4)) : nil
        }
        let kept = revision == nil ? parts : parts.dropLast()
        return DocumentNumber(
            .unitedNations, ([organ] + kept).joined(separator: "/"), revision: revision ?? 0)
    }

    /// Organs, and what may follow them; nothing said: anything, in two parts or more. *A/H1N1* is no symbol.
    private static let organs: [String: [String]] = [
        "A": ["RES", "HRC", "CONF", "AC", "C", "CN", "DEC", "ES", "S", "INF", "PV", "WGAD"],
        "S": ["RES", "PRST", "PV", "AC"], "E": ["RES", "CN", "C", "CONF", "ESCAP", "INF", "DEC", "ECA", "ECE"],
        "ST": [], "CTOC": [], "CRC": [], "CEDAW": [], "CCPR": [], "CAT": [], "CERD": [], "CMW": [], "CRPD": [],
        "HRI": [],
        "UN": [], "CAC": [], "UNODC": [],
    ]

    /// A/64/139 and E/2014/30 too: a session or a year, then a number; S/2016/949.
    private static func isFollower(_ first: String, of known: [String], whole: [String]) -> Bool {
        let name = first.prefix { !$0.isNumber && $0 != "." && $0 != "-" }
        if !name.isEmpty { return known.contains(String(name)) && (whole.count > 1 || first.contains(".")) }
        return whole.count > 1 && (2...4).contains(first.utf8.count) && Int(first) != nil
            && whole[1].utf8.first.map(NumberText.isDigit) == true
    }

    /// *(2016)*, which adds nothing to a number of the Security Council.
    private static func skipYear(_ cursor: inout NumberCursor) {
        var ahead = cursor
        ahead.skipSpaces()
        guard ahead.take("("), let written = ahead.digits(4...4), year(written.written) != nil, ahead.take(")") else {
            return
        }
        cursor = ahead
    }

    /// *resolution 55/25*, and lists of them with their days.
    static func resolutions(_ start: NumberCursor) -> [DocumentMention] {
        var cursor = start
        guard isResolutionWord(&cursor) else { return [] }
        guard let organ = Organ(before: start.text.before(start.place, 90)) else { return [] }
        cursor.skipNumberWord()
        cursor.skipSpaces()
        var mentions: [DocumentMention] = []
        while true {
            let itemStart = cursor
            guard let number = resolution(&cursor, of: organ) else { return mentions }
            let from = mentions.isEmpty ? start : itemStart
            mentions.append(mention(number, from: from, to: cursor))
            skipDay(&cursor)
            guard skipJoint(&cursor) else { return mentions }
        }
    }

    private static func isResolutionWord(_ cursor: inout NumberCursor) -> Bool {
        if cursor.takeWord("resolution", "resolutions", "resolucion", "resoluciones", "resolucao", "resolucoes") {
            return true
        }
        // The resolution, of the Arabic papers, with and without the article, one, two, many.
        for word in ["القرارات", "القرارين", "القرار", "قرارات", "قراري", "قرارها", "قرار"] {
            let scalars = Array(word.unicodeScalars)
            if cursor.text.isWord(scalars, at: cursor.place) {
                cursor = NumberCursor(cursor.text, at: cursor.place + scalars.count)
                return true
            }
        }
        return false
    }

    /// Whose resolutions are spoken of: the body that was named last before them.
    private enum Organ {
        case humanRightsCouncil, unnamed

        /// Nil for bodies whose resolutions have numbers of the same look and no symbol that we know.
        init?(before: String) {
            let sentence = before.split(separator: ". ").last.map(String.init) ?? before
            func last(_ names: [String]) -> Int {
                names.compactMap { name in
                    sentence.ranges(of: name).last.map {
                        sentence.distance(from: sentence.startIndex, to: $0.lowerBound)
                    }
                }.max() ?? -1
            }
            let (ours, council, others) = (last(Organ.ours), last(Organ.councils), last(Organ.others))
            if council > max(ours, others) {
                self = .humanRightsCouncil
            } else if others > ours {
                return nil
            } else {
                self = .unnamed
            }
        }

        private static let ours = [
            "general assembly", "assemblee generale", "asamblea general", "assembleia geral", "security council",
            "conseil de securite", "consejo de seguridad", "conselho de seguranca", "economic and social council",
            "conseil economique et social", "consejo economico y social", "conselho economico e social",
        ]
        private static let councils = [
            "human rights council", "conseil des droits de l", "consejo de derechos humanos",
            "conselho de direitos humanos", "conselho dos direitos humanos",
        ]
        private static let others = [
            "commission", "comision", "comissao", "conference", "conferencia", "parliament", "parlement", "parlamento",
            "committee", "comite", "world health",
        ]
    }

    private static func resolution(_ cursor: inout NumberCursor, of organ: Organ) -> DocumentNumber? {
        var ahead = cursor
        guard let first = ahead.digits(1...4), first.value > 0, !first.written.hasPrefix("0") else { return nil }
        if ahead.take("/") {
            guard let second = ahead.digits(1...3), second.value > 0, ahead.isAtEndOfWord, !ahead.isInsideNumber,
                ahead.next != UInt8(ascii: "("), ahead.next != UInt8(ascii: "/")
            else { return nil }
            let number: DocumentNumber
            switch (organ, first.value) {
            case (.humanRightsCouncil, 1...99):
                number = DocumentNumber(.unitedNations, "A/HRC/RES/\(first.value)/\(second.value)")
            // The Assembly writes session and number since its thirty-first.
            case (.unnamed, 31...120):
                number = DocumentNumber(.unitedNations, "A/RES/\(first.value)/\(second.value)")
            // The Economic and Social Council writes year and number since 1978.
            case (.unnamed, 1978...2099):
                number = DocumentNumber(.unitedNations, "E/RES/\(first.value)/\(second.value)")
            default: return nil
            }
            cursor = ahead
            return number
        }
        // 2331 (2016): the Security Council; without the year it is a number like any.
        let beforeYear = ahead.place
        skipYear(&ahead)
        guard organ == .unnamed, ahead.place > beforeYear, (1...9999).contains(first.value) else { return nil }
        cursor = ahead
        return DocumentNumber(.unitedNations, "S/RES/\(first.value)")
    }

    /// *of 4 December 2000*, *du 4 décembre 2000*, *de 4 de diciembre de 2000*.
    private static func skipDay(_ cursor: inout NumberCursor) {
        var ahead = cursor
        ahead.skipSpaces()
        guard ahead.takeWord("of", "du", "de", "del", "dated") else { return }
        ahead.skipSpaces()
        guard ahead.digits(1...2) != nil else { return }
        ahead.skipSpaces()
        if ahead.takeWord("de") { ahead.skipSpaces() }
        guard !ahead.run(NumberText.isLetter).isEmpty else { return }
        ahead.skipSpaces()
        if ahead.takeWord("de") { ahead.skipSpaces() }
        guard ahead.digits(4...4) != nil else { return }
        cursor = ahead
    }

    /// What stands between two numbers of a list.
    private static func skipJoint(_ cursor: inout NumberCursor) -> Bool {
        var ahead = cursor
        let isParted = ahead.take(",") || ahead.take(";")
        ahead.skipSpaces()
        let isJoined = ahead.takeWord("and", "et", "y", "e") || takeArabicAnd(&ahead)
        ahead.skipSpaces()
        guard isParted || isJoined else { return false }
        cursor = ahead
        return true
    }

    private static func takeArabicAnd(_ cursor: inout NumberCursor) -> Bool {
        let and: [Unicode.Scalar] = ["\u{0648}"]
        guard cursor.text.isWord(and, at: cursor.place) else { return false }
        cursor = NumberCursor(cursor.text, at: cursor.place + 1)
        return true
    }
}

extension NumberCursor {
    /// One sign back.
    func back() -> NumberCursor { NumberCursor(text, at: place - 1) }
}
