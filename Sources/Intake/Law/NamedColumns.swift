import Vocabulary

/// A small table whose columns are found by their names, in any order: for layouts that people write by hand.
struct NamedColumns {
    struct Line {
        let number: Int
        private let cells: [String: String]

        init(_ number: Int, _ cells: [String: String]) { (self.number, self.cells) = (number, cells) }

        /// Nil where the column is missing or the cell is empty.
        subscript(column: String) -> String? { cells[column].flatMap { $0.isEmpty ? nil : $0 } }
    }

    let lines: [Line]
    /// Columns that the layout does not have.
    let findings: [Finding]

    /// - Parameters:
    ///   - needed: Columns that must be there.
    ///   - known: All that the layout has.
    /// - Throws: ``IntakeFailure`` where the file cannot be read, or a needed column is missing or there twice.
    init(_ source: any ByteSource, needed: [String], known: Set<String>) throws(IntakeFailure) {
        let table = try WholeTable(source)
        var places: [String: Int] = [:]
        for (place, name) in table.header.enumerated() {
            let folded = name.lowercased().split { " _-".contains($0) }.joined(separator: "-")
            guard places.updateValue(place, forKey: folded) == nil else { throw .columnRepeated(names: [name]) }
        }
        let missing = needed.filter { places[$0] == nil }
        guard missing.isEmpty else {
            throw .columnsMissing(missing.map { .init(name: $0, resembling: nil) }, delimiter: nil)
        }
        findings = places.keys.filter { !known.contains($0) }.sorted().map { name in
            FindingKind.columnUnread.finding(
                row: 1, column: name, "The layout has no column “\(name)”; it was left out.",
                remedy: "Nothing, if it is not needed.", about: [name])
        }
        lines = table.rows.map { row in
            let filled = places.compactMap { name, place in
                place < row.cells.count ? (name, row.cells[place]) : nil
            }
            return Line(row.number, Dictionary(filled, uniquingKeysWith: { first, _ in first }))
        }
    }
}
