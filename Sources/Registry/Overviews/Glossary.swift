import Mechanisms
import Vocabulary

/// What words mean (B105).
extension Registry {
    /// A term that was agreed on, with what forms say of it.
    package struct Definition: Sendable, Hashable {
        package let text: String
        package let source: String
    }

    /// Definitions in a language of the house, by the term in small letters. Of two for one term the later one holds.
    ///
    /// - Parameter tag: Of the language, as its file is called: `en`.
    package func definitions(in tag: String, _ asking: Asking) throws -> [String: Definition] {
        guard let language = book.mapping(from: "iso-639-1", to: "languages")?[tag] else { return [:] }
        return try readable("glossary-term", asking).reduce(into: [:]) { definitions, term in
            guard term.state == "agreed", term.code("language") == language, let word = term.text("term") else {
                return
            }
            definitions[Registry.folded(word)] = Definition(
                text: term.text("definition") ?? "", source: term.text("source") ?? "")
        }
    }

    /// A term as it is looked up: capitals and blanks around it make no other word.
    package static func folded(_ term: String) -> String {
        term.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    func glossary(_ asking: Asking) throws -> OverviewTable {
        let terms = try readable("glossary-term", asking).filter { $0.state == "agreed" }
        let sorted = terms.sorted {
            ($0.code("language") ?? "", $0.text("term") ?? "", $0.record)
                < ($1.code("language") ?? "", $1.text("term") ?? "", $1.record)
        }
        let rows: [[OverviewCell]] = sorted.map { term in
            [
                .text(term.text("term"), record: term.record), term.cell("language", list: "languages"),
                term.cell("definition"), term.cell("source"), term.cell("confused-with"),
            ]
        }
        return OverviewTable(["term", "language", "definition", "source", "confused-with"], rows)
    }
}
