import Access
import HTTPTypes

/// Every route of the program, checked when it is built: a route without a row of the policy, or two for one address,
/// and the program does not start.
package struct RouteTable: Sendable {
    /// In the order in which they were given.
    package let routes: [Route]
    let gate: RouteGate
    private let patterns: [RoutePattern]
    private let tree: RouteTree

    /// - Throws: ``WebsiteFailure/patternUnreadable(pattern:)``, ``WebsiteFailure/ruleUnknown(route:rule:)``,
    ///   ``WebsiteFailure/exportUngranted(route:)``, ``WebsiteFailure/routesCollide(first:second:)``.
    package init(_ routes: [Route], gate: RouteGate) throws(WebsiteFailure) {
        var patterns: [RoutePattern] = []
        var tree = RouteTree()
        for (place, route) in routes.enumerated() {
            guard gate.knows(route.rule) else {
                throw .ruleUnknown(route: RouteTable.name(route), rule: route.rule.description)
            }
            guard route.export == nil || route.rule.isGranted else {
                throw .exportUngranted(route: RouteTable.name(route))
            }
            let pattern = try RoutePattern(route.pattern)
            for (other, earlier) in zip(routes, patterns)
            where other.method == route.method && earlier.collides(with: pattern) {
                throw .routesCollide(first: RouteTable.name(other), second: RouteTable.name(route))
            }
            patterns.append(pattern)
            tree.add(place, route.method, at: pattern.parts[...])
        }
        self.routes = routes
        self.gate = gate
        self.patterns = patterns
        self.tree = tree
    }

    /// What a table has for a method and a path.
    enum Finding {
        case found(Route, parameters: [String: String])
        /// The methods that the address does have, HEAD and OPTIONS among them.
        case otherMethods([HTTPRequest.Method])
        case nothing
    }

    /// - Parameter path: Parts of the path, decoded. The most specific shape that has the method wins.
    func find(_ method: HTTPRequest.Method, _ path: [String]) -> Finding {
        let ends = tree.ends(of: path[...])
        let wanted = method == .head ? [.head, .get] : [method]
        for end in ends {
            for method in wanted {
                if let place = end[method], let parameters = patterns[place].parameters(of: path) {
                    return .found(routes[place], parameters: parameters)
                }
            }
        }
        var methods = Set(ends.flatMap(\.keys))
        guard !methods.isEmpty else { return .nothing }
        if methods.contains(.get) { methods.insert(.head) }
        methods.insert(.options)
        return .otherMethods(methods.sorted { $0.rawValue < $1.rawValue })
    }

    private static func name(_ route: Route) -> String { "\(route.method.rawValue) \(route.pattern)" }
}
