import Glibc
import Ledger

/// The first bytes of a database file, read before the engine touches it: a file that is not ours stays as it is.
///
/// Source: SQLite's file format, section 1.3 (magic at 0, user version at 60, application id at 68, big-endian).
struct DatabaseHeader {
    private let bytes: [UInt8]

    init(path: String) throws {
        guard let file = try OpenFile.existing(path) else { throw StoreFailure.missing(path: path) }
        bytes = try file.read(upTo: 100)
    }

    /// - Parameter mayBeOlder: Whether a file of an earlier version is let pass.
    func check(_ schema: Schema, file: String, mayBeOlder: Bool) throws {
        guard bytes.count == 100, bytes.starts(with: Array("SQLite format 3\u{0}".utf8)),
            word(at: 68) == schema.applicationID
        else { throw StoreFailure.notOurs(file: file) }
        let version = Int(word(at: 60))
        guard version == schema.version || (mayBeOlder && (1..<schema.version).contains(version)) else {
            throw StoreFailure.otherSchema(file: file, found: version, known: schema.version)
        }
    }

    private func word(at offset: Int) -> Int32 {
        Int32(bitPattern: bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) })
    }
}
