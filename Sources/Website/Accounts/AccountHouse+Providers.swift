package import Accounts
import HTTPTypes

/// Where others may vouch for people: the network to ask them over, and our own address to come back to.
package struct ProviderDoor: Sendable {
    let network: any ProviderNetwork
    /// `https://register.example.org`, without a path.
    package let ownAddress: String

    /// - Parameter ownAddress: As people type it; the provider must know `ownAddress` + `/sign-in/back`.
    package init(network: any ProviderNetwork, ownAddress: String) {
        self.network = network
        self.ownAddress = ownAddress
    }

    var redirect: String { ownAddress + AccountPaths.back }
}

extension AccountHouse {
    var providerRoutes: [Route] {
        guard let door else { return [] }
        return [
            Route(.get, "\(AccountPaths.with)/{provider}", rule: .arriving) { exchange in
                try await send(exchange, for: .signIn, through: door)
            },
            Route(.get, AccountPaths.back, rule: .arriving) { exchange in
                do { return try await takeBack(exchange, through: door) } catch let refusal as AccountRefusal {
                    return signInPage(exchange, refused: refusal)
                }
            },
            Route(.get, "\(AccountPaths.linkProvider)/{provider}", rule: .signedIn) { exchange in
                do {
                    let secret = try AccountHouse.sessionSecret(of: exchange)
                    return try await send(exchange, for: .link(secret), through: door)
                } catch AccountRefusal.proofTooOld { return askProof(toGo: exchange.path) }
            },
        ]
    }

    /// Names of the providers that people may sign in through.
    func providers() async throws -> [String] {
        guard door != nil else { return [] }
        return try await Waiting.run { try accounts.providers().map(\.name) }
    }

    /// To the provider's own page. A link and not a form: no form of ours may lead to another site.
    private func send(
        _ exchange: Exchange, for errand: ProviderErrand, through door: ProviderDoor
    ) async throws -> Answer {
        let there = try await accounts.beginProviderSignIn(
            at: exchange.parameter("provider"), for: errand, redirect: door.redirect, over: door.network,
            at: exchange.moment)
        var answer = Answer(status: 303, headers: [.location: there.address])
        answer.cookies = [
            CookieKind.provider.setting(there.browser.text, lasting: 600, isSecure: exchange.isSecure)
        ]
        return answer
    }

    private func takeBack(_ exchange: Exchange, through door: ProviderDoor) async throws -> Answer {
        guard let state = exchange.query["state"], let code = exchange.query["code"] else {
            throw AccountRefusal.answerNotExpected
        }
        let browser = exchange.cookies.value(of: .provider, isSecure: exchange.isSecure).flatMap { Secret($0) }
        let outcome = try await accounts.finishProviderSignIn(
            ProviderAnswer(state: state, code: code, issuer: exchange.query["iss"]), browser: browser,
            over: door.network, at: exchange.moment)
        var answer =
            switch outcome {
            case .linked: Answer.redirect(to: HousePaths.account)
            case .signIn(let step): try await next(step, exchange)
            }
        answer.cookies.append(CookieKind.provider.setting("", lasting: 0, isSecure: exchange.isSecure))
        return answer
    }
}
