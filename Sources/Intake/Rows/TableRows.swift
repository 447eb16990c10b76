/// A file of rows with a header, row after row: for files of any size, of records that no description maps.
package struct TableRows {
    /// The first row that is not blank, without the blanks around its cells.
    package let header: [String]
    /// What the file was taken for, in words: `CSV, UTF-8, separated by commas`.
    package var reading: String { reader.reading }
    /// Bytes of the file that have been read: for progress.
    package var bytesRead: Int { reader.bytesRead }
    private var reader: any RowReader

    /// Opens a CSV file (encoding and delimiter detected) or the first sheet of a workbook.
    ///
    /// - Throws: ``IntakeFailure`` where the file is empty or cannot be read.
    package init(_ source: any ByteSource) throws(IntakeFailure) {
        reader = try RowFile.open(source, FileFormat(), expecting: [])
        var row = Row()
        var found: [String]?
        while found == nil, try reader.next(into: &row) {
            if !row.isBlank { found = (0..<row.count).map { row.trimmed($0) } }
        }
        guard let found else { throw .empty(file: source.name) }
        header = found
    }

    /// Puts the next row that is not blank into `row`.
    ///
    /// - Returns: False at the end of the file.
    package mutating func next(into row: inout Row) throws(IntakeFailure) -> Bool {
        while try reader.next(into: &row) {
            if !row.isBlank { return true }
        }
        return false
    }
}
