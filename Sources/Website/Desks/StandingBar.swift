import Publication

/// How many of a whole stand how, as one bar with its legend, for `workbench-bar.mustache`.
struct StandingBar: Sendable {
    /// A piece of the bar; the whole is 1000 wide.
    struct Segment: Sendable {
        let start: Int
        let width: Int
        let style: String
        let label: String
    }

    let title: String
    /// In pixels.
    let height: Int
    let segments: [Segment]

    /// - Parameter parts: In the order of the bar, each with its look and its name; those of nobody are left out.
    init(_ title: String, height: Int = 32, _ parts: [(style: String, count: Int, name: String)], _ texts: Texts) {
        (self.title, self.height) = (title, height)
        let whole = parts.reduce(0) { $0 + $1.count }
        var before = 0
        segments = parts.filter { $0.count > 0 }.map { part in
            let (start, end) = (before * 1000 / whole, (before + part.count) * 1000 / whole)
            before += part.count
            return Segment(
                start: start, width: end - start, style: part.style, label: "\(part.name): \(texts.number(part.count))")
        }
    }
}

extension DeskSection {
    /// The figures of a bar as a table, each a filter, with what it means.
    static func standings(
        _ title: String, columns: [String], _ lines: [(name: String, href: String, count: Int, meaning: String)],
        _ texts: Texts
    ) -> DeskSection {
        let rows = lines.map { line in
            [
                DeskTable.Value(line.name, href: line.href), DeskTable.Value(texts.number(line.count)),
                DeskTable.Value(line.meaning),
            ]
        }
        return DeskSection("standing", title, tables: [DeskTable(title, columns: columns, rows: rows)])
    }
}
