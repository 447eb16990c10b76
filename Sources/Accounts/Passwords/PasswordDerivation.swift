import Crypto
import CryptoExtras

/// What a password costs to try: N = 2^`logarithm`, r = 8, p = 1 (RFC 7914); memory is 2^`logarithm` KiB.
package struct ScryptCost: Hashable, Sendable {
    package let logarithm: Int

    package init(logarithm: Int) { self.logarithm = logarithm }

    /// N = 2^17: 128 MiB, the first of the settings that OWASP's password storage cheat sheet lists for scrypt.
    package static let standard = ScryptCost(logarithm: 17)
}

/// Makes a key of a password, slowly on purpose: a seam, so that tests can count how often it is asked.
package protocol PasswordDerivation: Sendable {
    /// - Parameters:
    ///   - password: UTF-8, normalised.
    ///   - salt: 16 bytes.
    /// - Returns: 32 bytes.
    func derive(_ password: [UInt8], salt: [UInt8], cost: ScryptCost) throws -> [UInt8]
}

/// scrypt as BoringSSL computes it.
package struct Scrypt: PasswordDerivation {
    package init() {}

    /// About half a second at the standard cost.
    package func derive(_ password: [UInt8], salt: [UInt8], cost: ScryptCost) throws -> [UInt8] {
        try KDF.Scrypt.deriveKey(
            from: password, salt: salt, outputByteCount: 32, rounds: 1 << cost.logarithm, blockSize: 8, parallelism: 1
        ).withUnsafeBytes { Array($0) }
    }
}
