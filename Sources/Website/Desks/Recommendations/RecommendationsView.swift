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
        return DeskFilter.address(RecommendationsView.home, chosen)
    }
}

extension RecommendationsView {
    init(_ visit: Visit) throws {
        self.init(
            known: try visit.registry.recommendations(visit.asking), chosen: DeskFilter.chosen(in: visit.exchange.query)
        )
    }
}
