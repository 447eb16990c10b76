import Access
import Accounts
import Foundation
import HTTPTypes
import Mechanisms
import Publication
import Registry
import Vocabulary

/// The feeds of one's own post: made, shown once, revoked. They are tokens that open a calendar and nothing else.
struct CalendarFeeds: Sendable {
    let accounts: Accounts
    let origin: String

    /// A feed is good for a year, as every token at most.
    static let days = 365

    func routes(in workbench: Workbench) -> [Route] {
        [
            workbench.ownRoute(.get, CalendarPaths.feeds) { try list($0) },
            workbench.ownRoute(.post, CalendarPaths.feeds, make),
            workbench.ownRoute(.post, "\(CalendarPaths.feeds)/{token}/revoke", revoke),
        ]
    }

    /// - Throws: ``RequestRefusal/signInNeeded`` for a visitor who came by a token.
    private func own(_ visit: Visit) throws -> Session {
        try accounts.session(AccountHouse.sessionSecret(of: visit.exchange), at: visit.exchange.moment)
    }

    private func feeds(of account: Account.ID) throws -> [APIToken] {
        try accounts.tokens(of: account).filter { $0.scope == .calendar }.sorted { $0.madeAt > $1.madeAt }
    }

    private func list(_ visit: Visit, problem: String? = nil) throws -> Answer {
        let own = try own(visit)
        let items = try feeds(of: own.account).map { token in
            TokenLine(token, visit).item(revoking: "\(CalendarPaths.feeds)/\(token.id)/revoke")
        }
        let sections = [
            DeskSection(
                "feeds", visit.calendar("feed.own"), note: items.isEmpty ? visit.calendar("feed.none") : "",
                items: items),
            own.mandate == nil
                ? DeskSection("new", visit.calendar("feed.new"), note: visit.administration("tokens.no-post"))
                : DeskSection("new", visit.calendar("feed.new"), forms: [form(visit, problem: problem)]),
        ]
        return page(
            DeskPage(lead: visit.calendar("feed.lead"), sections: sections, visit.exchange), visit,
            status: problem == nil ? 200 : 422)
    }

    private func form(_ visit: Visit, problem: String?) -> DeskForm {
        var random = SystemRandomNumberGenerator()
        let sent = visit.exchange.form
        let key = sent["key"] ?? RecordID(at: visit.exchange.moment, using: &random).description
        return DeskForm(
            to: CalendarPaths.feeds, visit.calendar("feed.button"), hidden: [.init(name: "key", value: key)],
            controls: [
                .init(
                    "label", visit.calendar("feed.label"), .line(type: "text", value: sent["label"] ?? ""),
                    required: visit.wording["step.required"], hint: visit.calendar("feed.label-hint"), error: problem)
            ])
    }

    private func make(_ visit: Visit) throws -> Answer {
        let secret = try AccountHouse.sessionSecret(of: visit.exchange)
        let label = (visit.exchange.form["label"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        guard try own(visit).mandate != nil else { return try list(visit) }
        guard !label.isEmpty else { return try list(visit, problem: visit.administration("tokens.label-missing")) }
        do {
            let made = try accounts.makeToken(
                label, scope: .calendar, until: .endOf(visit.today.adding(days: CalendarFeeds.days)), in: secret,
                at: visit.exchange.moment, key: visit.exchange.form["key"])
            return shown(made.text, visit)
        } catch AccountRefusal.proofTooOld {
            return .redirect(to: AccountPaths.with(AccountPaths.proof, after: LocalPath(CalendarPaths.feeds)))
        }
    }

    /// The only page on which the address ever stands.
    private func shown(_ token: String, _ visit: Visit) -> Answer {
        let back = DeskSection(
            "next", visit.calendar("feed.own"),
            links: [.init(text: visit.calendar("feed.own"), href: CalendarPaths.feeds)])
        return page(
            DeskPage(
                lead: visit.calendar("feed.how"), notices: [.init(visit.calendar("feed.once"), .careful)],
                shown: [.init(label: visit.calendar("feed.address"), text: "\(origin)\(CalendarPaths.feed(token))")],
                sections: [back], visit.exchange), visit)
    }

    private func revoke(_ visit: Visit) throws -> Answer {
        let account = try own(visit).account
        let token = visit.exchange.parameter("token")
        guard try feeds(of: account).contains(where: { $0.id == token }) else { throw RequestRefusal.notFound }
        do {
            try accounts.revokeToken(token, of: account, by: account.description, at: visit.exchange.moment)
        } catch AccountRefusal.tokenNotValid {}
        return .redirect(to: CalendarPaths.feeds)
    }

    private func page(_ page: DeskPage, _ visit: Visit, status: Int = 200) -> Answer {
        let account = WorkbenchFrame.Step(text: visit.exchange.texts["accounts.own.title"], href: HousePaths.account)
        return visit.page(
            visit.calendar("feed.title"), "desk", page, breadcrumb: [account], width: .narrow, status: status)
    }
}
