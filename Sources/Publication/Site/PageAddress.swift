/// A page of the site, whatever the language.
package enum PageAddress: Hashable, Sendable {
    case index
    case indicator(String)
    case tables
    case table(String, TableRequest)
    case release(Int)
    case notices
    case notice(Int)
    case methods
    case about

    /// `/en/tables/NAME?rows=sex`.
    package func path(in language: String) -> String {
        let page =
            switch self {
            case .index: ""
            case .indicator(let id): "indicators/\(id)"
            case .tables: "tables"
            case .table(let name, let request): "tables/\(name)\(request.query)"
            case .release(let number): "releases/\(number)"
            case .notices: "notices"
            case .notice(let number): "notices/\(number)"
            case .methods: "methods"
            case .about: "about"
            }
        return "/\(language)/\(page)"
    }

    /// The page of a path behind the language, nil for none. Whether it exists is for ``Site`` to say.
    package init?(path: [Substring], query: [(name: String, value: String)]) {
        switch (path.first, path.count) {
        case (nil, 0): self = .index
        case ("tables", 1): self = .tables
        case ("notices", 1): self = .notices
        case ("methods", 1): self = .methods
        case ("about", 1): self = .about
        case ("indicators", 2): self = .indicator(String(path[1]))
        case ("tables", 2): self = .table(String(path[1]), TableRequest(query))
        case ("releases", 2), ("notices", 2):
            guard let number = Int(path[1]), number > 0, String(number) == path[1] else { return nil }
            self = path[0] == "releases" ? .release(number) : .notice(number)
        default: return nil
        }
    }
}
