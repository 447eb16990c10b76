import Access
import Accounts
import HTTPTypes
import Publication
import Vocabulary

extension AccountHouse {
    var ownAccountRoutes: [Route] {
        let secret = BodyRule.form(isSecret: true)
        return [
            Route(.get, HousePaths.account, rule: .signedIn, handler: showAccount),
            Route(.get, AccountPaths.password, rule: .signedIn) { passwordPage($0) },
            Route(.post, AccountPaths.password, rule: .signedIn, body: secret, handler: changePassword),
            Route(.post, "\(AccountPaths.sessions)/{session}/end", rule: .signedIn, body: .form(), handler: endOne),
            Route(.post, "\(AccountPaths.sessions)/end-others", rule: .signedIn, body: .form(), handler: endOthers),
            Route(.get, AccountPaths.proof, rule: .signedIn) { proofPage($0) },
            Route(.post, AccountPaths.proof, rule: .signedIn, body: secret, handler: prove),
            Route(.post, AccountPaths.otherPost, rule: .signedIn, body: .form(), handler: takePost),
        ]
    }

    /// First the password again, then on to what needs it.
    func askProof(toGo path: String) -> Answer {
        .redirect(to: AccountPaths.with(AccountPaths.proof, after: LocalPath(path)))
    }

    private func showAccount(_ exchange: Exchange) async throws -> Answer {
        let secret = try AccountHouse.sessionSecret(of: exchange)
        let known = try await providers()
        let (account, own, sessions, codes, unlinked) = try await Waiting.run {
            let own = try accounts.session(secret, at: exchange.moment)
            return (
                try accounts.account(own.account), own,
                try accounts.sessions(of: own.account, at: exchange.moment),
                try accounts.recoveryCodesLeft(of: own.account),
                try known.isEmpty
                    ? [] : known.filter(Set(known).subtracting(accounts.linkedProviders(of: own.account)).contains)
            )
        }
        let page = OwnAccountPage(
            account, own: own, sessions: sessions, recoveryCodes: codes,
            posts: choices(of: account.id, chosen: own.mandate ?? "", exchange), providers: unlinked, exchange)
        let main = exchange.pages.templates.render(page, with: "account")
        return exchange.page(WorkbenchFrame(title: exchange.texts["accounts.own.title"], main: main, width: .narrow))
    }

    private func passwordPage(_ exchange: Exchange, notice: String = "", status: Int = 200) -> Answer {
        let texts = exchange.texts
        var old = FormPage.Input("password", label: texts["accounts.password-page.old"])
        old.type = "password"
        old.autocomplete = "current-password"
        var form = FormPage(action: AccountPaths.password, button: texts["accounts.password-page.button"])
        form.lead = texts["accounts.password-page.lead"]
        form.notice = notice
        form.inputs = [old] + AccountHouse.newPasswordInputs(texts, isWrong: !notice.isEmpty)
        form.links = [.init(href: HousePaths.account, text: texts["accounts.own.title"])]
        return exchange.page(texts["accounts.password-page.title"], form, status: status)
    }

    private func changePassword(_ exchange: Exchange) async throws -> Answer {
        let secret = try AccountHouse.sessionSecret(of: exchange)
        let form = exchange.form
        let (old, new) = (form["password"] ?? "", form["new-password"] ?? "")
        guard new == form["new-password-again"] else {
            return passwordPage(exchange, notice: exchange.texts["accounts.password-page.differ"], status: 422)
        }
        do {
            let started = try await Waiting.prove {
                try accounts.changePassword(from: old, to: new, in: secret, at: exchange.moment)
            }
            return AccountHouse.keeping(started.secret, .redirect(to: HousePaths.account), exchange)
        } catch let refusal as AccountRefusal where refusal != .sessionOver {
            let notice = AccountHouse.notice(refusal, exchange)
            return passwordPage(exchange, notice: notice.text, status: notice.status)
        }
    }

    private func endOne(_ exchange: Exchange) async throws -> Answer {
        guard let session = Session.ID(exchange.parameter("session")) else { throw RequestRefusal.notFound }
        return try await end(.one(session), exchange)
    }

    private func endOthers(_ exchange: Exchange) async throws -> Answer {
        let secret = try AccountHouse.sessionSecret(of: exchange)
        let own = try await Waiting.run { try accounts.session(secret, at: exchange.moment) }
        return try await end(.allBut(own.id), exchange)
    }

    private func end(_ which: RevokedSessions, _ exchange: Exchange) async throws -> Answer {
        guard let id = Account.ID(exchange.visitor.actor.account) else { throw RequestRefusal.signInNeeded }
        try await Waiting.run { _ = try accounts.revokeSessions(which, of: id, by: id.description) }
        return .redirect(to: HousePaths.account)
    }

    private func proofPage(_ exchange: Exchange, refused: AccountRefusal? = nil) -> Answer {
        let texts = exchange.texts
        var password = FormPage.Input("password", label: texts["accounts.password"])
        password.type = "password"
        password.autocomplete = "current-password"
        var code = FormPage.Input("code", label: texts["accounts.code.label"])
        code.hint = texts["accounts.proof.code-hint"]
        code.autocomplete = "one-time-code"
        code.isCode = true
        var form = FormPage(action: AccountPaths.proof, button: texts["accounts.continue"])
        form.lead = texts["accounts.proof.lead"]
        form.inputs = [password, code]
        form.hidden = exchange.hiddenAfter
        let notice = refused.map { AccountHouse.notice($0, exchange) }
        form.notice = notice?.text ?? ""
        return exchange.page(texts["accounts.proof.title"], form, status: notice?.status ?? 200)
    }

    private func prove(_ exchange: Exchange) async throws -> Answer {
        let secret = try AccountHouse.sessionSecret(of: exchange)
        let (password, code) = (exchange.form["password"] ?? "", exchange.form["code"])
        let (address, device) = (exchange.address, AccountHouse.device(of: exchange))
        do {
            let started = try await Waiting.prove {
                try accounts.proveAgain(
                    password: password, code: code, in: secret, from: .init(address: address, device: device),
                    at: exchange.moment)
            }
            return AccountHouse.keeping(
                started.secret, .redirect(to: exchange.after?.text ?? HousePaths.account), exchange)
        } catch let refusal as AccountRefusal where refusal != .sessionOver {
            return proofPage(exchange, refused: refusal)
        }
    }

    /// Acts through another post from here on, under another secret.
    private func takePost(_ exchange: Exchange) async throws -> Answer {
        let secret = try AccountHouse.sessionSecret(of: exchange)
        let own = try await Waiting.run { try accounts.session(secret, at: exchange.moment) }
        let chosen = exchange.form["mandate"]
        guard choices(of: own.account, chosen: nil, exchange).contains(where: { $0.value == chosen }) else {
            return .redirect(to: HousePaths.account)
        }
        let started = try await Waiting.run { try accounts.take(mandate: chosen, in: secret, at: exchange.moment) }
        return AccountHouse.keeping(started.secret, .redirect(to: HousePaths.home), exchange)
    }
}
