import Access
package import Accounts
import HTTPTypes
import Mechanisms
import Publication
package import Registry
import Vocabulary

/// The way in and one's own account, as pages: what each of them needs, and what they share.
package struct AccountHouse: Sendable {
    let accounts: Accounts
    let directory: @Sendable () -> Directory
    /// Nil where nobody else vouches for people.
    let door: ProviderDoor?

    /// - Parameter directory: Organisations, posts and mandates as they are now.
    package init(
        _ accounts: Accounts, directory: @escaping @Sendable () -> Directory, door: ProviderDoor? = nil
    ) {
        self.accounts = accounts
        self.directory = directory
        self.door = door
    }

    /// Every route of the way in and of one's own account.
    package var routes: [Route] {
        signInRoutes + providerRoutes + oneTimeLinkRoutes + ownAccountRoutes + ownSecondFactorRoutes
    }

    /// Ends the session that a request was made in: for the quick exit.
    package func leave(_ exchange: Exchange) async {
        guard let secret = AccountHouse.secret(of: exchange) else { return }
        try? await Waiting.run {
            try accounts.signOut(secret)
            try accounts.abandon(secret)
        }
    }

    /// The secret of the session or of the sign-in that is under way.
    static func secret(of exchange: Exchange) -> Secret? {
        exchange.cookies.value(of: .session, isSecure: exchange.isSecure).flatMap { Secret($0) }
    }

    /// - Throws: ``RequestRefusal/signInNeeded`` for a visitor who came by a token.
    static func sessionSecret(of exchange: Exchange) throws -> Secret {
        guard let secret = secret(of: exchange) else { throw RequestRefusal.signInNeeded }
        return secret
    }

    static func device(of exchange: Exchange) -> String { DeviceName.of(exchange.headers[.userAgent] ?? "") }

    /// The same answer with the cookie of a session that began or goes on under another secret.
    static func keeping(_ secret: Secret, _ answer: Answer, _ exchange: Exchange) -> Answer {
        var answer = answer
        answer.cookies.append(CookieKind.session.setting(secret.text, isSecure: exchange.isSecure))
        return answer
    }

    /// What went wrong in the words of the visitor, and the status to say it with. A form that is shown again is no
    /// failure of the address: 422 stands for it.
    static func notice(_ refusal: AccountRefusal, _ exchange: Exchange) -> (text: String, status: Int) {
        let status = FailureStatus.of(refusal)
        let words = exchange.pages.words(for: refusal, status: status, in: exchange.language)
        return (words.detail, status == 429 ? 429 : 422)
    }

    /// The mandates of an account today, as choices.
    func choices(of account: Account.ID, chosen: String?, _ exchange: Exchange) -> [FormPage.Choice] {
        let directory = directory()
        return directory.mandates(of: account.description, on: exchange.moment.day).enumerated().map { place, mandate in
            let post = directory.posts[mandate.post]
            let organisation = post.flatMap { directory.organisations[$0.organisation] }
            let kind = exchange.texts.label(of: post?.kind.rawValue ?? "", in: "function-kinds")
            let id = mandate.id.description
            return FormPage.Choice(
                value: id, text: post?.title ?? kind ?? "", detail: organisation?.name ?? "",
                isChosen: chosen.map { $0 == id } ?? (place == 0))
        }
    }
}
