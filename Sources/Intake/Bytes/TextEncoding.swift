/// How the characters of a text file are written.
package enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case windows1252 = "windows-1252"
    case latin1 = "latin-1"

    /// What the first bytes of a file say of it.
    ///
    /// A byte order mark decides; without one, NUL in every second place means UTF-16, valid UTF-8 is UTF-8, and
    /// what is neither is Windows-1252, which holds all printable characters of Latin-1 in the same places.
    ///
    /// - Parameter head: The start of the file; it may end in the middle of a character.
    /// - Returns: The encoding, and how many bytes of mark to skip.
    package static func detect(in head: [UInt8]) -> (encoding: TextEncoding, markBytes: Int) {
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if head.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        if let encoding = utf16WithoutMark(head) { return (encoding, 0) }
        return (isUTF8(head) ? .utf8 : .windows1252, 0)
    }

    /// Text in Latin script has its NULs on one side of each pair; a damaged file has a few anywhere.
    private static func utf16WithoutMark(_ head: [UInt8]) -> TextEncoding? {
        let pairs = min(head.count / 2, 2048)
        guard pairs >= 2 else { return nil }
        let evenNULs = (0..<pairs).count { head[2 * $0] == 0 }
        let oddNULs = (0..<pairs).count { head[2 * $0 + 1] == 0 }
        if oddNULs * 10 > pairs * 6, evenNULs * 10 < pairs { return .utf16LittleEndian }
        if evenNULs * 10 > pairs * 6, oddNULs * 10 < pairs { return .utf16BigEndian }
        return nil
    }

    /// Valid but for a character cut off at the end.
    private static func isUTF8(_ head: [UInt8]) -> Bool {
        var end = head.count
        var steps = 0
        while end > 0, steps < 3, head[end - 1] & 0xC0 == 0x80 {
            end -= 1
            steps += 1
        }
        if end > 0, head[end - 1] >= 0xC0 { end -= 1 } else { end = head.count }
        return isValidUTF8(head[..<end]) || isValidUTF8(head[...])
    }
}

/// Whether the bytes are well-formed UTF-8.
func isValidUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
}
