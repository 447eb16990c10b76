import Mechanisms
import Vocabulary

/// Writes the cells of one row into its batch.
///
/// NB: the buffers' own checks are gone in optimised builds, so it makes its own.
struct RowEncoder {
    /// Bytes that a cell takes beside its payload, at most.
    static let overhead = 9

    private let bytes: UnsafeMutableRawBufferPointer
    private let cells: UnsafeMutableBufferPointer<RowBatch.Cell>
    private let start: Int
    private(set) var end: Int
    private(set) var column = 0

    init(bytes: UnsafeMutableRawBufferPointer, start: Int, cells: UnsafeMutableBufferPointer<RowBatch.Cell>) {
        self.bytes = bytes
        self.cells = cells
        self.start = start
        end = start
    }

    /// What was written of the row so far: what the chain hashes.
    var written: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: bytes[start..<end]) }

    mutating func appendNull() {
        claim(0)
        bytes[end] = StoredKind.null.rawValue
        end += 1
        close(.null)
    }

    mutating func append(_ integer: Int64) {
        claim(8)
        bytes[end] = StoredKind.integer.rawValue
        bytes.storeBytes(of: integer.bigEndian, toByteOffset: end + 1, as: Int64.self)
        end += 9
        close(RowBatch.Cell(kind: .integer, count: 8, value: integer))
    }

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0), as: .text) }
    }

    mutating func append(_ text: String?) {
        if let text { append(text) } else { appendNull() }
    }

    mutating func append(_ payload: UnsafeRawBufferPointer, as kind: StoredKind) {
        open(kind, count: payload.count)
        UnsafeMutableRawBufferPointer(rebasing: bytes[end..<end + payload.count]).copyMemory(from: payload)
        end += payload.count
    }

    /// The 36 characters of an id, without making a text of it.
    mutating func append(_ id: RecordID) {
        open(.text, count: 36)
        id.spell(into: UnsafeMutableRawBufferPointer(rebasing: bytes[end..<end + 36]))
        end += 36
    }

    mutating func append(_ id: RecordID?) {
        if let id { append(id) } else { appendNull() }
    }

    /// Two words as 16 bytes.
    mutating func append(high: UInt64, low: UInt64) {
        open(.bytes, count: 16)
        bytes.storeBytes(of: high.bigEndian, toByteOffset: end, as: UInt64.self)
        bytes.storeBytes(of: low.bigEndian, toByteOffset: end + 8, as: UInt64.self)
        end += 16
    }

    /// A cell as it is stored elsewhere.
    mutating func append(_ stored: any StoredRow, _ column: Int) {
        let kind = stored.kind(column)
        switch kind {
        case .integer: append(stored.integer(column))
        case .text, .bytes: append(stored.bytes(column), as: kind)
        case .null, .foreign: appendNull()
        }
    }

    /// Cells that were encoded before, from offset 0 on.
    mutating func append(_ encoded: EncodedCells) {
        precondition(end + encoded.bytes.count <= bytes.count && column + encoded.cells.count <= cells.count)
        encoded.bytes.withUnsafeBytes { source in
            UnsafeMutableRawBufferPointer(rebasing: bytes[end..<end + source.count]).copyMemory(from: source)
        }
        for cell in encoded.cells { close(cell.moved(by: end)) }
        end += encoded.bytes.count
    }

    private mutating func open(_ kind: StoredKind, count: Int) {
        claim(count)
        bytes[end] = kind.rawValue
        bytes.storeBytes(of: UInt32(count).bigEndian, toByteOffset: end + 1, as: UInt32.self)
        end += 5
        close(RowBatch.Cell(kind: kind, count: Int32(count), value: Int64(end)))
    }

    /// Stops the program where a cell of `count` bytes would be written beyond the batch.
    private func claim(_ count: Int) {
        precondition(end + count + RowEncoder.overhead <= bytes.count && column < cells.count)
    }

    private mutating func close(_ cell: RowBatch.Cell) {
        cells[column] = cell
        column += 1
    }
}

/// Cells that many rows share, encoded once.
struct EncodedCells: Sendable {
    let bytes: [UInt8]
    let cells: [RowBatch.Cell]

    init(_ texts: [String?]) {
        var bytes = [UInt8](repeating: 0, count: texts.reduce(0) { $0 + ($1?.utf8.count ?? 0) + RowEncoder.overhead })
        var cells = [RowBatch.Cell](repeating: .null, count: texts.count)
        let count = bytes.withUnsafeMutableBytes { bytes in
            cells.withUnsafeMutableBufferPointer { cells in
                var encoder = RowEncoder(bytes: bytes, start: 0, cells: cells)
                for text in texts { encoder.append(text) }
                return encoder.end
            }
        }
        bytes.removeLast(bytes.count - count)
        self.bytes = bytes
        self.cells = cells
    }
}
