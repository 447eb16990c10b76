package import Vocabulary

/// A paper that somebody brings into the library: what is said of it, and its text.
package struct LibraryPaper: Sendable {
    package var title: String
    package var text: String
    /// In whatever spelling; nil where it has none.
    package var number: String?
    package var authorBody: String?
    package var dated: Period?
    /// A code of the list `languages`.
    package var language: String?
    /// A code of the list `document-kinds`.
    package var kind: String?
    /// A code of the list `library-markings`.
    package var marking: String
    /// Codes of the list `plan-pillars`.
    package var pillars: [String] = []
    package var fileName: String?
    /// SHA-256 of the file, 64 hexadecimal digits.
    package var fileHash: String?
    /// Of the list that names it, from 1.
    package var line: Int?

    package init(title: String, text: String, marking: String) {
        (self.title, self.text, self.marking) = (title, text, marking)
    }
}
