import Crypto

/// The one key that wraps all others; it lies in a file of its own and never in a database.
///
/// Losing it loses every identity in the ledger for good; docs/handbook/keys.md says how to keep it.
package struct MasterKey: Sendable {
    let key: SymmetricKey

    /// A new key from the system's random source.
    static func random() -> MasterKey { MasterKey(key: SymmetricKey(size: .bits256)) }

    private init(key: SymmetricKey) { self.key = key }

    /// From the text of a key file: one line, `rapporteur-master-key-1` and the key in base64.
    ///
    /// - Throws: ``LedgerFailure/malformedMasterKey`` for anything else.
    init(file bytes: [UInt8]) throws {
        let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard words.count == 2, words[0] == MasterKey.label, let raw = base64Bytes(Array(words[1].utf8)),
            raw.count == 32
        else { throw LedgerFailure.malformedMasterKey }
        key = SymmetricKey(data: raw)
    }

    var file: [UInt8] {
        let raw = key.withUnsafeBytes { Array($0) }
        return Array("\(MasterKey.label) \(base64Text(raw))\n".utf8)
    }

    private static let label = "rapporteur-master-key-1"
}
