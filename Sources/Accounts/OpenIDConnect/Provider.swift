import Foundation
import Ledger

/// Somebody else who may vouch for persons: an OpenID provider of a ministry or of an agency.
package struct Provider: Hashable, Sendable {
    /// How it stands in addresses and in lists: lower-case letters, digits and hyphens.
    package let name: String
    /// `https://…`, exactly as the provider writes it, without `/.well-known`.
    package let issuer: String
    /// What the provider calls this register.
    package let clientID: String
    /// Whether it asks for a second factor itself. Where not, ours is asked after its word.
    package let providesSecondFactor: Bool

    /// - Throws: ``AccountRefusal/providerUnusable(reason:)`` for an issuer that is not reached over TLS, except on this
    ///   machine, or a name that cannot stand in an address.
    package init(name: String, issuer: String, clientID: String, providesSecondFactor: Bool) throws(AccountRefusal) {
        let isName = name.utf8.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
        }
        guard isName, (1...40).contains(name.utf8.count), !clientID.isEmpty else {
            throw .providerUnusable(reason: .malformed)
        }
        try SafeAddress.require(issuer)
        self.name = name
        self.issuer = issuer
        self.clientID = clientID
        self.providesSecondFactor = providesSecondFactor
    }
}

/// Addresses that a secret may be sent to.
enum SafeAddress {
    /// - Throws: ``AccountRefusal/providerUnusable(reason:)`` unless it is https, or http on this very machine.
    static func require(_ text: String) throws(AccountRefusal) {
        guard let parts = URLComponents(string: text), let host = parts.host, parts.user == nil, parts.fragment == nil
        else { throw .providerUnusable(reason: .malformed) }
        let isHere = ["127.0.0.1", "::1", "[::1]", "localhost"].contains(host)
        guard parts.scheme == "https" || (parts.scheme == "http" && isHere) else {
            throw .providerUnusable(reason: .insecure)
        }
    }
}

/// What a provider says of itself at `/.well-known/openid-configuration`.
///
/// Source: OpenID Connect Discovery 1.0, sections 3 and 4.3; RFC 8414, section 3.3, for the comparison of the issuer.
struct ProviderDescription: Decodable {
    let issuer: String
    let authorizationEndpoint: String
    let tokenEndpoint: String
    let keysAddress: String
    let responseTypes: [String]?
    let challengeMethods: [String]?
    let clientMethods: [String]?

    private enum CodingKeys: String, CodingKey {
        case issuer
        case authorizationEndpoint = "authorization_endpoint"
        case tokenEndpoint = "token_endpoint"
        case keysAddress = "jwks_uri"
        case responseTypes = "response_types_supported"
        case challengeMethods = "code_challenge_methods_supported"
        case clientMethods = "token_endpoint_auth_methods_supported"
    }

    static func read(_ document: [UInt8], from provider: Provider) throws(AccountRefusal) -> ProviderDescription {
        guard let read = try? JSONDecoder().decode(ProviderDescription.self, from: Data(document)) else {
            throw .providerUnusable(reason: .malformed)
        }
        guard read.issuer == provider.issuer else { throw .providerUnusable(reason: .otherIssuer) }
        for address in [read.authorizationEndpoint, read.tokenEndpoint, read.keysAddress] {
            try SafeAddress.require(address)
        }
        // Both lists may be left out; where they are given they must allow what we do.
        guard read.responseTypes?.contains("code") ?? true, read.challengeMethods?.contains("S256") ?? true else {
            throw .providerUnusable(reason: .noCodeFlow)
        }
        return read
    }

    static func address(of provider: Provider) -> String {
        let issuer = provider.issuer.hasSuffix("/") ? String(provider.issuer.dropLast()) : provider.issuer
        return "\(issuer)/.well-known/openid-configuration"
    }
}
