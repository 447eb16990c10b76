import Foundation

/// The choices of a page that stand in its address, so that it can be sent to a colleague.
extension DeskFilter {
    /// What is chosen in an address; an empty value is none.
    static func chosen<Filter: RawRepresentable<String> & CaseIterable & Hashable>(
        in query: Fields, _ filters: Filter.Type = Filter.self
    ) -> [Filter: String] {
        Filter.allCases.reduce(into: [:]) { chosen, filter in
            chosen[filter] = query[filter.rawValue].flatMap { $0.isEmpty ? nil : $0 }
        }
    }

    /// The address with these choices, in the order of the filters.
    ///
    /// - Parameters:
    ///   - before: What stands before them in the address.
    ///   - after: What stands behind them.
    static func address<Filter: RawRepresentable<String> & CaseIterable & Hashable>(
        _ path: String, _ chosen: [Filter: String], before: [URLQueryItem] = [], after: [URLQueryItem] = []
    ) -> String {
        let items =
            before
            + Filter.allCases.compactMap { filter in
                chosen[filter].map { URLQueryItem(name: filter.rawValue, value: $0) }
            } + after
        guard !items.isEmpty else { return path }
        var components = URLComponents()
        components.queryItems = items
        // A plus stands for a blank in what forms send.
        return "\(path)?\((components.percentEncodedQuery ?? "").replacing("+", with: "%2B"))"
    }
}
