/// A table of a desk's page; the first cell of a row names it. Narrow screens show rows as cards.
struct DeskTable: Sendable {
    struct Cell: Sendable {
        let label: String
        let text: String
        let link: [DeskPage.Link]
        let isPlain: Bool
        let state: [DeskPage.Badge]
        let small: [String]
    }

    struct Row: Sendable {
        let head: [Cell]
        let cells: [Cell]
    }

    /// What a cell says, before its column is known.
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
    let rows: [Row]

    init(_ caption: String, columns: [String], rows: [[Value]]) {
        (self.caption, self.columns) = (caption, columns)
        self.rows = rows.map { values in
            let cells = zip(columns, values).map { label, value in
                Cell(
                    label: label, text: value.text,
                    link: value.href.map { [DeskPage.Link(text: value.text, href: $0)] } ?? [],
                    isPlain: value.href == nil, state: value.state.map { [$0] } ?? [],
                    small: value.small.filter { !$0.isEmpty })
            }
            return Row(head: Array(cells.prefix(1)), cells: Array(cells.dropFirst()))
        }
    }
}
