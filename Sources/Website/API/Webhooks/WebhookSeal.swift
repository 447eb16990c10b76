import Crypto
import Foundation
import Vocabulary

/// What makes a notice trustworthy and silent: signatures, and names of events that tell nothing.
struct WebhookSeal: Sendable {
    private let key: SymmetricKey

    /// - Parameter key: The register's own for this use.
    init(key: SymmetricKey) { self.key = key }

    /// The secret of one subscription, in hexadecimal: told once, to the one who set it up.
    func secret(of subscription: String) -> String {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key, info: Array("signature \(subscription)".utf8), outputByteCount: 32
        ).withUnsafeBytes { hexadecimal($0) }
    }

    /// `t=1790000000,v1=…`: HMAC-SHA-256 under the secret over the seconds, a full stop and the body.
    func signature(of body: [UInt8], for subscription: String, at moment: Timestamp) -> String {
        let seconds = moment.milliseconds / 1000
        var code = HMAC<SHA256>(key: SymmetricKey(data: Array(secret(of: subscription).utf8)))
        code.update(data: Array("\(seconds).".utf8))
        code.update(data: body)
        return "t=\(seconds),v1=\(code.finalize().withUnsafeBytes { hexadecimal($0) })"
    }

    /// The name of an event outside: always the same for it, so that a receiver knows a repetition, and its place in the
    /// ledger is read from it by nobody else.
    func name(of sequence: Int64) throws -> String {
        let plain = withUnsafeBytes(of: sequence.bigEndian) { Array($0) }
        let nonce = try AES.GCM.Nonce(
            data: Array(HMAC<SHA256>.authenticationCode(for: plain, using: nonceKey)).prefix(12))
        let box = try AES.GCM.seal(plain, using: nameKey, nonce: nonce)
        return hexadecimal(Array(box.nonce) + Array(box.ciphertext) + Array(box.tag))
    }

    /// The place of the event of that name; nil for a name that we did not give.
    func sequence(named name: String) -> Int64? {
        guard let bytes = octets(name), bytes.count == 36, let box = try? AES.GCM.SealedBox(combined: bytes),
            let plain = try? AES.GCM.open(box, using: nameKey), plain.count == 8
        else { return nil }
        return plain.reduce(Int64(0)) { $0 << 8 | Int64($1) }
    }

    private var nameKey: SymmetricKey { derived("name") }
    private var nonceKey: SymmetricKey { derived("nonce") }

    private func derived(_ use: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: key, info: Array(use.utf8), outputByteCount: 32)
    }

    private func octets(_ text: String) -> [UInt8]? {
        let digits = Array(text.utf8).map { byte -> UInt8? in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
            default: nil
            }
        }
        guard digits.count.isMultiple(of: 2), !digits.contains(nil) else { return nil }
        let known = digits.compactMap(\.self)
        return stride(from: 0, to: known.count, by: 2).map { known[$0] << 4 | known[$0 + 1] }
    }
}

/// Small letters.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
