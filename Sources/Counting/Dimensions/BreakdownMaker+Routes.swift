import Tables
import Vocabulary

/// Breakdowns by the way on which persons were moved.
extension BreakdownMaker {
    /// - Parameter end: The first country of the route, or its last.
    func route(
        _ breakdown: Breakdown, _ rows: CountingRows, _ end: KeyPath<RouteTable.Route, UInt16>
    ) -> BreakdownColumn {
        let countries = facts.lists.countries
        var made = BreakdownColumn(
            breakdown, column: rows.routes, values: book.routes.count, codeList: countries.name)
        for code in countries.codes { made.category(code.id) }
        let unlisted = made.category(BreakdownColumn.unlisted)
        let notReported = made.category(BreakdownColumn.notReported)
        for (number, route) in book.routes.enumerated() {
            let place = route[keyPath: end]
            made.assign(
                number,
                to: place == RouteLegFacts.absent
                    ? notReported
                    : Int(place) < countries.codes.count ? made.category(countries.codes[Int(place)].id) : unlisted)
        }
        return made
    }
}
