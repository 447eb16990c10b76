package import Crypto
import Mechanisms

/// AES-256-GCM under a key, bound to what the bytes are for: a sealed value moved elsewhere does not open.
package enum KeyWrapping {
    /// Nonce (12 bytes, random), ciphertext, tag (16 bytes).
    package static func seal(_ bytes: [UInt8], under key: SymmetricKey, for use: [UInt8]) throws -> [UInt8] {
        let box = try AES.GCM.seal(bytes, using: key, authenticating: use)
        var sealed = Array(box.nonce)
        sealed.append(contentsOf: box.ciphertext)
        sealed.append(contentsOf: box.tag)
        return sealed
    }

    /// Nil where key, use or any byte is not the one that was sealed with.
    package static func open(_ sealed: [UInt8], under key: SymmetricKey, for use: [UInt8]) -> [UInt8]? {
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let bytes = try? AES.GCM.open(box, using: key, authenticating: use)
        else { return nil }
        return Array(bytes)
    }
}
