import Crypto
import Foundation

/// The public half of an agency's key: given to partners by a way they trust, read out over the telephone for instance.
package struct AgencyCard: Hashable, Sendable {
    package let name: String
    let agreement: Data
    let signing: Data

    /// What two people compare before they use a card: the beginning of its SHA-256.
    package var fingerprint: String {
        SHA256.hash(data: agreement + signing).prefix(10).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
            .joined()
    }

    /// Whether a signature of bytes is by this agency.
    func signed(_ signature: [UInt8], _ bytes: [UInt8]) -> Bool {
        (try? Curve25519.Signing.PublicKey(rawRepresentation: signing))?.isValidSignature(signature, for: bytes)
            ?? false
    }

    private struct File: Codable {
        let format: String
        let name: String
        let agreement: Data
        let signing: Data
    }

    private static let format = "rapporteur agency card 1"

    init(name: String, agreement: Data, signing: Data) {
        self.name = name
        self.agreement = agreement
        self.signing = signing
    }

    /// The card as a file.
    package func file() -> [UInt8] {
        BlindJSON.bytes(File(format: AgencyCard.format, name: name, agreement: agreement, signing: signing))
    }

    /// Reads a card.
    ///
    /// - Throws: ``LinkageFailure/unusableKey(reason:)``.
    package init(file bytes: [UInt8]) throws(LinkageFailure) {
        guard let file = try? JSONDecoder().decode(File.self, from: Data(bytes)), file.format == AgencyCard.format,
            file.agreement.count == 32, file.signing.count == 32
        else { throw .unusableKey(reason: "it is no agency card of this program") }
        self.init(name: file.name, agreement: file.agreement, signing: file.signing)
    }
}
