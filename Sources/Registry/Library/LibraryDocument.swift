package import Intake
import Mechanisms
package import Vocabulary

/// A paper of the library as its record has it.
///
/// NB: a class that never changes, since pages go through 20,000 of them: to copy as many structs of fifteen texts took more
/// time than all that is asked of them (decision 0262).
package final class LibraryDocument: Sendable, Hashable {
    /// How much the library has of it.
    package enum Standing: String, Sendable, CaseIterable {
        /// It is in the library.
        case held
        /// Others name it; nobody brought it in.
        case cited
        /// It was taken out of the library.
        case withdrawn

        /// Of two papers under one number, the one that counts has the lower.
        var rank: Int {
            switch self {
            case .held: 0
            case .cited: 1
            case .withdrawn: 2
            }
        }
    }

    package let record: RecordID
    package let version: Int
    package let standing: Standing
    /// As written; empty where it has none.
    package let written: String
    /// Nil where it has no number, or one of a scheme that is not known.
    package let number: DocumentNumber?
    package let title: String
    package let authorBody: String
    package let dated: Period?
    /// A code of the list `languages`.
    package let language: String?
    /// A code of the list `document-kinds`.
    package let kind: String?
    /// A code of the list `library-markings`; nil for a paper that is only cited.
    package let marking: String?
    /// Codes of the list `plan-pillars`.
    package let pillars: [String]
    package let subjects: String
    /// SHA-256 of the file that was brought in.
    package let fileHash: String?
    /// SHA-256 of its text; nil where the library has none.
    package let hash: String?

    /// Of its text, for the index of words.
    var edition: String { LibraryDocument.edition(version: version, hash: hash ?? "") }

    static func edition(version: Int, hash: String) -> String { "\(version) \(hash)" }

    /// Whether others list it by a title, and nobody has brought it in or given it a number.
    var isOnlyTitled: Bool { standing == .cited && written.isEmpty }

    /// By which people know it.
    package var name: String { written.isEmpty ? title : written }

    package static func == (first: LibraryDocument, second: LibraryDocument) -> Bool {
        (first.record, first.version) == (second.record, second.version)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(record)
        hasher.combine(version)
    }

    init(_ state: RecordState) {
        record = state.record
        version = state.version
        standing = Standing(rawValue: state.state) ?? .withdrawn
        written = state.text("number") ?? ""
        number = DocumentNumber(written)
        (title, authorBody) = (state.text("title") ?? "", state.text("author-body") ?? "")
        if case .period(let period)? = state.fields["dated"] { dated = period } else { dated = nil }
        (language, kind, marking) = (state.code("language"), state.code("kind"), state.code("marking"))
        if case .codes(let codes)? = state.fields["pillars"] { pillars = codes } else { pillars = [] }
        subjects = state.text("subjects") ?? ""
        (fileHash, hash) = (state.text("file-hash"), state.text("hash"))
    }
}
