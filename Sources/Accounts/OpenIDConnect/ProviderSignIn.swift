/// What a provider is asked for.
package enum ProviderErrand: Sendable {
    case signIn
    /// To link the identity to the account of this session, which needs a fresh proof.
    case link(Secret)
}

/// Where the browser is sent, and what it is to bring back.
package struct ProviderRedirect: Sendable {
    /// The provider's page with everything in its address.
    package let address: String
    /// For a cookie with SameSite=Lax: who comes back without it is not who was sent.
    package let browser: Secret
}

/// What came of it.
package enum ProviderOutcome: Sendable {
    case signIn(SignIn)
    case linked(Account.ID)
}

/// What the provider's redirection carries in its address.
package struct ProviderAnswer: Sendable {
    package let state: String
    package let code: String
    /// RFC 9207: which provider it is from, where it says so.
    package let issuer: String?

    package init(state: String, code: String, issuer: String?) {
        self.state = state
        self.code = code
        self.issuer = issuer
    }
}
