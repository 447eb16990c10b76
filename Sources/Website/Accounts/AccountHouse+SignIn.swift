import Accounts
import HTTPTypes
import Mechanisms
import Publication

extension AccountHouse {
    var signInRoutes: [Route] {
        let secret = BodyRule.form(isSecret: true)
        return [
            Route(.get, HousePaths.signIn, rule: .arriving, handler: showSignIn),
            Route(.post, HousePaths.signIn, rule: .arriving, body: secret, handler: signIn),
            Route(.get, AccountPaths.code, rule: .arriving) { showCode($0) },
            Route(.post, AccountPaths.code, rule: .arriving, body: secret, handler: proveCode),
            Route(.get, AccountPaths.setUp, rule: .arriving, handler: showSetUp),
            Route(.post, AccountPaths.setUp, rule: .arriving, body: secret, handler: confirmSetUp),
            Route(.get, AccountPaths.post, rule: .arriving, handler: showPosts),
            Route(.post, AccountPaths.post, rule: .arriving, body: secret, handler: choosePost),
            Route(.get, AccountPaths.forgotten, rule: .arriving, handler: showForgotten),
            Route(.post, HousePaths.signOut, rule: .signedIn, body: .form(), handler: signOut),
        ]
    }

    private func showSignIn(_ exchange: Exchange) async throws -> Answer {
        switch exchange.visitor {
        case .signedIn: return .redirect(to: exchange.after?.text ?? HousePaths.home)
        case .arriving(let arrival):
            return .redirect(to: AccountPaths.with(path(of: arrival.stage), after: exchange.after))
        case .anybody: return signInPage(exchange, providers: try await providers())
        }
    }

    func signInPage(
        _ exchange: Exchange, refused: AccountRefusal? = nil, providers: [String] = []
    ) -> Answer {
        let texts = exchange.texts
        var name = FormPage.Input("name", label: texts["accounts.name"])
        name.autocomplete = "username"
        name.value = exchange.form["name"] ?? ""
        var password = FormPage.Input("password", label: texts["accounts.password"])
        password.type = "password"
        password.autocomplete = "current-password"
        var form = FormPage(action: HousePaths.signIn, button: texts["accounts.sign-in.button"])
        // Whoever is sent here from a page hears why.
        form.lead = texts[exchange.after == nil ? "accounts.sign-in.lead" : "problems.W206.text"]
        form.inputs = [name, password]
        form.hidden = exchange.hiddenAfter
        form.links =
            providers.map {
                .init(
                    href: "\(AccountPaths.with)/\($0)", text: texts.filled("accounts.with-provider", ["provider": $0]))
            } + [.init(href: AccountPaths.forgotten, text: texts["accounts.forgotten.title"])]
        let notice = refused.map { AccountHouse.notice($0, exchange) }
        form.notice = notice?.text ?? ""
        return exchange.page(texts["accounts.sign-in.title"], form, status: notice?.status ?? 200)
    }

    private func signIn(_ exchange: Exchange) async throws -> Answer {
        let name = exchange.form["name"] ?? ""
        let password = exchange.form["password"] ?? ""
        let (address, device) = (exchange.address, AccountHouse.device(of: exchange))
        do {
            let step = try await Waiting.prove {
                try accounts.signIn(
                    name: name, password: password, from: .init(address: address, device: device),
                    at: exchange.moment)
            }
            return try await next(step, exchange)
        } catch let refusal as AccountRefusal { return signInPage(exchange, refused: refusal) }
    }

    /// On to the next step, or in. Somebody with one mandate, or none, is not asked for it.
    func next(_ step: SignIn, _ exchange: Exchange) async throws -> Answer {
        switch step {
        case .needsSecondFactor(let pending), .mustSetUpSecondFactor(let pending):
            let answer = Answer.redirect(to: AccountPaths.with(path(of: pending.stage), after: exchange.after))
            return AccountHouse.keeping(pending.secret, answer, exchange)
        case .chooseMandate(let pending):
            let choices = choices(of: pending.account.id, chosen: nil, exchange)
            guard choices.count > 1 else {
                return try await finish(pending.secret, mandate: choices.first?.value, exchange)
            }
            let answer = Answer.redirect(to: AccountPaths.with(AccountPaths.post, after: exchange.after))
            return AccountHouse.keeping(pending.secret, answer, exchange)
        case .signedIn(let started): return try await enter(started, exchange)
        }
    }

    private func finish(_ secret: Secret, mandate: String?, _ exchange: Exchange) async throws -> Answer {
        let (address, device) = (exchange.address, AccountHouse.device(of: exchange))
        let started = try await Waiting.run {
            try accounts.finish(
                secret, mandate: mandate, from: .init(address: address, device: device), at: exchange.moment)
        }
        return try await enter(started, exchange)
    }

    /// In. Somebody who has chosen no language here gets the one of their account.
    private func enter(_ started: StartedSession, _ exchange: Exchange) async throws -> Answer {
        let home = started.session.mandate == nil ? HousePaths.account : HousePaths.home
        var answer = AccountHouse.keeping(
            started.secret, .redirect(to: exchange.after?.text ?? home), exchange)
        answer.cookies.append(CookieKind.arrival.setting("", lasting: 0, isSecure: exchange.isSecure))
        if exchange.cookies.value(of: .language, isSecure: exchange.isSecure) == nil {
            let account = try await Waiting.run { try accounts.account(started.session.account) }
            answer.cookies.append(
                CookieKind.language.setting(account.language, lasting: 31_536_000, isSecure: exchange.isSecure))
        }
        return answer
    }

    private func path(of stage: PendingSignIn.Stage) -> String {
        switch stage {
        case .secondFactor: AccountPaths.code
        case .setUp: AccountPaths.setUp
        case .mandate: AccountPaths.post
        }
    }

    private func showCode(_ exchange: Exchange, refused: AccountRefusal? = nil) -> Answer {
        guard case .arriving(let arrival) = exchange.visitor, arrival.stage == .secondFactor else {
            return .redirect(to: AccountPaths.with(HousePaths.signIn, after: exchange.after))
        }
        let texts = exchange.texts
        var code = FormPage.Input("code", label: texts["accounts.code.label"])
        code.hint = texts["accounts.code.hint"]
        code.autocomplete = "one-time-code"
        code.isCode = true
        code.isWrong = refused != nil
        var form = FormPage(action: AccountPaths.code, button: texts["accounts.continue"])
        form.inputs = [code]
        form.hidden = exchange.hiddenAfter
        let notice = refused.map { AccountHouse.notice($0, exchange) }
        form.notice = notice?.text ?? ""
        return exchange.page(texts["accounts.code.title"], form, status: notice?.status ?? 200)
    }

    private func proveCode(_ exchange: Exchange) async throws -> Answer {
        let secret = try AccountHouse.sessionSecret(of: exchange)
        let code = exchange.form["code"] ?? ""
        do {
            let step = try await Waiting.run {
                try accounts.proveSecondFactor(code, in: secret, at: exchange.moment)
            }
            return try await next(step, exchange)
        } catch AccountRefusal.signInOver { return signInPage(exchange, refused: .signInOver) } catch let refusal
            as AccountRefusal
        { return showCode(exchange, refused: refusal) }
    }

    private func showPosts(_ exchange: Exchange) async throws -> Answer {
        guard let secret = AccountHouse.secret(of: exchange), case .arriving(let arrival) = exchange.visitor,
            arrival.stage == .mandate
        else { return .redirect(to: AccountPaths.with(HousePaths.signIn, after: exchange.after)) }
        let pending = try await Waiting.run { try accounts.pendingSignIn(secret, at: exchange.moment) }
        let choices = choices(of: pending.account.id, chosen: nil, exchange)
        guard choices.count > 1 else { return try await finish(secret, mandate: choices.first?.value, exchange) }
        let texts = exchange.texts
        var form = FormPage(action: AccountPaths.post, button: texts["accounts.continue"])
        form.choiceName = "mandate"
        form.choiceLabel = texts["accounts.post.label"]
        form.choices = choices
        form.hidden = exchange.hiddenAfter
        return exchange.page(texts["accounts.post.title"], form)
    }

    private func choosePost(_ exchange: Exchange) async throws -> Answer {
        let secret = try AccountHouse.sessionSecret(of: exchange)
        let chosen = exchange.form["mandate"]
        do {
            let pending = try await Waiting.run { try accounts.pendingSignIn(secret, at: exchange.moment) }
            guard choices(of: pending.account.id, chosen: nil, exchange).contains(where: { $0.value == chosen }) else {
                return .redirect(to: AccountPaths.with(AccountPaths.post, after: exchange.after))
            }
            return try await finish(secret, mandate: chosen, exchange)
        } catch let refusal as AccountRefusal { return signInPage(exchange, refused: refusal) }
    }

    /// Nobody is sent a password by post: an administrator hands over a link.
    private func showForgotten(_ exchange: Exchange) -> Answer {
        let texts = exchange.texts
        let main = exchange.pages.templates.render(
            PlainPage(
                paragraphs: [texts["accounts.forgotten.who"], texts["accounts.forgotten.how"]],
                href: HousePaths.signIn, link: texts["accounts.sign-in.title"]), with: "plain")
        return exchange.page(WorkbenchFrame(title: texts["accounts.forgotten.title"], main: main, width: .narrow))
    }

    private func signOut(_ exchange: Exchange) async throws -> Answer {
        await leave(exchange)
        return Answer.redirect(to: HousePaths.signIn).forgettingEverything(isSecure: exchange.isSecure)
    }
}

/// Some sentences and a way on, for `plain.mustache`.
struct PlainPage: Sendable {
    let paragraphs: [String]
    let href: String
    let link: String
}
