/// Where a request goes, taken apart: the parts of its path, decoded, and its query.
struct Target: Sendable {
    /// Decoded; without the empty part behind a slash at the end.
    let parts: [String]
    /// As sent, with percent-encoding and without the query.
    let path: String
    let query: Fields

    /// Longer targets are refused before they are read.
    static let longest = 4096

    /// - Throws: ``RequestRefusal/targetTooLong(limit:)``, ``RequestRefusal/notFound`` for a path that no address can
    ///   have, ``RequestRefusal/targetUnreadable`` for a query that is not UTF-8 behind its percent signs.
    init(_ text: String) throws(RequestRefusal) {
        guard text.utf8.count <= Target.longest else { throw .targetTooLong(limit: Target.longest) }
        let sides = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard sides[0].hasPrefix("/") else { throw .notFound }
        path = String(sides[0])
        parts = try Target.parts(of: sides[0])
        guard let query = Fields(encoded: sides.count > 1 ? sides[1] : "", most: 200) else { throw .targetUnreadable }
        self.query = query
    }

    /// Refuses what could climb out of a folder or hide a second path: dots alone, an empty part, a slash or backslash
    /// behind a percent sign, control characters.
    private static func parts(of path: Substring) throws(RequestRefusal) -> [String] {
        var pieces = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        if pieces.last?.isEmpty == true { pieces.removeLast() }
        var parts: [String] = []
        for piece in pieces {
            guard let part = PercentText.decoded(piece, plusIsBlank: false), !part.isEmpty, part != ".", part != "..",
                part.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 && $0 != "/" && $0 != "\\" })
            else { throw .notFound }
            parts.append(part)
        }
        return parts
    }
}
