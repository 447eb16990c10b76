import Crypto
import Mechanisms

/// Keyed tokens by which a sealed identity is found without being opened.
///
/// A token is 16 bytes of HMAC-SHA-256 under a key of its own over the field's name and the value: once as written,
/// once folded (see ``NameFolding``), and for values of several words once for each folded word. Somebody who steals
/// the file sees which persons share a value, not the value; docs/handbook/keys.md says what that leaks.
enum BlindIndex {
    struct Token: Hashable, Sendable {
        let high: UInt64
        let low: UInt64

        var bytes: [UInt8] { Origin(high: high, low: low).bytes }
    }

    static func tokens(of value: FieldValue, field: String, under key: SymmetricKey) -> Set<Token> {
        guard case .text(let text) = value else { return [] }
        var tokens: Set = [token(text, field: field, closeness: .exact, under: key)]
        let folded = NameFolding.fold(text)
        if !folded.isEmpty { tokens.insert(token(folded, field: field, closeness: .folded, under: key)) }
        let words = folded.split(separator: " ")
        if words.count > 1 {
            for word in words { tokens.insert(token(String(word), field: field, closeness: .folded, under: key)) }
        }
        return tokens
    }

    /// The token to look for.
    static func query(_ text: String, field: String, closeness: Closeness, under key: SymmetricKey) -> Token {
        token(closeness == .exact ? text : NameFolding.fold(text), field: field, closeness: closeness, under: key)
    }

    private static func token(
        _ text: String, field: String, closeness: Closeness, under key: SymmetricKey
    ) -> Token {
        let message = Array("\(field)\u{0}\(closeness.rawValue)\u{0}\(text)".utf8)
        let code = HMAC<SHA256>.authenticationCode(for: message, using: key)
        let words = code.withUnsafeBytes { bytes in
            (bytes.loadUnaligned(as: UInt64.self), bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        }
        return Token(high: UInt64(bigEndian: words.0), low: UInt64(bigEndian: words.1))
    }
}
