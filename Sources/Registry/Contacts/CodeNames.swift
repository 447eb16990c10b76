import Ledger
package import Mechanisms
import Vocabulary

/// Codes of a list by whatever name somebody gives them: the code itself, or its name in any language of the book.
package struct CodeNames: Sendable {
    private let byName: [String: String]

    package init(_ book: Book, _ list: String) {
        var byName: [String: String] = [:]
        for code in book.codeLists[list]?.codes ?? [] {
            for language in book.labels.languages {
                byName[NameFolding.fold(book.labels.text(TextKey.code(list, code.id), in: language))] = code.id
            }
        }
        // A code is never taken for a name of another.
        for code in book.codeLists[list]?.codes ?? [] { byName[NameFolding.fold(code.id)] = code.id }
        self.byName = byName
    }

    /// Nil for a name that nothing has in these words: it is not guessed at.
    package subscript(name: String) -> String? { byName[NameFolding.fold(name)] }
}
