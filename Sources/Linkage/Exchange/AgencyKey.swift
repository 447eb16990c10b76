import Crypto
import Foundation

/// The key pair by which an agency is known: others seal keys to it, and know its packets by its signature.
package struct AgencyKey {
    package let name: String
    private let agreement: Curve25519.KeyAgreement.PrivateKey
    private let signing: Curve25519.Signing.PrivateKey

    package init(name: String) {
        self.name = name
        agreement = Curve25519.KeyAgreement.PrivateKey()
        signing = Curve25519.Signing.PrivateKey()
    }

    /// What others may know.
    package var card: AgencyCard {
        AgencyCard(
            name: name, agreement: agreement.publicKey.rawRepresentation, signing: signing.publicKey.rawRepresentation)
    }

    /// A run key sealed for another agency: HPKE (RFC 9180) in authenticated mode, with X25519, HKDF-SHA256 and ChaCha20.
    ///
    /// - Throws: ``LinkageFailure/unusableKey(reason:)`` for a key of an exchange, which nobody else may have.
    package func sealed(_ key: RunKey, for card: AgencyCard) throws(LinkageFailure) -> [UInt8] {
        guard key.kind == .shared else { throw .unusableKey(reason: "a key of an exchange stays where it was made") }
        do {
            var sender = try HPKE.Sender(
                recipientKey: Curve25519.KeyAgreement.PublicKey(rawRepresentation: card.agreement),
                ciphersuite: AgencyKey.suite, info: AgencyKey.use, authenticatedBy: agreement)
            let text = try sender.seal(Data(key.file()), authenticating: Data(name.utf8))
            return BlindJSON.bytes(
                SealedKey(format: AgencyKey.sealedFormat, from: name, key: sender.encapsulatedKey, text: text))
        } catch {
            throw .unusableKey(reason: "the other agency's card is damaged")
        }
    }

    /// Opens a run key that another agency sealed.
    ///
    /// - Throws: ``LinkageFailure/unusableKey(reason:)`` where it is for somebody else, of somebody else, or changed.
    package func opened(_ bytes: [UInt8], from card: AgencyCard) throws(LinkageFailure) -> RunKey {
        guard let sealed = try? JSONDecoder().decode(SealedKey.self, from: Data(bytes)),
            sealed.format == AgencyKey.sealedFormat
        else { throw .unusableKey(reason: "it is no sealed key of this program") }
        let text: Data
        do {
            var recipient = try HPKE.Recipient(
                privateKey: agreement, ciphersuite: AgencyKey.suite, info: AgencyKey.use, encapsulatedKey: sealed.key,
                authenticatedBy: Curve25519.KeyAgreement.PublicKey(rawRepresentation: card.agreement))
            text = try recipient.open(sealed.text, authenticating: Data(card.name.utf8))
        } catch {
            throw .unusableKey(reason: "it was not sealed by \(card.name) for \(name), or was changed on the way")
        }
        return try RunKey(file: Array(text))
    }

    func signature(of bytes: [UInt8]) throws(LinkageFailure) -> [UInt8] {
        do { return Array(try signing.signature(for: bytes)) } catch {
            throw .unusableKey(reason: "the agency's key is damaged")
        }
    }

    private struct SealedKey: Codable {
        let format: String
        let from: String
        let key: Data
        let text: Data
    }

    private static let sealedFormat = "rapporteur sealed blind key 1"
    private static let suite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly
    private static let use = Data("rapporteur blind key".utf8)
}

extension AgencyKey {
    private struct File: Codable {
        let format: String
        let name: String
        let agreement: Data
        let signing: Data
    }

    private static let format = "rapporteur agency key 1"

    /// The key as a file.
    package func file() -> [UInt8] {
        BlindJSON.bytes(
            File(
                format: AgencyKey.format, name: name, agreement: agreement.rawRepresentation,
                signing: signing.rawRepresentation))
    }

    /// Reads a key.
    ///
    /// - Throws: ``LinkageFailure/unusableKey(reason:)``.
    package init(file bytes: [UInt8]) throws(LinkageFailure) {
        guard let file = try? JSONDecoder().decode(File.self, from: Data(bytes)), file.format == AgencyKey.format,
            let agreement = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: file.agreement),
            let signing = try? Curve25519.Signing.PrivateKey(rawRepresentation: file.signing)
        else { throw .unusableKey(reason: "it is no agency key of this program") }
        name = file.name
        self.agreement = agreement
        self.signing = signing
    }
}
