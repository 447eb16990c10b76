import Crypto
import Foundation

/// What a form carries so that only the pages of the same session can have made it.
///
/// The session's secret is never in a page: the token is a keyed hash of it under a pad that is new each time, so that
/// the same bytes never stand in two packed pages (the attack BREACH guesses them from lengths).
package enum FormToken {
    /// Name of the hidden field.
    package static let field = "csrf-token"

    /// A token for one page.
    package static func make(from secret: [UInt8]) -> String {
        let proof = proof(of: secret)
        let pad = proof.map { _ in UInt8.random(in: .min ... .max) }
        return Data(pad + zip(pad, proof).map { $0 ^ $1 }).base64EncodedString()
    }

    /// Whether it was made from this secret; takes as long for a near miss as for a far one.
    package static func isValid(_ token: String, for secret: [UInt8]) -> Bool {
        let proof = proof(of: secret)
        guard token.utf8.count < 200, let bytes = Data(base64Encoded: token), bytes.count == 2 * proof.count else {
            return false
        }
        let difference = zip(zip(bytes.prefix(proof.count), bytes.suffix(proof.count)), proof).reduce(UInt8(0)) {
            $0 | ($1.0.0 ^ $1.0.1 ^ $1.1)
        }
        return difference == 0
    }

    private static func proof(of secret: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Data("form".utf8), using: SymmetricKey(data: secret)))
    }
}
