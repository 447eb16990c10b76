/// The different routes that occur, from the first country of the way to the last; number 0 is “not reported”.
///
/// A route is one thing: an incident with four legs has one, so that persons counted by routes add up.
struct RouteTable: Sendable {
    struct Route: Hashable, Sendable {
        /// As ``RouteLegFacts/from``.
        let from: UInt16
        let to: UInt16
    }

    private(set) var routes = [Route(from: RouteLegFacts.absent, to: RouteLegFacts.absent)]
    /// By incident.
    let numbers: [UInt32]

    init(_ legs: RouteLegFacts, incidents: Int) {
        var byIncident: [Int32: [Int]] = [:]
        for row in 0..<legs.index.count where legs.isOpened(row) && legs.incident[row] >= 0 {
            byIncident[legs.incident[row], default: []].append(row)
        }
        var numbers = [UInt32](repeating: 0, count: incidents)
        var found = [routes[0]: UInt32(0)]
        var routes = self.routes
        for (incident, rows) in byIncident.sorted(by: { $0.key < $1.key }) {
            // Legs of one place on the way stand in the order in which they were entered.
            let way = rows.sorted { (legs.ordinal[$0], $0) < (legs.ordinal[$1], $1) }
            let absent = RouteLegFacts.absent
            let route = Route(
                from: way.map { legs.from[$0] }.first { $0 != absent } ?? absent,
                to: way.map { legs.to[$0] }.last { $0 != absent } ?? absent)
            let number = found[route] ?? UInt32(routes.count)
            if number == UInt32(routes.count) {
                found[route] = number
                routes.append(route)
            }
            numbers[Int(incident)] = number
        }
        (self.numbers, self.routes) = (numbers, routes)
    }
}
