import Foundation
import JWTKit
import Vocabulary

/// What an identity token says; nothing of it counts before ``IdentityToken/check(_:keys:of:nonce:at:)`` has passed.
///
/// Source: OpenID Connect Core 1.0, section 2.
struct IdentityClaims: JWTPayload {
    let iss: String
    let sub: String
    let aud: Audience
    let exp: Double
    let iat: Double
    let nonce: String?
    let azp: String?

    /// One name, or several.
    struct Audience: Codable, Sendable {
        let names: [String]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            names = try (try? container.decode(String.self)).map { [$0] } ?? container.decode([String].self)
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(names)
        }
    }

    /// Nothing: the claims are checked against a time that is told, not the machine's.
    func verify(using _: some JWTAlgorithm) async throws {}
}

/// Checks identity tokens by the provider's published keys.
enum IdentityToken {
    /// Signatures that only the holder of a private key can make. `none` and `HS256`, by which anybody could, are not
    /// among them whatever the token or the keys say.
    static let algorithms = ["RS256": "RSA", "ES256": "EC", "EdDSA": "OKP"]
    /// Clocks of two machines differ.
    private static let tolerance: Int64 = 60 * AccountSettings.second
    /// A token is made for the sign-in that waits for it.
    private static let longestAge: Int64 = 15 * AccountSettings.minute

    /// - Returns: Who it is, in the provider's words.
    /// - Throws: ``AccountRefusal/identityRefused(reason:)`` for the first thing that is wrong;
    ///   ``AccountRefusal/providerUnusable(reason:)`` where no published key fits.
    static func check(
        _ token: String, keys: [UInt8], of provider: Provider, nonce: String, at now: Timestamp
    ) async throws(AccountRefusal) -> String {
        guard token.utf8.count <= 32_768 else { throw .identityRefused(reason: .malformed) }
        let header = try Header.read(token)
        guard let keyType = algorithms[header.alg], header.crit == nil else {
            throw .identityRefused(reason: .algorithm)
        }
        let fitting = try PublishedKeys.read(keys).filter {
            $0.keyType.rawValue == keyType && ($0.algorithm == nil || $0.algorithm?.rawValue == header.alg)
                && (header.kid == nil || $0.keyIdentifier?.string == header.kid)
        }
        guard !fitting.isEmpty else { throw .providerUnusable(reason: .noKey) }
        for key in fitting {
            if let claims = await verified(token, by: key, as: header.alg) {
                try check(claims, of: provider, nonce: nonce, at: now)
                return claims.sub
            }
        }
        throw .identityRefused(reason: .signature)
    }

    private static func verified(_ token: String, by key: JWK, as algorithm: String) async -> IdentityClaims? {
        var key = key
        key.algorithm = JWK.Algorithm(rawValue: algorithm)
        key.keyIdentifier = JWKIdentifier(string: "only")
        // One key at a time, so that no other can be chosen by what the token says.
        guard let collection = try? await JWTKeyCollection().add(jwk: key) else { return nil }
        return try? await collection.verify(token, as: IdentityClaims.self)
    }

    private static func check(
        _ claims: IdentityClaims, of provider: Provider, nonce: String, at now: Timestamp
    ) throws(AccountRefusal) {
        guard claims.iss == provider.issuer else { throw .identityRefused(reason: .issuer) }
        // OpenID Connect Core 1.0, section 3.1.3.7: with several audiences the authorised party must be us.
        guard claims.aud.names.contains(provider.clientID),
            claims.azp.map({ $0 == provider.clientID }) ?? (claims.aud.names.count == 1)
        else { throw .identityRefused(reason: .audience) }
        guard !claims.sub.isEmpty, claims.sub.utf8.count <= 255, abs(claims.exp) < 1e11, abs(claims.iat) < 1e11 else {
            throw .identityRefused(reason: .malformed)
        }
        let (ends, made) = (Int64(claims.exp * 1000), Int64(claims.iat * 1000))
        guard ends > now.milliseconds - tolerance, made > now.milliseconds - longestAge - tolerance else {
            throw .identityRefused(reason: .expired)
        }
        guard made <= now.milliseconds + tolerance else { throw .identityRefused(reason: .future) }
        guard let said = claims.nonce, areEqual(Array(said.utf8), Array(nonce.utf8)) else {
            throw .identityRefused(reason: .nonce)
        }
    }

    /// The first part of a token, read before anything is believed.
    private struct Header: Decodable {
        let alg: String
        let kid: String?
        /// Extensions that must be understood: we know none.
        let crit: [String]?

        static func read(_ token: String) throws(AccountRefusal) -> Header {
            let parts = token.split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 3, let bytes = Base64URL.bytes(String(parts[0])),
                let header = try? JSONDecoder().decode(Header.self, from: Data(bytes))
            else { throw .identityRefused(reason: .malformed) }
            return header
        }
    }
}

/// Keys as a provider publishes them (RFC 7517): those that we know and that are for signatures.
private struct PublishedKeys: Decodable {
    let keys: [Published]

    struct Published: Decodable {
        let key: JWK?

        /// A key of a kind that we do not know is passed over; the others still count.
        init(from decoder: any Decoder) throws {
            let use = try? decoder.container(keyedBy: CodingKeys.self).decodeIfPresent(String.self, forKey: .use)
            key = use == nil || use == "sig" ? try? JWK(from: decoder) : nil
        }

        private enum CodingKeys: String, CodingKey { case use }
    }

    static func read(_ document: [UInt8]) throws(AccountRefusal) -> [JWK] {
        guard let read = try? JSONDecoder().decode(PublishedKeys.self, from: Data(document)) else {
            throw .providerUnusable(reason: .malformed)
        }
        return read.keys.compactMap(\.key)
    }
}
