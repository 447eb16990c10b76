import Access
import Accounts
import HTTPTypes
import Publication
import Registry
import Vocabulary

extension AdministrationDesk {
    /// Everybody who has an account, by name.
    func accountList(_ visit: Visit) throws -> Answer {
        let posts = PostBook(visit.registry.directory, on: visit.today)
        let all = try accounts.all().sorted { ($0.displayName, $0.signInName) < ($1.displayName, $1.signInName) }
        let rows = try all.map { account in
            let held = posts.mandates(of: account.id.description).filter { $0.holds(on: visit.today) }
            return [
                DeskTable.Value(
                    account.displayName, href: AdministrationPaths.account(account.id), small: [account.signInName]),
                DeskTable.Value(
                    "", state: StandingBadge.of(try accounts.standing(of: account, at: visit.exchange.moment), visit)),
                DeskTable.Value(
                    visit.wording.texts.list(held.map { PostBook.title($0.post, posts.directory, visit) })),
                DeskTable.Value(account.lastSignInAt.map { visit.wording.moment($0) } ?? visit.administration("never")),
            ]
        }
        let table = DeskTable(
            visit.administration("accounts.caption"),
            columns: ["account", "state", "posts", "last"].map { visit.administration("accounts.\($0)") }, rows: rows)
        let new = DeskPage.Link(text: visit.administration("new.title"), href: AdministrationPaths.newAccount)
        let section = DeskSection("accounts", visit.administration("accounts.title"), tables: [table])
        return page(
            visit.administration("accounts.title"), DeskPage(actions: [new], sections: [section], visit.exchange),
            visit)
    }

    /// One account: how it stands, what it holds, where it is signed in, and what may be done about it.
    ///
    /// - Parameter done: What was done just now: the end of a key below `administration.done`.
    func accountPage(_ visit: Visit) throws -> Answer {
        let account = try named(visit)
        let done = visit.exchange.query["done"].flatMap { Done(rawValue: $0) }
        let notices = done.map { [DeskPage.Notice(visit.administration("done.\($0.rawValue)"), .good)] } ?? []
        let sheet = AccountSheet(account: account, desk: self, visit: visit)
        return page(
            account.displayName,
            DeskPage(notices: notices + sheet.notices, sections: try sheet.sections(), visit.exchange),
            below: [listStep(visit)],
            visit)
    }

    /// What an account's page may say was done.
    enum Done: String, Sendable {
        case asked, locked, unlocked, ended, revoked, left
    }

    func listStep(_ visit: Visit) -> WorkbenchFrame.Step {
        .init(text: visit.administration("accounts.title"), href: AdministrationPaths.accounts)
    }

    func back(to account: Account.ID, _ done: Done) -> Answer {
        .redirect(to: "\(AdministrationPaths.account(account))?done=\(done.rawValue)")
    }

    /// Locks or unlocks. Twice is as once.
    func set(_ state: Account.State, _ visit: Visit) throws -> Answer {
        let account = try named(visit)
        try accounts.set(state, of: account.id, by: visit.asking.actor.account, at: visit.exchange.moment)
        return back(to: account.id, state == .locked ? .locked : .unlocked)
    }

    func endAllSessions(_ visit: Visit) throws -> Answer {
        let account = try named(visit)
        try accounts.revokeSessions(.all, of: account.id, by: visit.asking.actor.account)
        return back(to: account.id, .ended)
    }

    func endSession(_ visit: Visit) throws -> Answer {
        let account = try named(visit)
        guard let session = Session.ID(visit.exchange.parameter("session")) else { throw RequestRefusal.notFound }
        try accounts.revokeSessions(.one(session), of: account.id, by: visit.asking.actor.account)
        return back(to: account.id, .ended)
    }

    /// A token that works no more already is as one that is revoked now; one of another account is not there.
    func revokeToken(_ visit: Visit) throws -> Answer {
        let account = try named(visit)
        let token = visit.exchange.parameter("token")
        guard try accounts.tokens(of: account.id).contains(where: { $0.id == token }) else {
            throw RequestRefusal.notFound
        }
        do {
            try accounts.revokeToken(
                token, of: account.id, by: visit.asking.actor.account, at: visit.exchange.moment)
        } catch AccountRefusal.tokenNotValid {}
        return back(to: account.id, .revoked)
    }
}
