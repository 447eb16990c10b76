import Access
import Publication
import Website

/// Puts the house together from the files beside the program: pages, and the routes of each of its parts.
struct HouseLoader {
    let resources: Resources

    /// Texts, templates and the style sheet of the pages for people who sign in.
    func pages() throws -> Pages {
        try Pages(
            languages: BookLoader(resources: resources).languages(), templates: resources.templates(),
            styleSheet: Array(resources.text("style/workbench.css").utf8))
    }

    /// Every route of the house, checked against the policy.
    ///
    /// - Parameter exit: Where the quick exit leads.
    func table(_ site: Site, _ pages: Pages, exit: String) throws -> RouteTable {
        try RouteTable(HouseRoutes.routes(pages, exit: exit) + SiteRoutes.routes(site), gate: RouteGate(Policy()))
    }
}

extension Resources {
    /// Every Mustache template, by its name without the ending.
    func templates() throws -> [String: String] {
        var templates: [String: String] = [:]
        for file in try files(in: "templates", ending: "mustache") {
            templates[String(file.dropLast(9))] = try text("templates/\(file)")
        }
        return templates
    }
}
