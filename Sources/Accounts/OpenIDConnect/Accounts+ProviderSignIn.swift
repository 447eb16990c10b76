import Crypto
import Foundation
import Ledger
package import Vocabulary

extension Accounts {
    /// Sends somebody to a provider: authorization code with PKCE (S256), state and nonce.
    ///
    /// - Parameter redirect: Our own address that the provider sends them back to; registered there.
    /// - Throws: ``AccountRefusal/unknownProvider(name:)``, ``AccountRefusal/providerUnusable(reason:)``.
    package func beginProviderSignIn(
        at name: String, for errand: ProviderErrand, redirect: String, over network: any ProviderNetwork,
        at now: Timestamp
    ) async throws -> ProviderRedirect {
        let provider = try provider(named: name).provider
        var account: Account.ID?
        if case .link(let secret) = errand {
            let session = try session(secret, at: now)
            try requireFreshProof(session, at: now)
            account = session.account
        }
        let description = try await description(of: provider, over: network)
        let (state, browser, nonce, verifier) = (Secret.random(), Secret.random(), Secret.random(), Secret.random())
        try store.write { connection in
            try connection.execute(
                ProviderRequestTable.deleteBefore, [.moment(now.adding(-settings.signInLimit))])
            try connection.execute(
                ProviderRequestTable.insert,
                [
                    .bytes(state.hash), .bytes(browser.hash), .text(name),
                    .bytes(try keys.seal(nonce.text, for: "nonce \(name)")),
                    .bytes(try keys.seal(verifier.text, for: "verifier \(name)")), .text(redirect),
                    .optional(account?.description), .moment(now),
                ])
        }
        let challenge = Base64URL.text(SHA256.hash(data: Array(verifier.text.utf8)))
        let query = FormText.joined([
            ("response_type", "code"), ("client_id", provider.clientID), ("redirect_uri", redirect),
            ("scope", "openid"), ("state", state.text), ("nonce", nonce.text), ("code_challenge", challenge),
            ("code_challenge_method", "S256"),
        ])
        let join = description.authorizationEndpoint.contains("?") ? "&" : "?"
        return ProviderRedirect(address: description.authorizationEndpoint + join + query, browser: browser)
    }

    /// Takes the provider's answer: redeems the code, checks the identity token, and finds whose it is.
    ///
    /// - Parameter browser: The secret of the cookie that was set when the person was sent there.
    /// - Throws: ``AccountRefusal/answerNotExpected``, also for an answer that comes twice;
    ///   ``AccountRefusal/identityRefused(reason:)``, ``AccountRefusal/identityNotLinked``.
    package func finishProviderSignIn(
        _ answer: ProviderAnswer, browser: Secret?, over network: any ProviderNetwork, at now: Timestamp
    ) async throws -> ProviderOutcome {
        let request = try takeRequest(answer, browser: browser, at: now)
        let (provider, clientSecret) = try provider(named: request.provider)
        do {
            guard answer.issuer == nil || answer.issuer == provider.issuer else {
                throw AccountRefusal.identityRefused(reason: .issuer)
            }
            let description = try await description(of: provider, over: network)
            let methods = description.clientMethods ?? ["client_secret_basic"]
            let redemption = TokenRequest(
                code: answer.code, verifier: request.verifier, redirect: request.redirect,
                clientID: provider.clientID, clientSecret: clientSecret,
                inForm: !methods.contains("client_secret_basic"))
            let token = try await redeem(redemption, at: description.tokenEndpoint, over: network)
            let published = try await reached { try await network.read(description.keysAddress) }
            let subject = try await IdentityToken.check(
                token, keys: published, of: provider, nonce: request.nonce, at: now)
            return try conclude(request, provider, subject, at: now)
        } catch let refusal as AccountRefusal {
            try journal.recordAccess([
                AccessEntry(
                    .signInFailed, by: AccessEntry.nobody, about: request.account?.description,
                    ["refusal": refusal.code, "provider": provider.name])
            ])
            throw refusal
        }
    }

    private func conclude(
        _ request: ProviderRequest, _ provider: Provider, _ subject: String, at now: Timestamp
    ) throws -> ProviderOutcome {
        let token = keys.token("\(provider.issuer)\u{0}\(subject)", of: "identity")
        return try change { connection, entries in
            let known = try connection.first(IdentityTable.select, [.bytes(token)]) { Account.ID($0.text(0)) }
            if let account = request.account {
                let isTaken =
                    try known != nil
                    || connection.all(IdentityTable.selectOfAccount, [.text(account.description)]) { $0.text(0) }
                        .contains(provider.name)
                guard !isTaken else { return .failure(.identityLinkedAlready) }
                try connection.execute(
                    IdentityTable.insert,
                    [.bytes(token), .text(account.description), .text(provider.name), .moment(now)])
                entries.append(
                    AccessEntry(.identityLinked, by: account.description, ["provider": provider.name]))
                return .success(.linked(account))
            }
            guard case .some(.some(let id)) = known else { return .failure(.identityNotLinked) }
            let account = try present(id, connection)
            switch account.state {
            case .active: break
            case .locked: return .failure(.locked)
            case .closed: return .failure(.closed)
            }
            let stage = provider.providesSecondFactor ? .mandate : stage(after: account)
            return .success(.signIn(try begin(account, stage: stage, at: now, connection).step))
        }
    }

    private func description(
        of provider: Provider, over network: any ProviderNetwork
    ) async throws -> ProviderDescription {
        let document = try await reached { try await network.read(ProviderDescription.address(of: provider)) }
        return try ProviderDescription.read(document, from: provider)
    }

    private func redeem(
        _ request: TokenRequest, at address: String, over network: any ProviderNetwork
    ) async throws -> String {
        struct Redeemed: Decodable {
            let token: String
            enum CodingKeys: String, CodingKey { case token = "id_token" }
        }
        let body = try await reached { try await network.redeem(request, at: address) }
        guard let redeemed = try? JSONDecoder().decode(Redeemed.self, from: Data(body)) else {
            throw AccountRefusal.providerUnusable(reason: .malformed)
        }
        return redeemed.token
    }

    /// Whatever the network throws becomes a refusal that a person can be told.
    private func reached(_ body: () async throws -> [UInt8]) async throws(AccountRefusal) -> [UInt8] {
        do {
            return try await body()
        } catch is ProviderRefusal {
            throw .providerUnusable(reason: .refused)
        } catch {
            throw .providerUnusable(reason: .unreachable)
        }
    }
}
