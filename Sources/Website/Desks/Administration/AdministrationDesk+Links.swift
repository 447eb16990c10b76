import Access
import Accounts
import Foundation
import HTTPTypes
import Publication
import Registry
import Vocabulary

extension AdministrationDesk {
    /// A new one-time link, or the request for one where it alone would let somebody in to persons' names.
    ///
    /// - Parameter removing: Whether the second factor goes too.
    func link(_ visit: Visit, removing: Bool) throws -> Answer {
        let account = try named(visit)
        let path = AdministrationPaths.account(account.id)
        if let proof = try proof(visit, toGo: path) { return proof }
        let (actor, now) = (visit.asking.actor.account, visit.exchange.moment)
        guard actor != account.id.description else { throw AccountRefusal.ownAccount }
        var asker: String?
        if needsSecond(account, removing: removing, visit) {
            guard let request = asked.agree(to: account.id, removing: removing, by: actor, at: now) else {
                asked.ask(.init(account: account.id, asker: actor, removesSecondFactor: removing, at: now))
                try accounts.noteAsked(for: account.id, removingSecondFactor: removing, by: actor)
                return back(to: account.id, .asked)
            }
            asker = request.asker
        }
        if removing, account.hasSecondFactor { try accounts.removeSecondFactor(of: account.id, by: actor) }
        let purpose: OneTimeLink.Purpose = account.hasPassword ? .passwordReset : .invitation
        let made = try accounts.makeLink(purpose, for: account.id, by: actor, askedBy: asker, at: now)
        return shown(made, of: account, visit)
    }

    /// Whether whoever has the link is in, to what names persons: nothing but the password stands before it.
    private func needsSecond(_ account: Account, removing: Bool, _ visit: Visit) -> Bool {
        guard removing || !account.hasSecondFactor else { return false }
        let directory = visit.registry.directory
        return directory.mandates(of: account.id.description, on: visit.today).contains { mandate in
            directory.posts[mandate.post].map { visit.registry.policy.isGivenByTwo($0.kind) } ?? true
        }
    }

    /// The only page on which the link ever stands.
    func shown(_ made: MadeLink, of account: Account, _ visit: Visit) -> Answer {
        let site = ownAddress ?? visit.exchange.headers[.origin].flatMap { $0 == "null" ? nil : $0 } ?? ""
        let propose = AdministrationPaths.mandate(for: account, of: nil, visit)
        let next = DeskSection(
            "next", visit.administration("link.next"),
            links: [
                .init(text: account.displayName, href: AdministrationPaths.account(account.id)),
                .init(text: visit.administration("account.propose"), href: propose),
            ])
        return page(
            visit.administration("link.title"),
            DeskPage(
                lead: visit.administration("link.lead", ["name": account.displayName]),
                notices: [.init(visit.administration("link.once"), .careful)],
                shown: [
                    .init(label: visit.administration("link.label"), text: site + made.path),
                    .init(
                        label: visit.administration("link.until"), text: visit.wording.moment(made.link.endsAt)),
                ], sections: [next], visit.exchange), below: [listStep(visit)], visit, width: .narrow)
    }

    /// - Parameter problem: What was wrong with what was sent.
    func newAccountForm(_ visit: Visit, problem: String? = nil) -> Answer {
        let form = visit.exchange.form
        func text(_ key: String) -> String { visit.administration("new.\(key)") }
        let required = visit.wording["step.required"]
        let chosen = form["language"] ?? visit.exchange.language
        var random = SystemRandomNumberGenerator()
        let key = form["key"] ?? RecordID(at: visit.exchange.moment, using: &random).description
        let controls: [DeskForm.Control] = [
            .init(
                "name", text("name"), .line(type: "text", value: form["name"] ?? ""), required: required,
                hint: text("name-hint"), error: problem),
            .init(
                "display-name", text("display-name"), .line(type: "text", value: form["display-name"] ?? ""),
                required: required, hint: text("display-name-hint")),
            .init(
                "language", text("language"),
                .select(
                    visit.exchange.pages.languages.map {
                        .init($0.language, $0.name, isChosen: $0.language == chosen)
                    })),
        ]
        let section = DeskSection(
            "form", text("particulars"),
            forms: [
                DeskForm(
                    to: AdministrationPaths.newAccount, text("button"), hidden: [.init(name: "key", value: key)],
                    controls: controls)
            ])
        return page(
            text("title"), DeskPage(lead: text("lead"), sections: [section], visit.exchange), below: [listStep(visit)],
            visit, width: .narrow, status: problem == nil ? 200 : 422)
    }

    /// Makes the account and shows its link. The same form sent twice is one account; the link shown last is good.
    func makeAccount(_ visit: Visit) throws -> Answer {
        if let proof = try proof(visit, toGo: AdministrationPaths.newAccount) { return proof }
        let form = visit.exchange.form
        let (actor, now) = (visit.asking.actor.account, visit.exchange.moment)
        let name = form["name"] ?? ""
        let called = (form["display-name"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        let language = form["language"] ?? ""
        guard visit.exchange.pages.languages.contains(where: { $0.language == language }) else {
            throw RequestRefusal.notFound
        }
        do {
            let account = try accounts.make(
                NewAccount(
                    signInName: name, displayName: called.isEmpty ? name : String(called.prefix(120)),
                    language: language), by: actor, at: now, key: form["key"])
            // Somebody came in meanwhile: the form is an old one, and its account no new one.
            guard !account.hasPassword else { return .redirect(to: AdministrationPaths.account(account.id)) }
            let made = try accounts.makeLink(.invitation, for: account.id, by: actor, at: now)
            return shown(made, of: account, visit)
        } catch let refusal as AccountRefusal where [.nameTaken, .malformedName].contains(refusal) {
            return newAccountForm(visit, problem: AccountHouse.notice(refusal, visit.exchange).text)
        }
    }
}
