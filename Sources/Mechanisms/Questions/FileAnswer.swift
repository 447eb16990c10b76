/// A file as the answer to a question: what is said of it in the sheet of answers. Its bytes lie sealed beside the ledger.
package struct FileAnswer: Sendable, Hashable {
    /// As the respondent's machine calls it, without folders.
    package let name: String
    /// By its bytes, not by its name.
    package let mediaType: String
    /// In bytes.
    package let size: Int
    /// SHA-256 of the file, 64 hexadecimal digits: so the hash stands in the chain.
    package let hash: String
    /// Whether a scanner found it clean when it came; one that nobody could look into waits.
    package let isClean: Bool

    package init(name: String, mediaType: String, size: Int, hash: String, isClean: Bool) {
        (self.name, self.mediaType, self.size) = (name, mediaType, size)
        (self.hash, self.isClean) = (hash, isClean)
    }

    /// As an answer holds it; nil for whatever else.
    package init?(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 2, FileAnswer.isName(String(lines[0])),
            let said = lines[1].wholeMatch(of: /([a-z0-9.+\/-]{3,100}) ([0-9]{1,12}) ([0-9a-f]{64}) (clean|waiting)/),
            let size = Int(said.2)
        else { return nil }
        self.init(
            name: String(lines[0]), mediaType: String(said.1), size: size, hash: String(said.3),
            isClean: said.4 == "clean")
    }

    /// As ``init(_:)`` reads it.
    package var text: String { "\(name)\n\(mediaType) \(size) \(hash) \(isClean ? "clean" : "waiting")" }

    /// Name and hash: what a paper says of it.
    package var told: String { "\(name)\nSHA-256 \(hash)" }

    /// Whether a file may be called so: one line that says something, without folders, no longer than 150 characters.
    package static func isName(_ name: String) -> Bool {
        guard let first = name.first, let last = name.last, !first.isWhitespace, !last.isWhitespace,
            name.count <= 150, name != ".", name != ".."
        else { return false }
        return name.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: false
            default: scalar != "/" && scalar != "\\"
            }
        }
    }
}
