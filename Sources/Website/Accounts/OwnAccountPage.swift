import Accounts
import Publication
import Vocabulary

/// One's own account, for `account.mustache`.
struct OwnAccountPage: Sendable {
    struct Line: Sendable {
        let device: String
        let used: String
        let isOwn: Bool
        let action: String
    }

    let nameLabel: String
    let name: String
    let signInLabel: String
    let signIn: String
    let passwordHref: String
    let password: String
    let postHeading: String
    let hasPosts: Bool
    let noPost: String
    let postAction: String
    let posts: [FormPage.Choice]
    let takePost: String
    let factorHeading: String
    let hasFactor: Bool
    let factor: String
    let codesLeft: String
    let codesAction: String
    let renewCodes: String
    let factorHref: String
    let setUpFactor: String
    let hasProviders: Bool
    let providersHeading: String
    let providers: [FormPage.Link]
    let sessionsHeading: String
    let sessionsLead: String
    let sessions: [Line]
    let thisOne: String
    let end: String
    let hasOthers: Bool
    let othersAction: String
    let endOthers: String
    let tokensHref: String
    let tokens: String
    let mailHref: String
    let mail: String
    let calendarsHref: String
    let calendars: String
    let tokenField: String
    let token: String

    init(
        _ account: Account, own: Session, sessions: [Session], recoveryCodes: Int, posts: [FormPage.Choice],
        providers: [String], _ exchange: Exchange
    ) {
        let texts = exchange.texts
        nameLabel = texts["accounts.own.name"]
        name = account.displayName
        signInLabel = texts["accounts.name"]
        signIn = account.signInName
        passwordHref = AccountPaths.password
        password = texts["accounts.password-page.title"]
        postHeading = texts["accounts.own.post"]
        hasPosts = !posts.isEmpty
        noPost = texts["accounts.own.no-post"]
        postAction = AccountPaths.otherPost
        self.posts = posts
        takePost = texts["accounts.own.take-post"]
        factorHeading = texts["accounts.own.factor"]
        hasFactor = account.hasSecondFactor
        factor = texts[account.hasSecondFactor ? "accounts.own.factor-set" : "accounts.own.factor-missing"]
        codesLeft = texts.filled("accounts.own.codes-left", ["number": texts.number(recoveryCodes)])
        codesAction = AccountPaths.recoveryCodes
        renewCodes = texts["accounts.own.renew-codes"]
        factorHref = AccountPaths.secondFactor
        setUpFactor = texts["accounts.set-up.title"]
        hasProviders = !providers.isEmpty
        providersHeading = texts["accounts.own.providers"]
        self.providers = providers.map {
            .init(
                href: "\(AccountPaths.linkProvider)/\($0)",
                text: texts.filled("accounts.own.link-provider", ["provider": $0]))
        }
        sessionsHeading = texts["accounts.own.sessions"]
        sessionsLead = texts["accounts.own.sessions-lead"]
        self.sessions = sessions.sorted { $0.usedAt > $1.usedAt }.map { session in
            Line(
                device: session.device,
                used: texts.filled("accounts.own.used", ["time": session.usedAt.inWords(texts)]),
                isOwn: session.id == own.id, action: "\(AccountPaths.sessions)/\(session.id)/end")
        }
        thisOne = texts["accounts.own.this-one"]
        end = texts["accounts.own.end"]
        hasOthers = sessions.count > 1
        othersAction = "\(AccountPaths.sessions)/end-others"
        endOthers = texts["accounts.own.end-others"]
        tokensHref = AccountPaths.tokens
        tokens = texts["administration.tokens.own"]
        (mailHref, mail) = (CalendarPaths.mail, texts["calendar.mail.title"])
        (calendarsHref, calendars) = (CalendarPaths.feeds, texts["calendar.feed.title"])
        tokenField = FormToken.field
        token = exchange.formToken
    }
}
