import Foundation
import Registry
import Vocabulary

/// Recommendations as somebody looks at them: through filters that stand in the address.
struct RecommendationsView: Sendable {
    enum Filter: String, CaseIterable, Sendable {
        case body, cycle, standing, addressee
    }

    static let home = "\(WorkbenchPaths.home)/recommendations"

    let known: RecommendationRegister
    let chosen: [Filter: String]

    /// What a line says to a filter.
    func value(_ filter: Filter, of line: RecommendationRegister.Line) -> String {
        switch filter {
        case .body: known.cycle(of: line)?.body ?? ""
        case .cycle: known.cycle(of: line)?.record.description ?? ""
        case .standing: line.standing.rawValue
        case .addressee: line.addressee
        }
    }

    /// The lines that pass every filter that is chosen, but one; unanswered first.
    func lines(leavingOut left: Filter? = nil) -> [RecommendationRegister.Line] {
        known.unansweredFirst.filter { line in
            chosen.allSatisfy { filter, value in filter == left || self.value(filter, of: line) == value }
        }
    }

    /// The address with a filter set otherwise; nil takes it away.
    func href(_ filter: Filter? = nil, _ value: String? = nil) -> String {
        var chosen = chosen
        if let filter { chosen[filter] = value }
        let items = Filter.allCases.compactMap { filter in
            chosen[filter].map { URLQueryItem(name: filter.rawValue, value: $0) }
        }
        guard !items.isEmpty else { return RecommendationsView.home }
        var components = URLComponents()
        components.queryItems = items
        return "\(RecommendationsView.home)?\((components.percentEncodedQuery ?? "").replacing("+", with: "%2B"))"
    }
}

extension RecommendationsView {
    init(_ visit: Visit) throws {
        let query = visit.exchange.query
        let chosen: [Filter: String] = Filter.allCases.reduce(into: [:]) { chosen, filter in
            chosen[filter] = query[filter.rawValue].flatMap { $0.isEmpty ? nil : $0 }
        }
        self.init(known: try visit.registry.recommendations(visit.asking), chosen: chosen)
    }
}
