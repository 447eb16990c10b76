import Crypto
import Foundation
import Vocabulary

/// Codes that change with time, as authenticator programs show them.
///
/// Source: RFC 6238 (TOTP) over RFC 4226 (HOTP), with what every such program knows: SHA-1, six digits, 30 seconds.
/// SHA-1's collisions do not matter for HMAC.
struct OneTimePassword: Sendable {
    /// 160 bits, as RFC 4226 section 4 recommends.
    let secret: [UInt8]
    /// Milliseconds of one step.
    static let stepLength: Int64 = 30_000
    static let digits = 6

    static func random() -> OneTimePassword {
        OneTimePassword(secret: SymmetricKey(size: .init(bitCount: 160)).withUnsafeBytes { Array($0) })
    }

    static func step(at now: Timestamp) -> Int64 { now.milliseconds / stepLength }

    /// The code of a step: RFC 4226 section 5.3.
    func code(step: Int64, digits: Int = Self.digits) -> String {
        let counter = withUnsafeBytes(of: step.bigEndian) { Array($0) }
        let digest = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let offset = Int(digest[19] & 15)
        let word = digest[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let modulus = (0..<digits).reduce(UInt32(1)) { product, _ in product * 10 }
        let text = String(word % modulus)
        return String(repeating: "0", count: digits - text.count) + text
    }

    /// The step that `code` is of: this one, the one before or the one after, if it is later than the last one used.
    func step(of code: String, at now: Timestamp, after last: Int64) -> Int64? {
        let present = OneTimePassword.step(at: now)
        // All three are computed whichever is right.
        return (present - 1...present + 1).filter { areEqual(Array(self.code(step: $0).utf8), Array(code.utf8)) }
            .filter { $0 > last }.min()
    }
}

/// A second factor that is being set up: shown to the person once, until they confirm it with a first code.
package struct SecondFactorSetUp: Sendable {
    /// 32 letters and digits in groups of four, to be typed where nothing can be scanned.
    package let groupedSecret: String
    /// `otpauth://totp/…`: for a QR code or a link on the same device.
    package let address: String
    /// The address as a drawing to be scanned; nil where names are so long that none fits.
    package var code: QRCode? { QRCode(address) }

    init(_ password: OneTimePassword, account: String, issuer: String) {
        let secret = Base32.text(password.secret)
        groupedSecret = stride(from: 0, to: secret.count, by: 4).map { secret.dropFirst($0).prefix(4) }
            .joined(separator: " ")
        func escaped(_ text: String) -> String {
            let allowed = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "\0"..."\u{7F}"))
            return text.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
        }
        let (issuer, account) = (escaped(issuer), escaped(account))
        address =
            "otpauth://totp/\(issuer):\(account)?secret=\(secret)&issuer=\(issuer)&algorithm=SHA1&digits=6&period=30"
    }
}
