/// Rows as delimited text that ``CSVReader`` reads back to the same cells: the file of held-back rows. What a spreadsheet
/// would take for a formula is marked, which ``Row/takeBackFormulaMarks()`` undoes.
package struct CSVWriter {
    private let write: ([UInt8]) throws -> Void
    private var line: [UInt8] = []

    /// - Parameter write: Takes the bytes of a row, in order; the mark of UTF-8 is written at once.
    package init(write: @escaping ([UInt8]) throws -> Void) throws {
        self.write = write
        try write([0xEF, 0xBB, 0xBF])
    }

    /// Writes `row` as `count` cells, and one more.
    ///
    /// - Parameter width: Cells that a row of the file has, our own column among them.
    ///
    /// A row of another length cannot pass as one of this length: cells that are missing are marked as damaged, and
    /// those beyond the last one stand in it behind a mark.
    mutating func write(_ row: Row, count: Int, width: Int, and last: String) throws {
        line.removeAll(keepingCapacity: true)
        for index in 0..<count {
            if index >= row.count {
                append(row.mayBeShort ? [] : Row.damageMark[...])
            } else if index == count - 1, (width..<max(width, row.count)).contains(where: { !row.range($0).isEmpty }) {
                let cells = ([index] + Array(width..<row.count)).map { Array(row.text($0).utf8) }
                append(Array(cells.joined(separator: Row.damageMark))[...])
            } else {
                append(row.bytes[(index == 0 ? 0 : row.ends[index - 1])..<row.ends[index]])
            }
            line.append(UInt8(ascii: ","))
        }
        append(Array(last.utf8)[...])
        line.append(UInt8(ascii: "\r"))
        line.append(UInt8(ascii: "\n"))
        try write(line)
    }

    /// Quotes where the cell would else be read as something different, blanks at its ends included.
    private mutating func append(_ bare: ArraySlice<UInt8>) {
        let cell = FormulaSign.begins(bare) ? [UInt8(ascii: "'")] + bare : bare
        guard cell.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
            line.append(contentsOf: cell)
            return
        }
        line.append(0x22)
        for byte in cell {
            if byte == 0x22 { line.append(0x22) }
            line.append(byte)
        }
        line.append(0x22)
    }
}
