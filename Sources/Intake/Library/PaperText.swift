/// The text of a paper from the bytes of its file, a paragraph a line.
package enum PaperText {
    /// Of plain text: UTF-8, without what a byte-order mark and ends of lines of other systems add.
    package static func plain(_ bytes: [UInt8]) -> String {
        tidy(String(decoding: bytes, as: UTF8.self).replacing("\u{FEFF}", with: "").replacing("\r\n", with: "\n"))
    }

    /// Of HTML: what a reader would see, without scripts and styles.
    package static func markup(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        var seen = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "<") {
            seen += rest[..<open]
            guard let close = rest[open...].firstIndex(of: ">") else { break }
            let tag = rest[rest.index(after: open)..<close].lowercased()
            rest = rest[rest.index(after: close)...]
            if tag.hasPrefix("!--") {
                // A comment may hold signs of its own.
                rest = tag.hasSuffix("--") ? rest : after("-->", in: rest)
            } else if let name = silent.first(where: { tag == $0 || tag.hasPrefix("\($0) ") }) {
                rest = after("</\(name)>", in: rest)
            } else {
                seen +=
                    parting.contains(String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber })) ? "\n" : ""
            }
        }
        seen += rest.contains("<") ? "" : rest
        return tidy(unescaped(seen))
    }

    private static let silent = ["script", "style", "title", "noscript", "template"]
    private static let parting: Set = [
        "p", "div", "br", "li", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "section",
        "article", "header", "footer", "blockquote", "pre",
    ]

    /// What stands behind the end of an element or a comment; nothing where it has none.
    private static func after(_ end: String, in text: Substring) -> Substring {
        var rest = text
        while let place = rest.firstIndex(where: { $0 == end.first }) {
            rest = rest[place...]
            if rest.prefix(end.count).lowercased() == end { return rest.dropFirst(end.count) }
            rest = rest.dropFirst()
        }
        return ""
    }

    /// Signs that HTML writes by their names or numbers.
    private static func unescaped(_ text: String) -> String {
        var pieces = text.split(separator: "&", omittingEmptySubsequences: false)
        guard !pieces.isEmpty else { return text }
        var plain = String(pieces.removeFirst())
        for piece in pieces {
            guard let end = piece.prefix(12).firstIndex(of: ";"), let sign = sign(piece[..<end]) else {
                plain += "&\(piece)"
                continue
            }
            plain.append(sign)
            plain += piece[piece.index(after: end)...]
        }
        return plain
    }

    private static func sign(_ name: Substring) -> Character? {
        if let known = signs[String(name)] { return known }
        guard name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst()
        let number =
            digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return number.flatMap(Unicode.Scalar.init).map(Character.init)
    }

    private static let signs: [String: Character] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "eacute": "é", "egrave": "è",
        "agrave": "à", "ccedil": "ç", "ntilde": "ñ", "ouml": "ö", "uuml": "ü", "auml": "ä", "oacute": "ó",
        "aacute": "á",
        "iacute": "í", "uacute": "ú", "atilde": "ã", "otilde": "õ", "ecirc": "ê", "ocirc": "ô", "rsquo": "’",
        "lsquo": "‘", "ldquo": "“", "rdquo": "”", "ndash": "–", "mdash": "—", "laquo": "«", "raquo": "»", "deg": "°",
    ]

    /// Lines without spaces at their ends, and no more than one empty line between two.
    static func tidy(_ text: String) -> String {
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let trimmed = line.trimming { $0 == " " || $0 == "\t" || $0 == "\u{C}" }
            if trimmed.isEmpty, lines.last?.isEmpty != false { continue }
            lines.append(trimmed)
        }
        return lines.joined(separator: "\n").trimming { $0 == "\n" }.description
    }
}
