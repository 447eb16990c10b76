import Crypto
import Foundation

/// What keys become before they leave an agency.
enum Tags {
    /// Bytes of a tag that can be compared.
    static let width = 8
    /// Bytes of a tag that waits for the keys of further parties: an abscissa of P-256.
    static let pointWidth = 32

    /// Tags of texts under a run key; ready to be compared for a shared key, waiting for the other parties else.
    struct Maker {
        private let key: RunKey
        private let shared: SymmetricKey
        private let raise: Raiser?

        /// - Throws: ``LinkageFailure/unusableKey(reason:)``.
        init(_ key: RunKey) throws(LinkageFailure) {
            self.key = key
            shared = SymmetricKey(data: key.derived("tags", count: 32))
            raise = key.kind == .exchange ? try Raiser(key) : nil
        }

        var width: Int { raise == nil ? Tags.width : Tags.pointWidth }

        /// - Throws: ``LinkageFailure/unusableKey(reason:)``.
        func tag(_ text: [UInt8]) throws(LinkageFailure) -> [UInt8] {
            guard let raise else {
                return Array(HMAC<SHA256>.authenticationCode(for: text, using: shared).prefix(Tags.width))
            }
            return try raise.raised(Tags.point(text, context: Array("\(key.terms.project)\u{1F}\(key.round)".utf8)))
        }

        /// A tag of nothing, which looks like any other.
        func dummy(_ generator: inout some RandomNumberGenerator) throws(LinkageFailure) -> [UInt8] {
            // Eight bytes a call: asking the system for each by itself takes longer than all the rest.
            let words = (0..<(raise == nil ? 1 : 4)).map { _ in generator.next() as UInt64 }
            let noise = words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
            return try raise == nil ? noise : tag(noise)
        }
    }

    /// Multiplies points by a party's scalar. The order of the parties does not matter; only abscissas are kept, since
    /// both points of one abscissa have one product's abscissa.
    struct Raiser {
        private let scalar: P256.KeyAgreement.PrivateKey

        init(_ key: RunKey) throws(LinkageFailure) {
            guard key.kind == .exchange, let scalar = try? P256.KeyAgreement.PrivateKey(rawRepresentation: key.secret)
            else { throw .unusableKey(reason: "it is no key of an exchange") }
            self.scalar = scalar
        }

        /// - Throws: ``LinkageFailure/damagedPacket(reason:)`` for what is no abscissa of the curve.
        func raised(_ abscissa: [UInt8]) throws(LinkageFailure) -> [UInt8] {
            guard let point = try? P256.KeyAgreement.PublicKey(compressedRepresentation: [2] + abscissa),
                let product = try? scalar.sharedSecretFromKeyAgreement(with: point)
            else { throw .damagedPacket(reason: "a tag is no point of the curve") }
            return product.withUnsafeBytes { Array($0) }
        }
    }

    /// A point that nobody knows the logarithm of: the first of a text's hashes that is an abscissa.
    static func point(_ text: [UInt8], context: [UInt8]) -> [UInt8] {
        var attempt: UInt32 = 0
        while true {
            var hash = SHA256()
            hash.update(data: Array("rapporteur point".utf8) + [UInt8(truncatingIfNeeded: context.count)] + context)
            hash.update(data: withUnsafeBytes(of: attempt.bigEndian) { Array($0) } + text)
            let candidate = Array(hash.finalize())
            // Half of all hashes are abscissas: forty attempts fail once in 10¹².
            if (try? P256.KeyAgreement.PublicKey(compressedRepresentation: [2] + candidate)) != nil { return candidate }
            attempt += 1
        }
    }

    /// A tag with all parties' keys on it, short enough to compare.
    static func finished(_ abscissa: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: abscissa).prefix(width)) }
}
