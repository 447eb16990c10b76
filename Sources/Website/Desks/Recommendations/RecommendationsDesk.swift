import Access
import HTTPTypes
import Mechanisms
import Publication
import Registry
import Vocabulary

/// Where recommendations of all bodies are followed: those that nobody answered come first.
package struct RecommendationsDesk: Desk {
    package init() {}

    package func routes(in workbench: Workbench) -> [Route] {
        [workbench.route(.get, RecommendationsView.home, to: .read, on: [.plans], tracker)]
    }

    package func entry(for exchange: Exchange, in workbench: Workbench) -> WorkbenchFrame.NavigationItem? {
        let visit = Visit(workbench, exchange)
        return visit.navigation(visit.recommendations("title"), RecommendationsView.home, toRead: .plans)
    }

    private func tracker(_ visit: Visit) throws -> Answer {
        let page = RecommendationsPage(try RecommendationsView(visit), visit)
        return visit.page(
            visit.recommendations("title"), "plan", page, breadcrumb: [visit.homeStep], marking: .professionals)
    }
}

extension Visit {
    /// A text of the desk: `recommendations.title` for `title`.
    func recommendations(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
        exchange.texts.filled("recommendations.\(key)", values)
    }
}
