import Publication

/// A table of a desk's page; the first cell of a row names it. Narrow screens show rows as cards.
struct DeskTable: Sendable {
    /// What a cell says.
    struct Value: Sendable {
        let text: String
        let href: String?
        let state: DeskPage.Badge?
        let small: [String]

        init(_ text: String, href: String? = nil, state: DeskPage.Badge? = nil, small: [String] = []) {
            (self.text, self.href, self.state, self.small) = (text, href, state, small)
        }
    }

    let caption: String
    let columns: [String]
    /// As markup: tables of hundreds of rows were half the time of their pages as templates (decision 0262).
    let rows: String
    /// Whether the section's title says it, so that readers of the screen need not see it twice.
    private(set) var isSaidAbove = false

    init(_ caption: String, columns: [String], rows: [[Value]]) {
        (self.caption, self.columns) = (caption, columns)
        self.rows = rows.map { values in
            let cells = zip(columns, values).dropFirst().map { label, value in
                "<td data-label=\"\(Markup.escaped(label))\"><span>\(value.markup)</span></td>"
            }
            return "<tr>\(values.first.map { "<th scope=\"row\">\($0.markup)</th>" } ?? "")\(cells.joined())</tr>\n"
        }.joined()
    }

    /// The table where it stands under a title.
    func under(_ title: String) -> DeskTable {
        var table = self
        table.isSaidAbove = caption == title
        return table
    }
}

extension DeskTable.Value {
    /// As it stands in its cell.
    fileprivate var markup: String {
        let said = Markup.escaped(text)
        let name = href.map { "<a href=\"\(Markup.escaped($0))\">\(said)</a>" } ?? "<span>\(said)</span>"
        let badge = state.map { "<span class=\"badge tone-\($0.tone)\">\(Markup.escaped($0.text))</span>" } ?? ""
        return name + " " + badge
            + small.filter { !$0.isEmpty }.map { " <small>\(Markup.escaped($0))</small>" }.joined()
    }
}
