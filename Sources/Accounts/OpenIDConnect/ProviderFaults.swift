/// Why a provider's answer cannot be used.
package enum ProviderFault: String, Hashable, Sendable {
    case unreachable = "it cannot be reached"
    case malformed = "its answer is not what the standard says"
    case otherIssuer = "it calls itself by another name"
    case insecure = "it is not reached over TLS"
    case noCodeFlow = "it does not offer the code flow with PKCE"
    case noKey = "it publishes no key that fits"
    case refused = "it refused the code"
}

/// Why an identity token is refused.
package enum IdentityFault: String, Hashable, Sendable {
    case signature = "its signature is not the provider's"
    case algorithm = "it is signed in a way that is not allowed"
    case issuer = "it is from another provider"
    case audience = "it is for somebody else"
    case expired = "it is over"
    case future = "it is from the future"
    case nonce = "it belongs to another sign-in"
    case malformed = "it is not what the standard says"
}
