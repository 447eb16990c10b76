import Accounts
import Mechanisms
import Publication
import Registry
import Vocabulary

extension AdministrationDesk {
    /// Days within which an end is soon.
    static let daysAhead = 30

    /// What waits for a second person, what ends soon, what is vacant, and the ways on.
    func home(_ visit: Visit) throws -> Answer {
        let directory = visit.registry.directory
        let posts = PostBook(directory, on: visit.today)
        let shown = posts.proposed + posts.endingSoon
        let names = try Names(of: shown.map(\.id) + posts.vacant.map(\.id), visit)
        var sections: [DeskSection] = []
        if !posts.proposed.isEmpty {
            let items = try posts.proposed.map { try proposal($0, directory, names, visit) }
            sections.append(
                DeskSection(
                    "proposed", visit.administration("home.proposed"), note: visit.administration("home.proposed-lead"),
                    items: items))
        }
        let requests = try asked.all(at: visit.exchange.moment).map { try self.request($0, visit) }
        if !requests.isEmpty {
            sections.append(DeskSection("asked", visit.administration("home.asked"), items: requests))
        }
        sections.append(
            DeskSection(
                "ending", visit.administration("home.ending"),
                note: posts.endingSoon.isEmpty ? visit.administration("home.nothing") : "",
                items: posts.endingSoon.map { mandate in
                    DeskSection.Item(
                        names[mandate.id] ?? "", href: WorkbenchPaths.record(mandate.id),
                        small: [
                            PostBook.title(mandate.post, directory, visit),
                            mandate.until.map { visit.wording.texts.day($0) } ?? "",
                        ])
                }))
        sections.append(
            DeskSection(
                "vacant", visit.administration("home.vacant"),
                note: posts.vacant.isEmpty ? visit.administration("home.nothing") : "",
                items: posts.vacant.map { post in
                    DeskSection.Item(
                        PostBook.title(post.id, directory, visit),
                        href: AdministrationPaths.organisation(post.organisation),
                        small: [directory.organisations[post.organisation]?.name ?? ""])
                }))
        let links = [
            ("accounts.title", AdministrationPaths.accounts),
            ("organisations.title", AdministrationPaths.organisations),
            ("providers.title", AdministrationPaths.providers), ("machine.title", AdministrationPaths.machine),
        ].map { DeskPage.Link(text: visit.administration($0.0), href: $0.1) }
        return page(
            visit.administration("title"),
            DeskPage(lead: visit.administration("lead"), actions: links, sections: sections, visit.exchange), visit)
    }

    private func proposal(
        _ mandate: Directory.Mandate, _ directory: Directory, _ names: Names, _ visit: Visit
    ) throws -> DeskSection.Item {
        let account = mandate.account.flatMap { Account.ID($0) }.flatMap { try? accounts.account($0) }
        let standing = try account.map { try accounts.standing(of: $0, at: visit.exchange.moment) }
        return DeskSection.Item(
            names[mandate.id] ?? "", href: WorkbenchPaths.record(mandate.id),
            small: [
                PostBook.title(mandate.post, directory, visit),
                account.map { $0.displayName } ?? visit.administration("home.no-account"),
            ], state: standing.map { StandingBadge.of($0, visit) })
    }

    private func request(_ request: AskedLinks.Request, _ visit: Visit) throws -> DeskSection.Item {
        let account = try accounts.account(request.account)
        let key = request.removesSecondFactor ? "account.asked-factor" : "account.asked-link"
        return DeskSection.Item(
            account.displayName, href: AdministrationPaths.account(request.account),
            small: [visit.administration(key, ["who": name(of: request.asker)])])
    }

    /// What an account is called; the id where there is no such account, as of somebody at the keyboard.
    func name(of actor: String) -> String {
        Account.ID(actor).flatMap { try? accounts.account($0).displayName } ?? actor
    }
}

/// How an account stands, as a badge.
enum StandingBadge {
    static func of(_ standing: AccountStanding, _ visit: Visit) -> DeskPage.Badge {
        switch standing {
        case .waiting: .init(visit.administration("standing.waiting"), .new)
        case .active: .init(visit.administration("standing.active"), .running)
        case .heldOff(let until):
            .init(
                visit.administration("standing.held-off", ["moment": visit.wording.moment(until)]), .late)
        case .locked: .init(visit.administration("standing.locked"), .late)
        case .closed: .init(visit.administration("standing.closed"), .closed)
        }
    }
}
