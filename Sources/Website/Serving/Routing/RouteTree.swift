import HTTPTypes

/// Places of routes by the parts of their addresses.
struct RouteTree: Sendable {
    /// Places in the table, by method.
    typealias End = [HTTPRequest.Method: Int]

    private var literals: [String: RouteTree] = [:]
    /// One at most: a tree cannot hold itself.
    private var parameter: [RouteTree] = []
    private var end: End = [:]
    private var rest: End = [:]

    mutating func add(_ place: Int, _ method: HTTPRequest.Method, at parts: ArraySlice<RoutePattern.Part>) {
        switch parts.first {
        case nil: end[method] = place
        case .rest: rest[method] = place
        case .literal(let text): literals[text, default: RouteTree()].add(place, method, at: parts.dropFirst())
        case .parameter:
            if parameter.isEmpty { parameter = [RouteTree()] }
            parameter[0].add(place, method, at: parts.dropFirst())
        }
    }

    /// Everything that a path leads to, the most specific first. A path has few parts, so that this stays small.
    func ends(of path: ArraySlice<String>) -> [End] {
        var found: [End] = []
        if let part = path.first {
            found += literals[part]?.ends(of: path.dropFirst()) ?? []
            found += parameter.first?.ends(of: path.dropFirst()) ?? []
        } else if !end.isEmpty {
            found.append(end)
        }
        if !rest.isEmpty { found.append(rest) }
        return found
    }
}
