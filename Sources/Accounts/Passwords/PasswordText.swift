import Foundation

/// A password as it is hashed: NFC, so that every keyboard that types the same characters types the same bytes.
struct PasswordText {
    /// More bytes than any password within the limits has; a longer one is not even normalised.
    private static let mostBytes = 4096

    let bytes: [UInt8]
    /// Unicode code points after normalisation, as NIST SP 800-63B counts them; beyond every limit where it was not
    /// normalised.
    let length: Int

    init(_ typed: String) {
        guard typed.utf8.count <= PasswordText.mostBytes else {
            bytes = []
            length = .max
            return
        }
        let normalised = typed.precomposedStringWithCanonicalMapping
        bytes = Array(normalised.utf8)
        length = normalised.unicodeScalars.count
    }
}
