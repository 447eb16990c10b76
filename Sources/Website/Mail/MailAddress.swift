import Vocabulary

/// An address of electronic mail in the plain form that every server takes: no comment, no quotes, no name beside it.
///
/// What is left out of RFC 5322 on purpose cannot be used to write a second header or a second receiver.
package struct MailAddress: Hashable, Sendable {
    package let text: String

    /// - Throws: ``MailFailure/addressUnusable``.
    package init(_ written: String) throws(MailFailure) {
        let parts = written.split(separator: "@", omittingEmptySubsequences: false)
        guard written.utf8.count <= 254, parts.count == 2, MailAddress.isLocal(parts[0]), MailAddress.isHost(parts[1])
        else { throw .addressUnusable }
        text = written
    }

    /// RFC 5321, section 4.1.2: a dot-string of at most 64 octets.
    private static func isLocal(_ part: Substring) -> Bool {
        let atoms = part.split(separator: ".", omittingEmptySubsequences: false)
        let marks = Set("!#$%&'*+-/=?^_`{|}~".utf8)
        return part.utf8.count <= 64
            && atoms.allSatisfy { atom in
                !atom.isEmpty && atom.utf8.allSatisfy { isLetterOrDigit($0) || marks.contains($0) }
            }
    }

    /// RFC 1123 names of at least two labels; none of them an address of a machine.
    private static func isHost(_ part: Substring) -> Bool {
        let labels = part.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && labels.last?.utf8.contains { !(48...57).contains($0) } == true
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                    && label.utf8.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
            }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

extension MailAddress: CustomStringConvertible {
    /// Never the address: so that none gets into a log by accident.
    package var description: String { "(address)" }
}
