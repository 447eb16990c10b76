/// Addresses of the way in and of one's own account.
enum AccountPaths {
    static let code = "/sign-in/code"
    static let setUp = "/sign-in/set-up"
    static let post = "/sign-in/post"
    static let forgotten = "/sign-in/forgotten"
    /// To a provider of identities, and back from it.
    static let with = "/sign-in/with"
    static let back = "/sign-in/back"
    static let linkProvider = "/account/provider"
    /// The one-time link; the same that the command prints.
    static let link = "/account/link"
    static let password = "/account/password"
    static let sessions = "/account/sessions"
    static let proof = "/account/proof"
    static let secondFactor = "/account/second-factor"
    static let recoveryCodes = "/account/recovery-codes"
    static let otherPost = "/account/post"
    static let tokens = "/account/tokens"

    /// With where the person wanted to go.
    static func with(_ path: String, after: LocalPath?) -> String {
        guard let after else { return path }
        return "\(path)?after=\(PercentText.encoded(after.text))"
    }
}

extension Exchange {
    /// Where the person wanted to go before they were asked something else.
    var after: LocalPath? { (form["after"] ?? query["after"]).flatMap { LocalPath($0) } }

    /// `after` to carry through a form.
    var hiddenAfter: [Fields.Field] { after.map { [Fields.Field(name: "after", value: $0.text)] } ?? [] }
}
