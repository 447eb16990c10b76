import Access
import Foundation
import HTTPTypes
import Mechanisms
import Registry
import Vocabulary

extension Workbench {
    var homeRoutes: [Route] {
        [
            route(.get, WorkbenchPaths.home, to: .list) { visit in
                shelf.sweep(
                    visit.asking.actor.account, now: TimeInterval(visit.exchange.moment.milliseconds) / 1000)
                let page = try HomePage(visit)
                return visit.page(visit.wording["home.title"], "home", page, marking: page.marking)
            },
            route(.get, WorkbenchPaths.search, to: .search, on: [.victims]) { try search(nil, $0) },
            route(.post, WorkbenchPaths.search, to: .search, on: [.victims], body: .form(isSecret: true)) { visit in
                try search(PersonSearch(visit.exchange.form, try visit.registry.mechanism("person")), visit)
            },
        ]
    }

    private func search(_ search: PersonSearch?, _ visit: Visit) throws -> Answer {
        let person = try visit.registry.mechanism("person")
        guard visit.maySearch else { throw visit.refusal(to: .search, person) }
        let page = try SearchPage(search, person, visit)
        return visit.page(
            visit.wording["search.title"], "search", page, breadcrumb: [visit.homeStep],
            marking: page.hasRows ? .restricted : nil)
    }
}
