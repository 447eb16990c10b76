import Accounts
import HTTPTypes
import Publication

extension AccountHouse {
    /// The secret of a link stands in its address: the route's pattern is all that a log has of it, no page sends it
    /// on as a referrer, and the form carries it in its own address only.
    var oneTimeLinkRoutes: [Route] {
        let path = "\(AccountPaths.link)/{link}"
        return [
            Route(.get, path, rule: .arriving, handler: showLink),
            Route(.post, path, rule: .arriving, body: .form(isSecret: true), handler: setPassword),
        ]
    }

    private func showLink(_ exchange: Exchange) async throws -> Answer {
        let secret = try link(of: exchange)
        let address = exchange.address
        let link = try await Waiting.run {
            try accounts.link(secret, from: .init(address: address, device: ""), at: exchange.moment)
        }
        return passwordPage(exchange, lead: greeting(link.account, exchange))
    }

    private func setPassword(_ exchange: Exchange) async throws -> Answer {
        let secret = try link(of: exchange)
        let password = exchange.form["new-password"] ?? ""
        guard password == exchange.form["new-password-again"] else {
            return passwordPage(exchange, notice: exchange.texts["accounts.password-page.differ"], status: 422)
        }
        let (address, device) = (exchange.address, AccountHouse.device(of: exchange))
        do {
            try await Waiting.prove {
                try accounts.setPassword(
                    password, through: secret, from: .init(address: address, device: device), at: exchange.moment)
            }
            let texts = exchange.texts
            let main = exchange.pages.templates.render(
                PlainPage(
                    paragraphs: [texts["accounts.link.done"]], href: HousePaths.signIn,
                    link: texts["accounts.sign-in.title"]), with: "plain")
            return exchange.page(WorkbenchFrame(title: texts["accounts.link.title"], main: main, width: .narrow))
        } catch let refusal as AccountRefusal where FailureStatus.of(refusal) == 422 {
            let notice = AccountHouse.notice(refusal, exchange)
            return passwordPage(exchange, notice: notice.text, status: notice.status)
        }
    }

    private func link(of exchange: Exchange) throws -> Secret {
        guard let secret = Secret(exchange.parameter("link")) else { throw AccountRefusal.linkNotValid }
        return secret
    }

    private func greeting(_ account: Account, _ exchange: Exchange) -> String {
        exchange.texts.filled("accounts.link.lead", ["name": account.displayName, "sign-in": account.signInName])
    }

    private func passwordPage(
        _ exchange: Exchange, lead: String = "", notice: String = "", status: Int = 200
    ) -> Answer {
        let texts = exchange.texts
        var form = FormPage(action: exchange.path, button: texts["accounts.password-page.button"])
        form.lead = lead
        form.notice = notice
        form.inputs = AccountHouse.newPasswordInputs(texts, isWrong: !notice.isEmpty)
        return exchange.page(texts["accounts.link.title"], form, status: status)
    }

    /// The new password, twice.
    static func newPasswordInputs(_ texts: Texts, isWrong: Bool) -> [FormPage.Input] {
        var first = FormPage.Input("new-password", label: texts["accounts.password-page.new"])
        first.hint = texts["accounts.password-page.hint"]
        first.type = "password"
        first.autocomplete = "new-password"
        first.isWrong = isWrong
        var second = FormPage.Input("new-password-again", label: texts["accounts.password-page.again"])
        second.type = "password"
        second.autocomplete = "new-password"
        second.isWrong = isWrong
        return [first, second]
    }
}
