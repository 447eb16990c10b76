import Intake
import Registry
import Vocabulary

/// The library as somebody looks at it: through filters and words that stand in the address.
struct LibraryView: Sendable {
    enum Filter: String, CaseIterable, Sendable {
        case standing, scheme, kind, body, language, pillar
    }

    let library: Library
    let chosen: [Filter: String]
    /// What is looked for; nil where nothing is.
    let words: String?

    /// What a paper says to a filter.
    func values(_ filter: Filter, of document: LibraryDocument) -> [String] {
        switch filter {
        case .standing: [document.standing.rawValue]
        case .scheme: [document.number?.scheme.rawValue].compactMap(\.self)
        case .kind: [document.kind].compactMap(\.self)
        case .body: [document.authorBody].filter { !$0.isEmpty }
        case .language: [document.language].compactMap(\.self)
        case .pillar: document.pillars
        }
    }

    /// The papers that pass every filter that is chosen, but one.
    func documents(leavingOut left: Filter? = nil) -> [LibraryDocument] {
        let asked = chosen.filter { $0.key != left }
        if asked.isEmpty { return library.documents }
        return library.documents.filter { document in
            asked.allSatisfy { filter, value in values(filter, of: document).contains(value) }
        }
    }

    /// The address with a filter set otherwise; nil takes it away.
    func href(_ filter: Filter? = nil, _ value: String? = nil) -> String {
        var chosen = chosen
        if let filter { chosen[filter] = value }
        return DeskFilter.address(LibraryPaths.home, chosen)
    }
}

extension LibraryView {
    init(_ visit: Visit) throws {
        let query = visit.exchange.query
        let words = query["words"].flatMap { $0.contains { !$0.isWhitespace } ? $0 : nil }
        self.init(library: try visit.registry.library(visit.asking), chosen: DeskFilter.chosen(in: query), words: words)
    }
}
