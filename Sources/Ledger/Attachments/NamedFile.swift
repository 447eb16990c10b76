import Crypto
package import Vocabulary

/// A file that a field of a record names, as an answer does; what it is stands there.
///
/// It is known by the record, by its place in it and by its own bytes: the same file twice is one, and no other record's
/// words reach it.
package struct NamedFile: Sendable, Hashable {
    package let record: RecordID
    /// In the record: the key of a question.
    package let place: String
    /// SHA-256 of the file, 64 hexadecimal digits.
    package let hash: String

    package init(of record: RecordID, at place: String, hash: String) {
        (self.record, self.place, self.hash) = (record, place, hash)
    }

    /// Under which its bytes lie: no record has it (UUID version 8).
    var id: RecordID {
        let digest = Array(SHA256.hash(data: Array("file \(record) \(place) \(hash)".utf8)))
        func word(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
        return RecordID(
            high: word(digest[0..<8]) & ~0xF000 | 0x8000, low: word(digest[8..<16]) & ~(3 << 62) | 1 << 63)
    }
}
