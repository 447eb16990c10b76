import Access
import Mechanisms
import Registry

/// The entries at the top of every page: what a function works with most, then all else, then the desks.
struct Navigation {
    let items: [WorkbenchFrame.NavigationItem]

    /// The lists that a function opens every day, as far as it may see them.
    static let daily: [FunctionKind: [String]] = [
        .caseworker: ["person", "case", "task", "share"],
        .competentAuthority: ["person", "case", "status-episode", "share"],
        .liaisonOfficer: ["share", "person", "task"],
        .coordinator: ["organisation", "function", "mandate"],
        .rapporteur: ["status-episode", "incident", "data-source"],
        .dataProtectionOfficer: ["break-glass", "legal-hold", "share"],
        .systemOperator: ["organisation", "function", "mandate"],
    ]

    init(_ visit: Visit) {
        let path = visit.exchange.path
        func item(_ text: String, _ href: String) -> WorkbenchFrame.NavigationItem {
            .init(text: text, href: href, isCurrent: path == href)
        }
        let visible = Dictionary(
            visit.registry.visibleMechanisms(visit.asking).map { ($0.name, $0) },
            uniquingKeysWith: { first, _ in first })
        var items = [item(visit.wording["home.title"], WorkbenchPaths.home)]
        for name in Navigation.daily[visit.asking.actor.function] ?? [] {
            if let mechanism = visible[name] {
                items.append(item(visit.wording.many(mechanism), WorkbenchPaths.list(name)))
            }
        }
        if visit.maySearch {
            items.append(item(visit.wording["search.title"], WorkbenchPaths.search))
        }
        items.append(item(visit.wording["lists.title"], WorkbenchPaths.lists))
        self.items = items + visit.workbench.desks.compactMap { $0.entry(for: visit.exchange, in: visit.workbench) }
    }
}
