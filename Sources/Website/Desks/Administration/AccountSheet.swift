import Access
import Accounts
import Publication
import Registry
import Vocabulary

/// The parts of an account's page.
struct AccountSheet {
    let account: Account
    let desk: AdministrationDesk
    let visit: Visit

    private var path: String { AdministrationPaths.account(account.id) }
    private var isOwn: Bool { visit.asking.actor.account == account.id.description }
    private var isOpen: Bool { account.state != .closed }
    private var request: AskedLinks.Request? { desk.asked.request(for: account.id, at: visit.exchange.moment) }

    /// What an administrator must know before anything else.
    var notices: [DeskPage.Notice] {
        let asked = request.map { request in
            let key = request.removesSecondFactor ? "account.asked-factor" : "account.asked-link"
            return DeskPage.Notice(text(key, ["who": desk.name(of: request.asker)]), .careful)
        }
        return [asked, isOwn ? .init(text("account.own"), .careful) : nil].compactMap(\.self)
    }

    func sections() throws -> [DeskSection] {
        let standing = try desk.accounts.standing(of: account, at: visit.exchange.moment)
        let ways = isOpen && !isOwn ? [ways(standing)] : []
        return [particulars(standing), try mandates()] + ways + [try sessions(), try tokens()]
    }

    private func text(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
        visit.administration(key, values)
    }

    private func particulars(_ standing: AccountStanding) -> DeskSection {
        let factor =
            account.hasSecondFactor ? "factor-set" : account.requiresSecondFactor ? "factor-required" : "factor-none"
        return DeskSection(
            "particulars", text("account.particulars"),
            facts: [
                .init(text("accounts.state"), "", state: StandingBadge.of(standing, visit)),
                .init(text("account.sign-in"), account.signInName), .init(text("account.id"), account.id.description),
                .init(text("account.factor"), text("account.\(factor)")),
                .init(text("account.made"), visit.wording.moment(account.madeAt)),
                .init(
                    text("accounts.last"), account.lastSignInAt.map { visit.wording.moment($0) } ?? text("never")),
            ])
    }

    private func mandates() throws -> DeskSection {
        let posts = PostBook(visit.registry.directory, on: visit.today)
        let all = posts.mandates(of: account.id.description)
        let names = try Names(of: all.map(\.id), visit)
        let mechanism = try visit.registry.mechanism("mandate")
        let rows = all.map { mandate in
            [
                DeskTable.Value(
                    PostBook.title(mandate.post, posts.directory, visit), href: WorkbenchPaths.record(mandate.id),
                    small: [house(of: mandate, posts.directory)]),
                DeskTable.Value(names[mandate.id] ?? "", small: [visit.wording.code("mandate-ranks", mandate.rank)]),
                DeskTable.Value(visit.wording.texts.day(mandate.from)),
                DeskTable.Value(mandate.until.map { visit.wording.texts.day($0) } ?? ""),
                DeskTable.Value(
                    "",
                    state: mandate.holds(on: visit.today)
                        ? .init(visit.wording.state(mechanism, "held"), .running)
                        : mandate.isProposed
                            ? .init(visit.wording.state(mechanism, "proposed"), .new)
                            : .init(visit.wording.state(mechanism, "ended"), .closed)),
            ]
        }
        let columns =
            [text("account.post")] + ["holder", "from", "until"].map { visit.wording.field(mechanism, $0) }
            + [text("accounts.state")]
        let propose = AdministrationPaths.mandate(for: account, of: nil, visit)
        return DeskSection(
            "mandates", text("account.mandates"), note: rows.isEmpty ? text("account.no-mandate") : "",
            tables: rows.isEmpty ? [] : [DeskTable(text("account.mandates"), columns: columns, rows: rows)],
            links: isOpen ? [.init(text: text("account.propose"), href: propose)] : [])
    }

    private func house(of mandate: Directory.Mandate, _ directory: Directory) -> String {
        directory.posts[mandate.post].flatMap { directory.organisations[$0.organisation]?.name } ?? ""
    }

    /// What may be done about it, one form each.
    private func ways(_ standing: AccountStanding) -> DeskSection {
        func form(_ end: String, _ key: String, isDangerous: Bool = false) -> DeskForm {
            DeskForm(to: "\(path)/\(end)", text(key), isDangerous: isDangerous)
        }
        let agrees = request.map { $0.asker != visit.asking.actor.account } ?? false
        var forms: [DeskForm] = []
        if account.state == .active {
            let isAgreed = agrees && request?.removesSecondFactor == false
            forms.append(form("link", isAgreed ? "account.agree-link" : "account.new-link"))
            if account.hasSecondFactor {
                let isAgreed = agrees && request?.removesSecondFactor == true
                forms.append(form("second-factor", isAgreed ? "account.agree-factor" : "account.remove-factor"))
            }
        }
        if account.state == .locked {
            forms.append(form("unlock", "account.unlock"))
        } else {
            if case .heldOff = standing { forms.append(form("unlock", "account.forget")) }
            forms.append(form("lock", "account.lock", isDangerous: true))
        }
        return DeskSection(
            "ways", text("account.ways"), note: text("account.ways-lead"), forms: forms,
            links: [.init(text: text("leave.title"), href: "\(path)/leave")])
    }

    private func sessions() throws -> DeskSection {
        let sessions = try desk.accounts.sessions(of: account.id, at: visit.exchange.moment).sorted {
            $0.usedAt > $1.usedAt
        }
        return DeskSection(
            "sessions", text("account.sessions"), note: sessions.isEmpty ? text("account.no-session") : "",
            items: sessions.map { session in
                DeskSection.Item(
                    session.device, small: [text("account.used", ["moment": visit.wording.moment(session.usedAt)])],
                    buttons: [
                        DeskButton(
                            text("account.end"), to: "\(path)/sessions/\(session.id)/end", about: session.device)
                    ])
            }, forms: sessions.count > 1 ? [DeskForm(to: "\(path)/sessions/end", text("account.end-all"))] : [])
    }

    private func tokens() throws -> DeskSection {
        let tokens = try desk.accounts.tokens(of: account.id).sorted { $0.madeAt > $1.madeAt }
        return DeskSection(
            "tokens", text("tokens.title"), note: text(tokens.isEmpty ? "tokens.none" : "tokens.lead"),
            items: tokens.map { token in
                TokenLine(token, visit).item(revoking: "\(path)/tokens/\(token.id)/revoke")
            })
    }
}

extension Directory.Mandate {
    /// Its code among the ranks.
    var rank: String { isMain ? "main" : "alternate" }
}
