/// Keeps one text for each name that comes again and again (fields, codes, mechanisms), so that reading millions of
/// events does not make millions of equal texts.
///
/// Not for values of persons: what is put in stays in until the table is let go. For one reader at a time.
final class NameTable {
    /// Made with the first name that is kept: most readers read one record and need none.
    private var names: [String?] = []

    init() {}

    /// The text that `bytes` spell, the same one as last time where it is still remembered.
    func name(_ bytes: UnsafeRawBufferPointer) -> String {
        // Texts of up to 15 bytes live in the value itself: nothing to share.
        guard bytes.count > 15, bytes.count <= 64 else { return String(decoding: bytes, as: UTF8.self) }
        if names.isEmpty { names = Array(repeating: nil, count: 2048) }
        let slot = bytes.fingerprint & 2047
        if let known = names[slot], known.utf8.elementsEqual(bytes) { return known }
        let fresh = String(decoding: bytes, as: UTF8.self)
        names[slot] = fresh
        return fresh
    }
}
