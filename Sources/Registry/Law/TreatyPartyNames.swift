package import Mechanisms

/// States and regional organisations by whatever name a list gives them: a code, or a name in any language of the book.
package struct TreatyPartyNames: Sendable {
    private let countries: CodeNames
    private let organisations: CodeNames

    package init(_ book: Book) {
        (countries, organisations) = (CodeNames(book, "countries"), CodeNames(book, "regional-organisations"))
    }

    /// Nil for a name that nobody has in these words: it is not guessed at.
    package subscript(name: String) -> TreatyParty? {
        organisations[name].map { TreatyParty.organisation($0) } ?? countries[name].map { TreatyParty.state($0) }
    }
}
