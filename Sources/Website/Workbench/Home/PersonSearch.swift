import Access
import Ledger
import Mechanisms
import Registry
import Vocabulary

/// A search for persons by what identifies them.
struct PersonSearch: Sendable {
    /// By the name of the identity field; empty ones are left out.
    let wanted: [String: String]
    /// A whole name as typed: its words are tried as given and family name, either way round.
    let name: String

    init(name: String) {
        self.name = name
        wanted = [:]
    }

    init(_ form: Fields, _ person: Mechanism) {
        name = form["name"] ?? ""
        wanted = Dictionary(
            person.fields.filter { $0.sensitivity == .identity }.compactMap { field in
                form[StepInput.name(of: field.name)].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : (field.name, $0) }
            }, uniquingKeysWith: { first, _ in first })
    }

    var isEmpty: Bool { wanted.isEmpty && name.allSatisfy(\.isWhitespace) }

    /// More than this are not shown: whoever finds more must say more.
    static let mostShown = 20

    /// Those whom the searcher may find and may know of, at most one more than ``mostShown``. Whether others are known
    /// elsewhere shows by nothing.
    func found(_ visit: Visit) throws -> [RecordView] {
        var views: [RecordView] = []
        for query in queries {
            let rows = try visit.registry.search("person", for: query, .folded, visit.asking).rows
            views += rows.filter { row in !views.contains { $0.record == row.record } }
        }
        return Array(views.prefix(PersonSearch.mostShown + 1))
    }

    private var queries: [[String: String]] {
        let words = name.split(whereSeparator: \.isWhitespace).map(String.init)
        switch words.count {
        case 0: return wanted.isEmpty ? [] : [wanted]
        case 1: return ["family-name", "given-name"].map { wanted.merging([$0: words[0]]) { own, _ in own } }
        default:
            let rest = words.dropFirst().joined(separator: " ")
            let most = words.dropLast().joined(separator: " ")
            return [
                ["given-name": words[0], "family-name": rest],
                ["family-name": words[words.count - 1], "given-name": most],
                ["family-name": words[0], "given-name": rest],
            ].reduce(into: []) { queries, query in
                let merged = wanted.merging(query) { own, _ in own }
                if !queries.contains(merged) { queries.append(merged) }
            }
        }
    }
}
