import Crypto
import FoundationEssentials

/// SHA-256 in lower-case hexadecimal, as `sha256sum` prints it.
package func digest(of bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }.joined()
}

/// SHA-256 in base 64, as fields of HTTP have it (RFC 9530).
package func digestInBase64(of bytes: [UInt8]) -> String {
    Data(SHA256.hash(data: bytes)).base64EncodedString()
}
