import Accounts
import CryptoExtras
import Foundation
import JWTKit
import Synchronization
import Vocabulary

/// A provider of identities in memory, with keys made for the test; what it says can be bent.
final class ScriptedProvider: ProviderNetwork {
    struct Claims: JWTPayload {
        var iss: String
        var sub: String
        var aud: [String]
        var exp: Double
        var iat: Double
        var nonce: String?
        var azp: String?
        func verify(using _: some JWTAlgorithm) async throws {}
    }

    /// What stood in the address that a browser was sent to.
    struct Asked {
        let state: String
        let nonce: String
        let challenge: String
        let fields: [String: String]
    }

    enum Algorithm: String, CaseIterable, Sendable { case ES256, EdDSA, RS256, HS256, none, ES384 }

    let issuer: String
    private let elliptic = ES256PrivateKey()
    private let edwards: EdDSA.PrivateKey?
    private let rsa: JWTKit.Insecure.RSA.PrivateKey?
    private let kept = Mutex<(redeemed: [TokenRequest], token: String, document: [UInt8]?, isDown: Bool)>(
        ([], "", nil, false))

    init(issuer: String = "https://provider.example") {
        self.issuer = issuer
        edwards = try? EdDSA.PrivateKey(curve: .ed25519)
        rsa = try? JWTKit.Insecure.RSA.PrivateKey(backing: _RSA.Signing.PrivateKey(keySize: .bits2048))
    }

    var provider: Provider {
        get throws { try Provider(name: "mock", issuer: issuer, clientID: "register", providesSecondFactor: false) }
    }

    /// The token that the next code is redeemed to.
    var token: String { kept.withLock { $0.token } }
    var redeemed: [TokenRequest] { kept.withLock { $0.redeemed } }

    func breakDown() { kept.withLock { $0.isDown = true } }
    func answerDiscovery(with document: String) { kept.withLock { $0.document = Array(document.utf8) } }
    func redeem(to token: String) { kept.withLock { $0.token = token } }

    func asked(_ address: String) throws -> Asked {
        let items = URLComponents(string: address)?.queryItems ?? []
        let fields = Dictionary(uniqueKeysWithValues: items.map { ($0.name, $0.value ?? "") })
        return Asked(
            state: fields["state"] ?? "", nonce: fields["nonce"] ?? "", challenge: fields["code_challenge"] ?? "",
            fields: fields)
    }

    /// What comes back with the browser, and the token that its code will be redeemed to.
    func answer(
        _ asked: Asked, subject: String, at now: Timestamp, signedBy algorithm: Algorithm = .ES256,
        bent: (inout Claims) -> Void = { _ in }
    ) async throws -> ProviderAnswer {
        let seconds = Double(now.milliseconds / 1000)
        var claims = Claims(
            iss: issuer, sub: subject, aud: ["register"], exp: seconds + 300, iat: seconds, nonce: asked.nonce, azp: nil
        )
        bent(&claims)
        redeem(to: try await sign(claims, by: algorithm))
        return ProviderAnswer(state: asked.state, code: "code-1", issuer: issuer)
    }

    private func sign(_ claims: Claims, by algorithm: Algorithm) async throws -> String {
        let keys = JWTKeyCollection()
        let kid = JWKIdentifier(string: algorithm.rawValue)
        switch algorithm {
        case .ES256: await keys.add(ecdsa: elliptic, kid: kid)
        case .EdDSA: if let edwards { await keys.add(eddsa: edwards, kid: kid) }
        case .RS256: if let rsa { await keys.add(rsa: rsa, digestAlgorithm: .sha256, kid: kid) }
        case .ES384: await keys.add(ecdsa: ES384PrivateKey(), kid: kid)
        // The classic confusion: the published key taken for a shared secret.
        case .HS256: await keys.add(hmac: HMACKey(from: published()), digestAlgorithm: .sha256, kid: kid)
        case .none: await keys.addUnsecuredNone(kid: kid)
        }
        return try await keys.sign(claims, kid: kid)
    }

    private func published() -> [UInt8] {
        func text(_ bytes: some Sequence<UInt8>) -> String {
            Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing(
                "=", with: "")
        }
        func url(_ standard: String) -> String {
            standard.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        }
        let point = elliptic.publicKey.parameters
        var keys = [
            "{\"kty\":\"oct\",\"kid\":\"HS256\",\"k\":\"AAAA\"}",
            "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"ES256\",\"use\":\"sig\",\"x\":\"\(url(point?.x ?? ""))\","
                + "\"y\":\"\(url(point?.y ?? ""))\"}",
        ]
        if let edwards {
            keys.append(
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"EdDSA\",\"alg\":\"EdDSA\","
                    + "\"x\":\"\(text(edwards.publicKey.rawRepresentation))\"}")
        }
        if let rsa, let parts = try? rsa.publicKey.getKeyPrimitives() {
            keys.append(
                "{\"kty\":\"RSA\",\"kid\":\"RS256\",\"alg\":\"RS256\",\"n\":\"\(text(parts.modulus))\","
                    + "\"e\":\"\(text(parts.publicExponent))\"}")
        }
        return Array("{\"keys\":[\(keys.joined(separator: ","))]}".utf8)
    }

    struct Down: Error {}

    var discovery: String { "\(issuer)/.well-known/openid-configuration" }

    func read(_ address: String) async throws -> [UInt8] {
        let (document, isDown) = kept.withLock { ($0.document, $0.isDown) }
        if isDown { throw Down() }
        if address == "\(issuer)/keys" { return published() }
        guard address == discovery else { throw Down() }
        return document
            ?? Array(
                """
                {"issuer":"\(issuer)","authorization_endpoint":"\(issuer)/authorise?tenant=1",
                "token_endpoint":"\(issuer)/token","jwks_uri":"\(issuer)/keys",
                "response_types_supported":["code"],"code_challenge_methods_supported":["S256"]}
                """.utf8)
    }

    func redeem(_ request: TokenRequest, at address: String) async throws -> [UInt8] {
        kept.withLock { kept in
            kept.redeemed.append(request)
            return Array("{\"token_type\":\"Bearer\",\"id_token\":\"\(kept.token)\"}".utf8)
        }
    }
}
