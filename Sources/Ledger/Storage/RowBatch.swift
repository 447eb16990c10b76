// Goals, in order: (1) one encoding of a row serves the hash and the database, so that what is hashed is what is
// stored; (2) no allocation for a row: all bytes of a batch lie in one buffer.

/// Rows waiting to be inserted, each encoded once: tag, length and bytes of every cell one after the other.
///
/// The encoding is what the chain hashes (see ``EventChain``): tag 0 for null; 1 and eight bytes, most significant
/// first, for a whole number; 2 or 3, a length of four bytes and the bytes themselves for text or bytes.
package struct RowBatch: Sendable {
    /// Where a cell's payload lies in the batch's bytes.
    package struct Cell: Sendable {
        /// What the cell is stored as; never `foreign`.
        package let kind: StoredKind
        /// Bytes of the payload.
        package let count: Int32
        /// Offset of the payload, or the whole number itself.
        package let value: Int64

        static let null = Cell(kind: .null, count: 0, value: 0)

        func moved(by distance: Int) -> Cell {
            kind == .text || kind == .bytes ? Cell(kind: kind, count: count, value: value + Int64(distance)) : self
        }
    }

    /// Cells of each row.
    package let columns: Int
    /// Rows appended since the batch was last emptied.
    package private(set) var rows = 0
    private var bytes: [UInt8] = []
    private var usedBytes = 0
    private var cells: [Cell] = []

    /// An empty batch for rows of so many cells.
    package init(columns: Int) { self.columns = columns }

    /// Whether there is nothing to insert.
    package var isEmpty: Bool { rows == 0 }

    /// Forgets the rows and keeps the room they took.
    package mutating func removeAll() {
        rows = 0
        usedBytes = 0
    }

    /// The cells of all rows one after the other, and the bytes that they point into.
    package func withCells<Value>(
        _ body: (UnsafeBufferPointer<Cell>, UnsafeRawBufferPointer) throws -> Value
    ) rethrows -> Value {
        try cells.withUnsafeBufferPointer { cells in
            try bytes.withUnsafeBytes { try body(UnsafeBufferPointer(rebasing: cells[..<(rows * columns)]), $0) }
        }
    }

    /// Appends one row.
    ///
    /// - Parameters:
    ///   - payload: At least as many bytes as the texts and bytes of the row have together.
    ///   - encode: Appends exactly as many cells as there are columns.
    mutating func appendRow(payload: Int, _ encode: (inout RowEncoder) throws -> Void) rethrows {
        let needed = usedBytes + payload + columns * RowEncoder.overhead
        if bytes.count < needed { bytes.append(contentsOf: repeatElement(0, count: max(needed, 65_536))) }
        if cells.count < (rows + 1) * columns {
            cells.append(contentsOf: repeatElement(.null, count: max(columns, cells.count)))
        }
        let (start, first, columns) = (usedBytes, rows * columns, columns)
        let written = try bytes.withUnsafeMutableBytes { bytes in
            try cells.withUnsafeMutableBufferPointer { cells in
                var encoder = RowEncoder(
                    bytes: bytes, start: start,
                    cells: UnsafeMutableBufferPointer(rebasing: cells[first..<first + columns]))
                try encode(&encoder)
                precondition(encoder.column == columns, "a row has as many cells as its table has columns")
                return encoder.end
            }
        }
        usedBytes = written
        rows += 1
    }
}
