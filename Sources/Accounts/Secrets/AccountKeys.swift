import Crypto
import Ledger

/// What is derived from the register's key for accounts: one key that seals, one that makes what is searched for.
struct AccountKeys: Sendable {
    private let seal: SymmetricKey
    private let search: SymmetricKey

    init(_ key: SymmetricKey) {
        func derived(_ use: String) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: Array("accounts \(use)".utf8), outputByteCount: 32)
        }
        seal = derived("seal")
        search = derived("search")
    }

    /// AES-256-GCM, bound to `use`: moved to another row or account it does not open.
    func seal(_ bytes: [UInt8], for use: String) throws -> [UInt8] {
        try KeyWrapping.seal(bytes, under: seal, for: Array(use.utf8))
    }

    func seal(_ text: String, for use: String) throws -> [UInt8] { try seal(Array(text.utf8), for: use) }

    /// Nil where key, use or any byte is another.
    func open(_ sealed: [UInt8], for use: String) -> [UInt8]? {
        KeyWrapping.open(sealed, under: seal, for: Array(use.utf8))
    }

    func text(_ sealed: [UInt8], for use: String, table: String) throws -> String {
        guard let bytes = open(sealed, for: use) else { throw AccountRefusal.damaged(table: table) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// By which a name, an address or an outside identity is found without standing anywhere: HMAC-SHA-256, 32 bytes.
    func token(_ text: String, of kind: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array("\(kind)\u{0}\(text)".utf8), using: search))
    }
}
