import Accounts
import HTTPTypes
import Publication

extension AccountHouse {
    var ownSecondFactorRoutes: [Route] {
        [
            Route(.get, AccountPaths.secondFactor, rule: .signedIn, handler: showOwnSetUp),
            Route(
                .post, AccountPaths.secondFactor, rule: .signedIn, body: .form(isSecret: true),
                handler: confirmOwnSetUp),
            Route(
                .post, AccountPaths.recoveryCodes, rule: .signedIn, body: .form(), handler: renewRecoveryCodes),
        ]
    }

    func showSetUp(_ exchange: Exchange) async throws -> Answer {
        guard let secret = AccountHouse.secret(of: exchange), case .arriving(let arrival) = exchange.visitor,
            arrival.stage == .setUp
        else { return .redirect(to: AccountPaths.with(HousePaths.signIn, after: exchange.after)) }
        let setUp = try await begin(.whileSigningIn(secret), exchange)
        return setUpPage(exchange, shown: [("accounts.set-up.secret", setUp.groupedSecret)], to: AccountPaths.setUp)
    }

    func confirmSetUp(_ exchange: Exchange) async throws -> Answer {
        let secret = try AccountHouse.sessionSecret(of: exchange)
        let code = exchange.form["code"] ?? ""
        do {
            let (codes, next) = try await Waiting.run {
                try accounts.confirmSecondFactor(code, for: .whileSigningIn(secret), at: exchange.moment)
            }
            guard let next else { return .redirect(to: HousePaths.signIn) }
            // The codes are shown before the way goes on: the next page is never the only place where they stand.
            let on = try await self.next(next, exchange)
            var answer = codesPage(
                codes, on: on.headers[.location] ?? HousePaths.home, exchange)
            answer.cookies += on.cookies
            return answer
        } catch let refusal as AccountRefusal { return again(refusal, to: AccountPaths.setUp, exchange) }
    }

    private func showOwnSetUp(_ exchange: Exchange) async throws -> Answer {
        let secret = try AccountHouse.sessionSecret(of: exchange)
        do {
            let setUp = try await begin(.signedIn(secret), exchange)
            return setUpPage(
                exchange, shown: [("accounts.set-up.secret", setUp.groupedSecret)], to: AccountPaths.secondFactor)
        } catch AccountRefusal.proofTooOld { return askProof(toGo: AccountPaths.secondFactor) }
    }

    private func confirmOwnSetUp(_ exchange: Exchange) async throws -> Answer {
        let secret = try AccountHouse.sessionSecret(of: exchange)
        let code = exchange.form["code"] ?? ""
        do {
            let codes = try await Waiting.run {
                try accounts.confirmSecondFactor(code, for: .signedIn(secret), at: exchange.moment).recoveryCodes
            }
            return codesPage(codes, on: HousePaths.account, exchange)
        } catch AccountRefusal.proofTooOld {
            return askProof(toGo: AccountPaths.secondFactor)
        } catch let refusal as AccountRefusal { return again(refusal, to: AccountPaths.secondFactor, exchange) }
    }

    private func renewRecoveryCodes(_ exchange: Exchange) async throws -> Answer {
        let secret = try AccountHouse.sessionSecret(of: exchange)
        do {
            let codes = try await Waiting.run { try accounts.renewRecoveryCodes(in: secret, at: exchange.moment) }
            return codesPage(codes, on: HousePaths.account, exchange)
        } catch AccountRefusal.proofTooOld { return askProof(toGo: HousePaths.account) }
    }

    private func begin(_ who: Accounts.SettingUp, _ exchange: Exchange) async throws -> SecondFactorSetUp {
        let issuer = exchange.texts["site.title"]
        return try await Waiting.run { try accounts.beginSecondFactor(for: who, issuer: issuer, at: exchange.moment) }
    }

    private func setUpPage(
        _ exchange: Exchange, shown: [(key: String, value: String)], to action: String,
        refused: AccountRefusal? = nil
    ) -> Answer {
        let texts = exchange.texts
        var code = FormPage.Input("code", label: texts["accounts.code.label"])
        code.hint = texts["accounts.set-up.code-hint"]
        code.autocomplete = "one-time-code"
        code.isCode = true
        code.isWrong = refused != nil
        var form = FormPage(action: action, button: texts["accounts.set-up.button"])
        form.lead = texts["accounts.set-up.lead"]
        form.shown = shown.map { Fields.Field(name: texts[$0.key], value: $0.value) }
        // Shown again after a code that was wrong; the accounts keep the secret, this is for the eye only.
        form.hidden = exchange.hiddenAfter + shown.map { Fields.Field(name: "shown", value: $0.value) }
        form.inputs = [code]
        let notice = refused.map { AccountHouse.notice($0, exchange) }
        // There are no recovery codes yet, and no older code that might have been used.
        form.notice = refused == .wrongCode ? texts["accounts.set-up.wrong-code"] : notice?.text ?? ""
        return exchange.page(texts["accounts.set-up.title"], form, status: notice?.status ?? 200)
    }

    private func again(_ refusal: AccountRefusal, to action: String, _ exchange: Exchange) -> Answer {
        if refusal == .signInOver { return .redirect(to: HousePaths.signIn) }
        let shown = exchange.form.values(of: "shown").prefix(1).map {
            ("accounts.set-up.secret", String($0.prefix(80)))
        }
        return setUpPage(exchange, shown: Array(shown), to: action, refused: refusal)
    }

    private func codesPage(_ codes: [String], on path: String, _ exchange: Exchange) -> Answer {
        let texts = exchange.texts
        let main = exchange.pages.templates.render(
            CodesPage(
                lead: texts["accounts.codes.lead"], codes: codes, href: path, link: texts["accounts.codes.kept"]),
            with: "codes")
        return exchange.page(WorkbenchFrame(title: texts["accounts.codes.title"], main: main, width: .narrow))
    }
}

/// Recovery codes, for `codes.mustache`.
struct CodesPage: Sendable {
    let lead: String
    let codes: [String]
    let href: String
    let link: String
}
