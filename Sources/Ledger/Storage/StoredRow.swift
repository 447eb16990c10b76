/// One row of an answer; columns count from 0.
///
/// NB: a row, and every buffer it hands out, holds only until the callback that received it returns.
package protocol StoredRow {
    func kind(_ column: Int) -> StoredKind
    /// 0 where the value is not a whole number.
    func integer(_ column: Int) -> Int64
    /// The bytes of a text or of bytes exactly as stored, unconverted and unchecked; empty for other kinds.
    func bytes(_ column: Int) -> UnsafeRawBufferPointer
}

extension StoredRow {
    /// Text as Unicode; malformed UTF-8 is repaired, since what must be exact is compared as bytes.
    package func text(_ column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }

    /// Nil where there is no value.
    package func optionalText(_ column: Int) -> String? { kind(column) == .null ? nil : text(column) }

    /// A copy that outlives the row.
    package func byteArray(_ column: Int) -> [UInt8] { Array(bytes(column)) }
}
