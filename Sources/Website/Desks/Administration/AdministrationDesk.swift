import Access
package import Accounts
import HTTPTypes
import Publication
import Registry
import Vocabulary

// Goals, in order: (1) whoever administers gets no way to anybody's record, and none to a post for themselves that nobody
// else saw; (2) what is done to an account holds at once; (3) secrets are shown once, to the one who asked.

/// Accounts, organisations and posts, providers of identities and the machine, for those who keep them.
package struct AdministrationDesk: Desk {
    let accounts: Accounts
    let machine: any MachineRoom
    /// `https://register.example.org`, for whole links; nil where the house was not told.
    let ownAddress: String?
    let asked = AskedLinks()

    package init(_ accounts: Accounts, machine: any MachineRoom, ownAddress: String?) {
        (self.accounts, self.machine, self.ownAddress) = (accounts, machine, ownAddress)
    }

    /// All for those who administer, and for nobody else.
    package func routes(in workbench: Workbench) -> [Route] {
        func get(_ path: String, _ page: @escaping @Sendable (Visit) throws -> Answer) -> Route {
            workbench.route(.get, path, to: .administer, page)
        }
        func post(_ path: String, _ act: @escaping @Sendable (Visit) throws -> Answer) -> Route {
            workbench.route(.post, path, to: .administer, body: .form(isSecret: true)) { visit in
                // Whoever comes by a token looks on: a program keeps nobody's account.
                _ = try AccountHouse.sessionSecret(of: visit.exchange)
                return try act(visit)
            }
        }
        let (one, leave) = (AdministrationPaths.anyAccount, "\(AdministrationPaths.anyAccount)/leave")
        return [
            get(AdministrationPaths.home, home), get(AdministrationPaths.accounts, accountList),
            get(AdministrationPaths.newAccount) { newAccountForm($0) },
            post(AdministrationPaths.newAccount, makeAccount),
            get(one) { try accountPage($0) }, post("\(one)/link") { try link($0, removing: false) },
            post("\(one)/second-factor") { try link($0, removing: true) },
            post("\(one)/lock") { try set(.locked, $0) }, post("\(one)/unlock") { try set(.active, $0) },
            post("\(one)/sessions/end", endAllSessions), post("\(one)/sessions/{session}/end", endSession),
            post("\(one)/tokens/{token}/revoke", revokeToken),
            get(leave) { try leavingForm($0) }, post(leave, carryOutLeaving),
            get(AdministrationPaths.organisations, organisationList),
            get("\(AdministrationPaths.organisations)/{organisation}", organisationPage),
            get(AdministrationPaths.anyPost, nominationList),
            get(AdministrationPaths.providers, providerList), get(AdministrationPaths.machine, machinePage),
        ]
    }

    /// With how many things wait there for a second administrator.
    package func entry(for exchange: Exchange, in workbench: Workbench) -> WorkbenchFrame.NavigationItem? {
        let visit = Visit(workbench, exchange)
        guard case .success = visit.registry.policy.decide(visit.asking.actor, .administer, for: visit.asking.purpose)
        else { return nil }
        let waiting = visit.registry.directory.mandates.values.count(where: \.isProposed)
        return .init(
            text: exchange.texts["administration.title"], href: AdministrationPaths.home,
            isCurrent: exchange.path.hasPrefix(AdministrationPaths.home),
            count: waiting + asked.all(at: exchange.moment).count)
    }

    /// The account that the address names.
    ///
    /// - Throws: ``RequestRefusal/notFound`` where it is no account's id, or there is none of it.
    func named(_ visit: Visit) throws -> Account {
        guard let id = Account.ID(visit.exchange.parameter("account")) else { throw RequestRefusal.notFound }
        do { return try accounts.account(id) } catch AccountRefusal.noSuchAccount { throw RequestRefusal.notFound }
    }

    /// Whether the password was given just now; else the page on which to give it, and then on to `path`.
    func proof(_ visit: Visit, toGo path: String) throws -> Answer? {
        let secret = try AccountHouse.sessionSecret(of: visit.exchange)
        let session = try accounts.session(secret, at: visit.exchange.moment)
        do { try accounts.requireFreshProof(session, at: visit.exchange.moment) } catch AccountRefusal.proofTooOld {
            return .redirect(to: AccountPaths.with(AccountPaths.proof, after: LocalPath(path)))
        }
        return nil
    }

    /// A page of the desk under its way from the first page of the day.
    func page(
        _ title: String, _ page: DeskPage, below steps: [WorkbenchFrame.Step] = [], _ visit: Visit,
        width: WorkbenchFrame.Width = .wide, status: Int = 200
    ) -> Answer {
        let own = WorkbenchFrame.Step(
            text: visit.exchange.texts["administration.title"], href: AdministrationPaths.home)
        let isHome = visit.exchange.path == AdministrationPaths.home
        return visit.page(
            title, "desk", page, breadcrumb: [visit.homeStep] + (isHome ? [] : [own]) + steps, width: width,
            status: status)
    }
}

extension Visit {
    /// A text of the administration: `administration.title` for `title`.
    func administration(_ key: String) -> String { exchange.texts["administration.\(key)"] }

    func administration(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
        exchange.texts.filled("administration.\(key)", values)
    }
}
