package import Disclosure
package import Tables

/// One face of a released table: a dimension down, one across, the others held at a category or their total.
package struct Crosstab: Sendable {
    /// What is shown: names of dimensions and codes of categories, as they stand in an address.
    package struct Choice: Hashable, Sendable {
        package var rows: String?
        package var columns: String?
        /// Codes by dimension name; a dimension that is not named is at its total.
        package var held: [String: String]

        package init(rows: String? = nil, columns: String? = nil, held: [String: String] = [:]) {
            self.rows = rows
            self.columns = columns
            self.held = held
        }
    }

    /// A line of the table, or a column: a category, or the total (nil).
    package struct Line: Hashable, Sendable {
        package let place: Int?
        package let depth: Int
    }

    package let rowDimension: Dimension
    package let columnDimension: Dimension?
    /// The total first, where there is one, then the categories in their order.
    package let rows: [Line]
    package let columns: [Line]
    /// By row and column; nil where the table has no such cell.
    package let outcomes: [[ReleasedTable.Outcome?]]
    /// The choice as it was carried out: what could not be read fell back to the usual one.
    package let choice: Choice

    /// Nil for a table without dimensions.
    package init?(_ reader: TableReader, _ wanted: Choice = Choice()) {
        let dimensions = reader.table.dimensions
        guard let rowPlace = Crosstab.rowPlace(in: dimensions, wanted: wanted.rows) else { return nil }
        let columnPlace = Crosstab.columnPlace(in: dimensions, wanted: wanted.columns, rows: rowPlace)
        let standing = reader.standing
        var held: [String: String] = [:]
        var start = [Int?](repeating: nil, count: dimensions.count)
        for (place, dimension) in dimensions.enumerated() where place != rowPlace && place != columnPlace {
            guard let asked = wanted.held[dimension.name] ?? standing[dimension.name],
                let category = dimension.place(of: asked) ?? standing[dimension.name].flatMap(dimension.place(of:))
            else { continue }
            let code = dimension.categories[category].code
            held[dimension.name] = code
            start[place] = category
        }
        let rows = Crosstab.lines(of: dimensions[rowPlace])
        let columns = columnPlace.map { Crosstab.lines(of: dimensions[$0]) } ?? [Line(place: nil, depth: 0)]
        rowDimension = dimensions[rowPlace]
        columnDimension = columnPlace.map { dimensions[$0] }
        self.rows = rows
        self.columns = columns
        outcomes = rows.map { row in
            columns.map { column in
                var coordinates = start
                coordinates[rowPlace] = row.place
                if let columnPlace { coordinates[columnPlace] = column.place }
                return reader.table.outcome(at: coordinates)
            }
        }
        choice = Choice(
            rows: rowDimension.name, columns: columnPlace.map { dimensions[$0].name } ?? "none", held: held)
    }

    private static func lines(of dimension: Dimension) -> [Line] {
        (dimension.addsUp ? [Line(place: nil, depth: 0)] : [])
            + dimension.categories.indices.map { Line(place: $0, depth: dimension.depth(of: $0)) }
    }

    /// The wanted one, else the first that is not time.
    private static func rowPlace(in dimensions: [Dimension], wanted: String?) -> Int? {
        dimensions.firstIndex { $0.name == wanted } ?? dimensions.firstIndex { !$0.isTime } ?? dimensions.indices.first
    }

    /// The wanted one, else time, else the shortest other; none where `none` is asked for.
    private static func columnPlace(in dimensions: [Dimension], wanted: String?, rows: Int) -> Int? {
        if wanted == "none" { return nil }
        let others = dimensions.indices.filter { $0 != rows }
        return others.first { dimensions[$0].name == wanted } ?? others.first { dimensions[$0].isTime }
            ?? others.min { dimensions[$0].categories.count < dimensions[$1].categories.count }
    }
}
