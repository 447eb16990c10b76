/// A small file of rows as texts, all at once: for tables of figures, not for records of persons.
package struct WholeTable: Sendable {
    package let header: [String]
    /// With the number of the row as a spreadsheet shows it; not necessarily as long as the header.
    package let rows: [(number: Int, cells: [String])]

    /// Reads a CSV file (encoding and delimiter detected) or the first sheet of a workbook. Blank rows are left out.
    ///
    /// - Throws: ``IntakeFailure`` where the file is empty or cannot be read.
    package init(_ source: any ByteSource) throws(IntakeFailure) {
        var reader = try RowFile.open(source, FileFormat(), expecting: [])
        var row = Row()
        var header: [String]?
        var rows: [(number: Int, cells: [String])] = []
        while try reader.next(into: &row) {
            if row.isBlank { continue }
            let cells = (0..<row.count).map { row.trimmed($0) }
            if header == nil { header = cells } else { rows.append((row.number, cells)) }
        }
        guard let header else { throw .empty(file: source.name) }
        self.header = header
        self.rows = rows
    }
}
