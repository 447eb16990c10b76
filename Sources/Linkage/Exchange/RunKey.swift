import Crypto
import Foundation

/// The key of one round of a project, with the terms it was made for. Kept apart from data, and never in a packet.
package struct RunKey: Sendable {
    package enum Kind: String, Codable, Sendable {
        /// All agencies have it; who matches has not. Whoever has it can try names on the tags of the others.
        case shared
        /// Each agency has its own, and puts it on the tags of all: nobody can try names unless all help.
        case exchange
    }

    package let kind: Kind
    package let terms: Terms
    /// Counts the rotations: tags of two rounds have nothing in common.
    package let round: Int
    /// How many agencies put their keys on the tags; 1 for a shared key.
    package let parties: Int
    /// 32 bytes; of an exchange key, a scalar of P-256.
    let secret: [UInt8]

    /// A new key.
    ///
    /// - Throws: ``LinkageFailure/unusableKey(reason:)`` for an exchange of fewer than two parties.
    package init(_ kind: Kind, terms: Terms, parties: Int = 1) throws(LinkageFailure) {
        if kind == .exchange, !(2...8).contains(parties) {
            throw .unusableKey(reason: "an exchange has 2 to 8 parties")
        }
        self.init(
            kind: kind, terms: terms, round: 1, parties: kind == .shared ? 1 : parties,
            secret: kind == .shared
                ? SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
                : Array(P256.KeyAgreement.PrivateKey().rawRepresentation))
    }

    init(kind: Kind, terms: Terms, round: Int, parties: Int, secret: [UInt8]) {
        self.kind = kind
        self.terms = terms
        self.round = round
        self.parties = parties
        self.secret = secret
    }

    /// A key from a text that partners with other programs have too, such as the secret given to clkhash.
    ///
    /// - Throws: ``LinkageFailure/unusableKey(reason:)`` for an empty text.
    package init(text: [UInt8], terms: Terms) throws(LinkageFailure) {
        guard !text.isEmpty else { throw .unusableKey(reason: "it is empty") }
        self.init(kind: .shared, terms: terms, round: 1, parties: 1, secret: text)
    }

    /// Whether a file is one of this program's keys, and not somebody's secret text.
    package static func isKeyFile(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes.prefix(4096), as: UTF8.self).contains("rapporteur blind key")
    }

    /// How many bytes are secret.
    package var size: Int { secret.count }

    /// The secret of a linkage schema, as clkhash takes it.
    package var filterSecret: [UInt8] { secret }

    /// The key of the next round. A shared key goes forward by a hash, so that all parties come to the same one and the
    /// old one cannot be found from it; a key of an exchange is made anew.
    package func rotated() -> RunKey {
        let next =
            kind == .shared
            ? derived("next round", count: 32) : Array(P256.KeyAgreement.PrivateKey().rawRepresentation)
        return RunKey(kind: kind, terms: terms, round: round + 1, parties: parties, secret: next)
    }

    /// Names the key without saying it: what packets carry, so that other keys are noticed.
    package var fingerprint: String {
        derived("fingerprint", count: 8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// A key for one use, bound to the project and the round.
    func derived(_ use: String, count: Int) -> [UInt8] {
        let info = Array("rapporteur blind \(use)\u{1F}\(terms.project)\u{1F}\(round)".utf8)
        return HKDF<SHA256>.deriveKey(inputKeyMaterial: SymmetricKey(data: secret), info: info, outputByteCount: count)
            .withUnsafeBytes { Array($0) }
    }
}

extension RunKey {
    private struct File: Codable {
        let format: String
        let kind: Kind
        let terms: Terms
        let round: Int
        let parties: Int
        let secret: Data
    }

    private static let format = "rapporteur blind key 1"

    /// The key as a file.
    package func file() -> [UInt8] {
        let file = File(
            format: RunKey.format, kind: kind, terms: terms, round: round, parties: parties, secret: Data(secret))
        return BlindJSON.bytes(file)
    }

    /// Reads a key.
    ///
    /// - Throws: ``LinkageFailure/unusableKey(reason:)``.
    package init(file bytes: [UInt8]) throws(LinkageFailure) {
        guard let file = try? JSONDecoder().decode(File.self, from: Data(bytes)), file.format == RunKey.format else {
            throw .unusableKey(reason: "it is no key file of this program")
        }
        guard file.secret.count == 32, file.round >= 1, (1...8).contains(file.parties),
            file.kind == .shared || (try? P256.KeyAgreement.PrivateKey(rawRepresentation: file.secret)) != nil
        else { throw .unusableKey(reason: "its secret is damaged") }
        let terms = try Terms(
            project: file.terms.project, legalBasis: file.terms.legalBasis, consent: file.terms.consent,
            purpose: file.terms.purpose)
        self.init(
            kind: file.kind, terms: terms, round: file.round, parties: file.parties, secret: Array(file.secret))
    }
}
