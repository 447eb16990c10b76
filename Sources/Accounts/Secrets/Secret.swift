import Crypto
import Foundation

/// 256 random bits that let somebody in: a session, a link, a token. It is shown once and never kept.
///
/// What is kept is its SHA-256, which needs no salt and no slowness, since nobody can guess 256 bits.
package struct Secret: Sendable {
    private let bytes: [UInt8]

    /// A new one from the system's random source.
    package static func random() -> Secret { Secret(bytes: SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }) }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// From a cookie, a link or a header; nil for anything that ``text`` would not have written.
    package init?(_ text: String) {
        guard text.utf8.count == 43, let bytes = Base64URL.bytes(text), bytes.count == 32 else { return nil }
        self.bytes = bytes
    }

    /// 43 characters of the base64url alphabet: fit for a cookie, an address or a header.
    package var text: String { Base64URL.text(bytes) }

    /// 32 bytes by which it is known again.
    package var hash: [UInt8] { Array(SHA256.hash(data: bytes)) }

    func derived(_ use: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(use.utf8), using: SymmetricKey(data: bytes)))
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Never the secret: so that none gets into a log by accident.
    package var description: String { "(secret)" }
    /// As ``description``.
    package var debugDescription: String { description }
    /// Empty.
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// RFC 4648, section 5, without padding.
enum Base64URL {
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Nil for anything that ``text(_:)`` would not have written.
    static func bytes(_ text: String) -> [UInt8]? {
        let standard = text.replacing("-", with: "+").replacing("_", with: "/")
        let padded = standard + String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: padded), self.text(data) == text else { return nil }
        return Array(data)
    }
}

/// RFC 4648, section 6, without padding: what people type and authenticator programs read.
enum Base32 {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    static func text(_ bytes: some Sequence<UInt8>) -> String {
        var (text, buffer, bits): ([UInt8], UInt32, Int) = ([], 0, 0)
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(digits[Int(buffer >> UInt32(bits) & 31)])
            }
            buffer &= 0xFF
        }
        if bits > 0 { text.append(digits[Int(buffer << UInt32(5 - bits) & 31)]) }
        return String(decoding: text, as: UTF8.self)
    }
}

/// The same work for equal and different bytes of the same length.
func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
