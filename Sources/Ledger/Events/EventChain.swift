import Crypto
import Mechanisms
package import Vocabulary

/// The hash of an event and of all before it: 32 bytes.
package struct ChainHash: Hashable, Sendable {
    /// 32 of them.
    package let bytes: [UInt8]

    init(bytes: [UInt8]) { self.bytes = bytes }
}

extension ChainHash: LosslessStringConvertible {
    /// 64 hexadecimal digits, lower case.
    package init?(_ text: String) {
        guard let bytes = hexadecimalBytes(text), bytes.count == SHA256.byteCount else { return nil }
        self.bytes = bytes
    }

    /// 64 hexadecimal digits, lower case.
    package var description: String { hexadecimalText(bytes) }
}

/// How events are chained.
///
/// hash(n) = SHA-256(hash(n−1) ‖ encoded columns of n as stored), see ``RowBatch`` for the encoding. The hash before
/// the first event is that of the register's own id, so that no two registers share a chain. The previous hash is not
/// stored a second time: it is the column of the row before (docs/decisions, ledger).
enum EventChain {
    static func beginning(of register: RecordID) -> ChainHash {
        ChainHash(bytes: Array(SHA256.hash(data: Array("rapporteur-ledger-1 \(register)".utf8))))
    }

    /// Replaces the 32 bytes of `hash` by those of the event whose encoded columns are `row`.
    static func advance(_ hash: inout [UInt8], by row: UnsafeRawBufferPointer) {
        var digest = SHA256()
        hash.withUnsafeBytes { digest.update(bufferPointer: $0) }
        digest.update(bufferPointer: row)
        digest.finalize().withUnsafeBytes { bytes in
            hash.withUnsafeMutableBytes { $0.copyMemory(from: bytes) }
        }
    }
}

/// A place in the ledger: the events up to it, and their hash.
package struct LedgerPosition: Hashable, Sendable {
    /// 0 before the first event.
    package let sequence: Int64
    /// Over all events up to here.
    package let hash: ChainHash
    /// When the last event was written; nil before the first.
    package let recordedAt: Timestamp?
}
