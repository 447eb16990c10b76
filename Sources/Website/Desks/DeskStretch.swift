/// The stretch of a long list that a page shows: where it begins stands in the address.
struct DeskStretch: Sendable {
    /// Rows on a page.
    static let mostRows = 200

    private let name: String
    private let from: Int
    private let most: Int

    /// - Parameters:
    ///   - name: What where it begins is called in the address.
    ///   - most: Rows of it, where a page shows several lists.
    init(_ exchange: Exchange, by name: String = "from", most: Int = DeskStretch.mostRows) {
        (self.name, self.most) = (name, most)
        from = max(0, exchange.query[name].flatMap { Int($0) } ?? 0)
    }

    func rows<Row>(of all: [Row]) -> ArraySlice<Row> { all.dropFirst(from).prefix(most) }

    /// The way to the rows that follow; none at the end.
    ///
    /// - Parameters:
    ///   - count: Of all rows.
    ///   - href: The address without where it begins.
    func next(of count: Int, _ text: String, _ href: String) -> [DeskPage.Link] {
        // NB: no sum before it is known to be in the list, since anything may stand in an address.
        guard from < count - most else { return [] }
        let mark = href.contains("?") ? "&" : "?"
        return [.init(text: text, href: "\(href)\(mark)\(name)=\(from + most)")]
    }
}
