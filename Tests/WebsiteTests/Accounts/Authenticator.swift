import Crypto
import Vocabulary

/// What the person holds: RFC 6238, written beside the one of the accounts' tests for this target.
enum Authenticator {
    /// From the secret as it is shown in groups.
    static func secret(_ grouped: String) -> [UInt8] {
        var (bits, bytes): (String, [UInt8]) = ("", [])
        for letter in grouped where letter != " " {
            let value = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").firstIndex(of: letter) ?? 0
            let digits = String(value, radix: 2)
            bits += String(repeating: "0", count: 5 - digits.count) + digits
        }
        while bits.count >= 8 {
            bytes.append(UInt8(bits.prefix(8), radix: 2) ?? 0)
            bits = String(bits.dropFirst(8))
        }
        return bytes
    }

    static func code(_ secret: [UInt8], at now: Timestamp) -> String {
        let counter = UInt64(now.milliseconds / 1000 / 30)
        let message = stride(from: 56, through: 0, by: -8).map { UInt8(counter >> UInt64($0) & 0xFF) }
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: secret)))
        let place = Int(mac[mac.count - 1] & 0xF)
        let number =
            Int(mac[place] & 0x7F) << 24 | Int(mac[place + 1]) << 16 | Int(mac[place + 2]) << 8 | Int(mac[place + 3])
        let text = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - text.count) + text
    }
}
