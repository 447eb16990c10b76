import Ledger
package import Mechanisms
import Vocabulary

/// States and regional organisations by whatever name a list gives them: a code, or a name in any language of the book.
package struct TreatyPartyNames: Sendable {
    private let byName: [String: TreatyParty]

    package init(_ book: Book) {
        var byName: [String: TreatyParty] = [:]
        let lists: [(String, (String) -> TreatyParty)] = [
            ("countries", TreatyParty.state), ("regional-organisations", TreatyParty.organisation),
        ]
        for (list, party) in lists {
            for code in book.codeLists[list]?.codes ?? [] {
                byName[NameFolding.fold(code.id)] = party(code.id)
                for language in book.labels.languages {
                    let name = book.labels.text(TextKey.code(list, code.id), in: language)
                    byName[NameFolding.fold(name)] = party(code.id)
                }
            }
        }
        self.byName = byName
    }

    /// Nil for a name that nobody has in these words: it is not guessed at.
    package subscript(name: String) -> TreatyParty? { byName[NameFolding.fold(name)] }
}
