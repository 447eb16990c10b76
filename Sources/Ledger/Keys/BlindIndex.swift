import Crypto
import Mechanisms

/// Keyed tokens by which a sealed identity is found without being opened.
///
/// A token is 16 bytes of HMAC-SHA-256 under a key of its own over the field's name and the value: once as written,
/// once folded (see ``NameFolding``), and for values of several words once for each folded word. Somebody who steals
/// the file sees which persons share a value, not the value; docs/handbook/keys.md says what that leaks.
struct BlindIndex: Sendable {
    struct Token: Hashable, Sendable {
        let high: UInt64
        let low: UInt64

        var bytes: [UInt8] { Origin(high: high, low: low).bytes }
    }

    /// Begun with the key once; each token goes on from a copy.
    private let begun: HMAC<SHA256>

    init(key: SymmetricKey) { begun = HMAC<SHA256>(key: key) }

    /// Under which tokens a value is found; none for what is not a text.
    func tokens(of value: FieldValue, field: String) -> [Token] {
        guard case .text(let text) = value else { return [] }
        var tokens = [token(text, field: field, closeness: .exact)]
        let folded = NameFolding.fold(text)
        if folded.isEmpty { return tokens }
        tokens.append(token(folded, field: field, closeness: .folded))
        if folded.utf8.contains(UInt8(ascii: " ")) {
            for word in folded.split(separator: " ") {
                tokens.append(token(String(word), field: field, closeness: .folded))
            }
        }
        return tokens
    }

    /// The token to look for.
    func query(_ text: String, field: String, closeness: Closeness) -> Token {
        token(closeness == .exact ? text : NameFolding.fold(text), field: field, closeness: closeness)
    }

    private func token(_ text: String, field: String, closeness: Closeness) -> Token {
        var message: [UInt8] = []
        message.reserveCapacity(field.utf8.count + text.utf8.count + 8)
        message.append(contentsOf: field.utf8)
        message.append(0)
        message.append(contentsOf: closeness.rawValue.utf8)
        message.append(0)
        message.append(contentsOf: text.utf8)
        var authentication = begun
        authentication.update(data: message)
        let words = authentication.finalize().firstWords
        return Token(high: words.0, low: words.1)
    }
}

extension HashedAuthenticationCode {
    /// Its first 16 bytes.
    var firstWords: (UInt64, UInt64) {
        withUnsafeBytes { bytes in
            (
                UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
                UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            )
        }
    }
}
