import Mustache

/// Texts in HTML: what templates put between two braces, and rows by the thousand for which a template takes too long.
package enum Markup {
    /// A text as markup that shows it, between tags as well as in an attribute.
    ///
    /// NB: byte by byte. The template library looks at characters, and a quotation mark with an accent upon it is none of the
    /// five that it escapes: it ended an attribute.
    package static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { entity($0) != nil }) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            if let entity = entity(byte) { bytes += entity.utf8 } else { bytes.append(byte) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text of a template whose two braces escape in this way.
    package static func template(_ text: String) -> String {
        _ = isKnown
        return "{{% CONTENT_TYPE: \(name)}}\n\(text)"
    }

    private static let name = "PAGE"
    private static let isKnown: Void = MustacheContentTypes.register(PageContent(), named: name)

    private static func entity(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}

private struct PageContent: MustacheContentType {
    func escapeText(_ text: String) -> String { Markup.escaped(text) }
}
