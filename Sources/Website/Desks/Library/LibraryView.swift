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

    /// What the filters leave.
    struct Remainder {
        /// The papers that pass every filter that is chosen.
        fileprivate(set) var documents: [LibraryDocument] = []
        /// By filter and value, how many papers say so and pass every other filter.
        fileprivate(set) var counts: [Filter: [String: Int]] = [:]
    }

    /// Goes through the papers once, whatever is chosen: one that fails two filters counts nowhere, one that fails a single
    /// filter is among the counts of that filter alone.
    func remainder() -> Remainder {
        var remainder = Remainder()
        var counts = Filter.allCases.map { _ in [String: Int]() }
        let asked = chosen.map { (filter: $0.key, value: $0.value) }
        for document in library.documents {
            var failed: Filter?
            var failures = 0
            for (filter, value) in asked {
                var passes = false
                LibraryView.values(filter, of: document) { passes = passes || $0 == value }
                guard !passes else { continue }
                (failed, failures) = (filter, failures + 1)
            }
            guard failures < 2 else { continue }
            if failures == 0 { remainder.documents.append(document) }
            for (place, filter) in Filter.allCases.enumerated() where failed == nil || failed == filter {
                LibraryView.values(filter, of: document) { counts[place][$0, default: 0] += 1 }
            }
        }
        remainder.counts = Dictionary(uniqueKeysWithValues: zip(Filter.allCases, counts))
        return remainder
    }

    /// What a paper says to a filter: no array is made for each of 20,000 papers.
    private static func values(_ filter: Filter, of document: LibraryDocument, _ take: (String) -> Void) {
        switch filter {
        case .standing: take(document.standing.rawValue)
        case .scheme: if let scheme = document.number?.scheme { take(scheme.rawValue) }
        case .kind: if let kind = document.kind { take(kind) }
        case .body: if !document.authorBody.isEmpty { take(document.authorBody) }
        case .language: if let language = document.language { take(language) }
        case .pillar: document.pillars.forEach(take)
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
