/// The rows of a file; where it is one of held-back rows that comes back, as they were before they were written out.
struct CorrectedRows: RowReader {
    private var rows: any RowReader
    /// Nil until the first row was read.
    private var isCorrected: Bool?

    init(_ rows: any RowReader) { self.rows = rows }

    var bytesRead: Int { rows.bytesRead }
    var reading: String { rows.reading }

    mutating func next(into row: inout Row) throws(IntakeFailure) -> Bool {
        guard try rows.next(into: &row) else { return false }
        let isMarked = isCorrected ?? (row.count > 1 && row.trimmed(row.count - 1) == Header.findingsColumn)
        isCorrected = isMarked
        if isMarked { row.takeBackFormulaMarks() }
        return true
    }
}
