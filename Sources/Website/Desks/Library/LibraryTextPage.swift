import Intake
import Publication
import Registry

/// The text of a paper with every number in it as a link; for `workbench-library-text.mustache`.
struct LibraryTextPage: Sendable {
    struct Piece: Sendable {
        let plain: [String]
        let link: [DeskPage.Link]
    }

    struct Paragraph: Sendable {
        let pieces: [Piece]
    }

    let lead: String
    /// Of the paper, so that it is read aloud in its own; empty where it is not said or not one of ours.
    let language: [String]
    let paragraphs: [Paragraph]

    init(_ document: LibraryDocument, _ text: String, _ library: Library, _ visit: Visit) {
        lead = visit.library("text.lead")
        language = document.language.flatMap { LibraryTextPage.codes[$0] }.map { [$0] } ?? []
        paragraphs = text.split(separator: "\n").map { LibraryTextPage.paragraph(String($0), document, library) }
    }

    /// The two letters that pages have for the five languages.
    private static let codes = ["eng": "en", "fra": "fr", "spa": "es", "por": "pt", "ara": "ar"]

    private static func paragraph(_ text: String, _ document: LibraryDocument, _ library: Library) -> Paragraph {
        let scalars = Array(text.unicodeScalars)
        func written(_ range: Range<Int>) -> String {
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[range])
            return String(text)
        }
        var pieces: [Piece] = []
        var place = 0
        for mention in DocumentNumberReader.mentions(in: text) {
            guard let target = library[mention.number], target.record != document.record else { continue }
            pieces.append(Piece(plain: [written(place..<mention.range.lowerBound)], link: []))
            let link = DeskPage.Link(text: written(mention.range), href: LibraryPaths.paper(target.record))
            pieces.append(Piece(plain: [], link: [link]))
            place = mention.range.upperBound
        }
        pieces.append(Piece(plain: [written(place..<scalars.count)], link: []))
        return Paragraph(pieces: pieces.filter { $0.plain != [""] })
    }
}
