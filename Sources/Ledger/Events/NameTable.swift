/// Keeps one text for each name that comes again and again (fields, codes, mechanisms), so that reading millions of
/// events does not make millions of equal texts.
///
/// Not for values of persons: what is put in stays in until the table is let go. For one reader at a time.
final class NameTable {
    /// Made with the first name that is kept, and small: most readers read one record. To empty 2,048 places after each was
    /// a third of the time in which a page reads hundreds of records.
    private var names: [String?] = []
    private var kept = 0

    private static let (few, many) = (16, 2048)

    init() {}

    /// The text that `bytes` spell, the same one as last time where it is still remembered.
    func name(_ bytes: UnsafeRawBufferPointer) -> String {
        // Texts of up to 15 bytes live in the value itself: nothing to share.
        guard bytes.count > 15, bytes.count <= 64 else { return String(decoding: bytes, as: UTF8.self) }
        if names.isEmpty { names = Array(repeating: nil, count: NameTable.few) }
        let slot = bytes.fingerprint & (names.count - 1)
        if let known = names[slot], known.utf8.elementsEqual(bytes) { return known }
        let fresh = String(decoding: bytes, as: UTF8.self)
        names[slot] = fresh
        kept += 1
        // Whoever reads so many reads more: the few are learned again.
        if kept == 2 * NameTable.few { names = Array(repeating: nil, count: NameTable.many) }
        return fresh
    }
}
