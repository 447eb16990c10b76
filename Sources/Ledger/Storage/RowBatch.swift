import Mechanisms

// Goals, in order: (1) one encoding of a row serves the hash and the database, so that what is hashed is what is
// stored; (2) no allocation for a row: all bytes of a batch lie in one buffer.

/// Rows waiting to be inserted, each encoded once: tag, length and bytes of every cell one after the other.
///
/// The encoding is what the chain hashes (see ``EventChain``): tag 0 for null; 1 and eight bytes, most significant
/// first, for a whole number; 2 or 3, a length of four bytes and the bytes themselves for text or bytes.
package struct RowBatch: Sendable {
    /// Where a cell's payload lies in `bytes`; for a whole number, the number itself.
    package struct Cell: Sendable {
        package let kind: StoredKind
        package let count: Int32
        /// Offset of the payload, or the number.
        package let value: Int64
    }

    package let columns: Int
    package private(set) var bytes: [UInt8] = []
    package private(set) var cells: [Cell] = []

    package init(columns: Int) { self.columns = columns }

    package var rows: Int { cells.count / columns }
    package var isEmpty: Bool { cells.isEmpty }

    /// Forgets the rows and keeps the room they took.
    package mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        cells.removeAll(keepingCapacity: true)
    }

    mutating func appendNull() {
        bytes.append(StoredKind.null.rawValue)
        cells.append(Cell(kind: .null, count: 0, value: 0))
    }

    mutating func append(_ integer: Int64) {
        bytes.append(StoredKind.integer.rawValue)
        appendBigEndian(UInt64(bitPattern: integer))
        cells.append(Cell(kind: .integer, count: 8, value: integer))
    }

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0), as: .text) }
    }

    mutating func append(_ text: String?) {
        if let text { append(text) } else { appendNull() }
    }

    mutating func append(_ payload: UnsafeRawBufferPointer, as kind: StoredKind) {
        openPayload(kind, count: payload.count)
        bytes.append(contentsOf: payload)
    }

    /// The 36 characters of an id, without making a text of it.
    mutating func append(_ id: RecordID) {
        openPayload(.text, count: 36)
        id.append(to: &bytes)
    }

    /// Two words as 16 bytes.
    mutating func append(high: UInt64, low: UInt64) {
        openPayload(.bytes, count: 16)
        appendBigEndian(high)
        appendBigEndian(low)
    }

    /// A cell whose `count` bytes of payload the caller appends next through `bytes`.
    private mutating func openPayload(_ kind: StoredKind, count: Int) {
        let length = UInt32(count)
        bytes.append(kind.rawValue)
        bytes.append(UInt8(truncatingIfNeeded: length >> 24))
        bytes.append(UInt8(truncatingIfNeeded: length >> 16))
        bytes.append(UInt8(truncatingIfNeeded: length >> 8))
        bytes.append(UInt8(truncatingIfNeeded: length))
        cells.append(Cell(kind: kind, count: Int32(count), value: Int64(bytes.count)))
    }

    private mutating func appendBigEndian(_ word: UInt64) {
        withUnsafeBytes(of: word.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
