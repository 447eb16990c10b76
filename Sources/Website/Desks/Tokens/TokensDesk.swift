import Access
package import Accounts
import Foundation
import HTTPTypes
import Mechanisms
import Publication
import Registry
import Vocabulary

/// The tokens that a person makes for programs of their own; it has no entry of the navigation, but a link in the
/// person's account. Nobody makes a token for somebody else: it would act in their name.
package struct TokensDesk: Desk {
    let accounts: Accounts

    package init(_ accounts: Accounts) { self.accounts = accounts }

    /// For whoever is signed in, of their own tokens.
    package func routes(in workbench: Workbench) -> [Route] {
        [
            workbench.ownRoute(.get, AccountPaths.tokens) { try list($0) },
            workbench.ownRoute(.post, AccountPaths.tokens, make),
            workbench.ownRoute(.post, "\(AccountPaths.tokens)/{token}/revoke", revoke),
        ]
    }

    /// None: it is part of one's own account.
    package func entry(for exchange: Exchange, in workbench: Workbench) -> WorkbenchFrame.NavigationItem? { nil }

    /// - Parameter problem: The key of what was wrong with what was sent, below `administration.tokens`.
    private func list(_ visit: Visit, problem: String? = nil) throws -> Answer {
        let own = try own(visit)
        let tokens = try accounts.tokens(of: own.account).sorted { $0.madeAt > $1.madeAt }
        let items = tokens.map { token in
            TokenLine(token, visit).item(revoking: "\(AccountPaths.tokens)/\(token.id)/revoke")
        }
        func text(_ key: String) -> String { visit.administration("tokens.\(key)") }
        let sections = [
            DeskSection("tokens", text("own"), note: text(items.isEmpty ? "none" : "lead"), items: items),
            own.mandate == nil
                ? DeskSection("new", text("new"), note: text("no-post"))
                : DeskSection("new", text("new"), forms: [TokenForm(visit, problem: problem.map(text)).form]),
        ]
        return page(
            text("own"), DeskPage(sections: sections, visit.exchange), visit, status: problem == nil ? 200 : 422)
    }

    private func make(_ visit: Visit) throws -> Answer {
        let secret = try AccountHouse.sessionSecret(of: visit.exchange)
        let request = TokenForm(visit, problem: nil)
        guard let label = request.label else { return try list(visit, problem: "label-missing") }
        guard let scope = request.scope else { return try list(visit, problem: "action-missing") }
        guard let end = request.end else { return try list(visit, problem: "end-wrong") }
        do {
            let made = try accounts.makeToken(
                label, scope: scope, until: end, in: secret, at: visit.exchange.moment,
                key: visit.exchange.form["key"])
            return shown(made.text, visit)
        } catch AccountRefusal.proofTooOld {
            return .redirect(to: AccountPaths.with(AccountPaths.proof, after: LocalPath(AccountPaths.tokens)))
        } catch AccountRefusal.tokenLifeNotAllowed { return try list(visit, problem: "end-wrong") }
    }

    /// The only page on which the token ever stands.
    private func shown(_ token: String, _ visit: Visit) -> Answer {
        func text(_ key: String) -> String { visit.administration("tokens.\(key)") }
        let back = DeskSection("next", text("own"), links: [.init(text: text("own"), href: AccountPaths.tokens)])
        return page(
            text("made"),
            DeskPage(
                lead: text("how"), notices: [.init(text("once"), .careful)],
                shown: [.init(label: text("token"), text: token)], sections: [back], visit.exchange), visit)
    }

    private func revoke(_ visit: Visit) throws -> Answer {
        let account = try own(visit).account
        let token = visit.exchange.parameter("token")
        guard try accounts.tokens(of: account).contains(where: { $0.id == token }) else {
            throw RequestRefusal.notFound
        }
        do {
            try accounts.revokeToken(token, of: account, by: account.description, at: visit.exchange.moment)
        } catch AccountRefusal.tokenNotValid {}
        return .redirect(to: AccountPaths.tokens)
    }

    /// - Throws: ``RequestRefusal/signInNeeded`` for a visitor who came by a token: a token makes no tokens.
    private func own(_ visit: Visit) throws -> Session {
        try accounts.session(AccountHouse.sessionSecret(of: visit.exchange), at: visit.exchange.moment)
    }

    private func page(_ title: String, _ page: DeskPage, _ visit: Visit, status: Int = 200) -> Answer {
        let account = WorkbenchFrame.Step(
            text: visit.exchange.texts["accounts.own.title"], href: HousePaths.account)
        return visit.page(title, "desk", page, breadcrumb: [account], width: .narrow, status: status)
    }
}
