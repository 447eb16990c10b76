import Vocabulary

/// Where the columns of a source description lie in one file.
struct Header {
    /// The header row, as it stands.
    let row: Row
    /// Cells of a row that belong to the file; a column `findings` of ours at the end is none.
    let count: Int
    /// Places of columns by their name in the description.
    let places: [String: Int]
    let findings: [Finding]

    /// The name of the column that the file of held-back rows has at its end.
    static let findingsColumn = "findings"

    /// - Throws: ``IntakeFailure/columnsMissing(_:delimiter:)`` or ``IntakeFailure/columnRepeated(names:)``.
    init(_ row: Row, of description: SourceDescription, delimiter: String?) throws(IntakeFailure) {
        let names = (0..<row.count).map(row.trimmed)
        let hasFindings = names.last == Self.findingsColumn
        let ownNames = hasFindings ? Array(names.dropLast()) : names
        let folded = ownNames.map(folded(header:))
        var places: [String: Int] = [:]
        var missing: [String] = []
        var repeated: [String] = []
        for column in description.columns {
            let matches = Self.matches(of: column, in: ownNames, folded)
            if matches.count > 1 { repeated.append(column.name) }
            if let place = matches.first {
                places[column.name] = place
            } else if column.isRequired {
                missing.append(column.name)
            }
        }
        let unread = ownNames.indices.filter { place in
            !places.values.contains(place) && !ownNames[place].isEmpty
        }.map { ownNames[$0] }
        guard missing.isEmpty else {
            throw .columnsMissing(
                missing.map { .init(name: $0, resembling: nearest(to: $0, among: unread)) }, delimiter: delimiter)
        }
        guard repeated.isEmpty else { throw .columnRepeated(names: repeated) }
        self.row = row
        self.places = places
        count = ownNames.count
        findings = unread.map {
            FindingKind.columnUnread.finding(
                row: row.number, column: $0, "The source description does not mention this column; it is not read.",
                remedy: "Add it to the description if it should be.")
        }
    }

    /// Places whose header is the column's name or one of its aliases: as written, else folded.
    private static func matches(
        of column: SourceDescription.Column, in names: [String], _ folded: [String]
    ) -> [Int] {
        let spellings = [column.name] + column.aliases
        let exact = names.indices.filter { spellings.contains(names[$0]) }
        if !exact.isEmpty { return exact }
        let foldedSpellings = Set(spellings.map(Intake.folded(header:)))
        return names.indices.filter { foldedSpellings.contains(folded[$0]) && !folded[$0].isEmpty }
    }
}
