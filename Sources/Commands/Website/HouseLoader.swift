import Access
import Publication
import Registry
import Website

/// Puts the house together from the files beside the program: pages, and the routes of each of its parts.
struct HouseLoader {
    let resources: Resources

    /// Texts, templates and the style sheet of the pages for people who sign in.
    func pages() throws -> Pages {
        try Pages(
            languages: BookLoader(resources: resources).languages(), templates: resources.templates(),
            styleSheet: Array(resources.text("style/workbench.css").utf8), icon: resources.icon())
    }

    /// Every route of the house, checked against the policy.
    ///
    /// - Parameters:
    ///   - exit: Where the quick exit leads.
    ///   - open: Nil for the public site alone. The routes of a new part are added here.
    func table(_ stand: SiteStand, _ pages: Pages, exit: String, _ open: OpenHouse?) throws -> RouteTable {
        var routes = SiteRoutes.routes(stand)
        if let open {
            let door = open.accountHouse
            routes += HouseRoutes.routes(pages, exit: exit, leave: door.leave) + door.routes
            routes += APIRoutes(open.registry, scanner: open.scanner, webhooks: open.webhooks).routes
            routes += open.workbench.routes
        } else {
            routes += HouseRoutes.routes(pages, exit: exit)
        }
        return try RouteTable(routes, gate: RouteGate(open?.registry.policy ?? Policy()))
    }
}

extension Resources {
    func icon() throws -> HouseIcon { HouseIcon(Array(try text("style/icon.svg").utf8)) }

    /// Every Mustache template, by its name without the ending.
    func templates() throws -> [String: String] {
        var templates: [String: String] = [:]
        for file in try files(in: "templates", ending: "mustache") {
            templates[String(file.dropLast(9))] = try text("templates/\(file)")
        }
        return templates
    }
}
