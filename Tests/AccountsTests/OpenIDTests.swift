import Crypto
import Foundation
import Ledger
import Testing
import Vocabulary

@testable import Accounts

@Suite struct OpenIDTests {
    private let door: TestDoor
    private let network = ScriptedProvider()
    private let account: Account
    private let now = TestDoor.start

    init() throws {
        door = try TestDoor()
        account = try door.person()
        try door.accounts.keep(network.provider, clientSecret: "s e:c", by: "shell-0")
    }

    private func begin(_ errand: ProviderErrand = .signIn) async throws -> (ProviderRedirect, ScriptedProvider.Asked) {
        let redirect = try await door.accounts.beginProviderSignIn(
            at: "mock", for: errand, redirect: "https://here.example/answer", over: network, at: now)
        return (redirect, try network.asked(redirect.address))
    }

    private func finish(_ answer: ProviderAnswer, _ browser: Secret?, at moment: Timestamp? = nil) async throws
        -> ProviderOutcome
    {
        try await door.accounts.finishProviderSignIn(answer, browser: browser, over: network, at: moment ?? now)
    }

    /// Links the subject to the account.
    private func link(_ subject: String = "subject-1") async throws {
        let started = try door.session()
        let (redirect, asked) = try await begin(.link(started.secret))
        let answer = try await network.answer(asked, subject: subject, at: now)
        guard case .linked(let linked) = try await finish(answer, redirect.browser) else { throw Unlinked() }
        #expect(linked == account.id)
    }

    struct Unlinked: Error {}

    @Test(arguments: [ScriptedProvider.Algorithm.ES256, .EdDSA, .RS256])
    func whoeverIsLinkedComesInByTheProvidersWord(algorithm: ScriptedProvider.Algorithm) async throws {
        try await link()
        let (redirect, asked) = try await begin()
        let answer = try await network.answer(asked, subject: "subject-1", at: now, signedBy: algorithm)
        guard case .signIn(.chooseMandate(let pending)) = try await finish(answer, redirect.browser) else {
            throw Unlinked()
        }
        #expect(pending.account.id == account.id)
        #expect(try door.accounts.linkedProviders(of: account.id) == ["mock"])
    }

    @Test func theAddressAsksForACodeWithEverythingThatBindsIt() async throws {
        let (redirect, asked) = try await begin()
        #expect(redirect.address.hasPrefix("https://provider.example/authorise?tenant=1&response_type=code&"))
        #expect(asked.fields["scope"] == "openid" && asked.fields["client_id"] == "register")
        #expect(asked.fields["redirect_uri"] == "https://here.example/answer")
        #expect(asked.fields["code_challenge_method"] == "S256")
        let answer = try await network.answer(asked, subject: "subject-1", at: now)
        _ = try? await finish(answer, redirect.browser)
        let form = URLComponents(string: "?\(network.redeemed[0].form)")?.queryItems ?? []
        let verifier = try #require(form.first { $0.name == "code_verifier" }?.value)
        let hashed = Data(SHA256.hash(data: Data(verifier.utf8))).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        #expect(asked.challenge == hashed)
        // RFC 6749, 2.3.1: `register` and `s%20e%3Ac`, joined and in base64.
        #expect(network.redeemed[0].authorization == "Basic " + Data("register:s%20e%3Ac".utf8).base64EncodedString())
        #expect(!network.redeemed[0].form.contains("client_secret"))
    }

    @Test(arguments: [ScriptedProvider.Algorithm.HS256, .none, .ES384])
    func aSignatureThatAnybodyCouldMakeIsRefused(algorithm: ScriptedProvider.Algorithm) async throws {
        try await link()
        let (redirect, asked) = try await begin()
        let answer = try await network.answer(asked, subject: "subject-1", at: now, signedBy: algorithm)
        await #expect(throws: AccountRefusal.identityRefused(reason: .algorithm)) {
            try await finish(answer, redirect.browser)
        }
    }

    /// Ways in which a token that is rightly signed may still be wrong.
    enum Bending: String, CaseIterable, Sendable {
        case otherIssuer, otherAudience, twoAudiences, otherParty, over, old, early, otherNonce, noNonce, nobody, absurd

        func bend(_ claims: inout ScriptedProvider.Claims) {
            switch self {
            case .otherIssuer: claims.iss = "https://other.example"
            case .otherAudience: claims.aud = ["another"]
            case .twoAudiences: claims.aud = ["register", "another"]
            case .otherParty: (claims.aud, claims.azp) = (["register", "another"], "another")
            case .over: claims.exp -= 400
            case .old: claims.iat -= 1000
            case .early: claims.iat += 120
            case .otherNonce: claims.nonce = "another"
            case .noNonce: claims.nonce = nil
            case .nobody: claims.sub = ""
            case .absurd: claims.exp = 1e300
            }
        }

        var fault: IdentityFault {
            switch self {
            case .otherIssuer: .issuer
            case .otherAudience, .twoAudiences, .otherParty: .audience
            case .over, .old: .expired
            case .early: .future
            case .otherNonce, .noNonce: .nonce
            case .nobody, .absurd: .malformed
            }
        }
    }

    @Test(arguments: Bending.allCases)
    func aTokenThatIsNotForUsAndNowIsRefused(bending: Bending) async throws {
        try await link()
        let (redirect, asked) = try await begin()
        let answer = try await network.answer(asked, subject: "subject-1", at: now) { bending.bend(&$0) }
        await #expect(throws: AccountRefusal.identityRefused(reason: bending.fault)) {
            try await finish(answer, redirect.browser)
        }
        #expect(door.journal.entries.last?.particulars == ["refusal": "N124", "provider": "mock"])
    }

    @Test func aTokenWithAnotherPayloadUnderTheSameSignatureIsRefused() async throws {
        try await link()
        let (redirect, asked) = try await begin()
        let honest = try await network.answer(asked, subject: "subject-2", at: now)
        var parts = network.token.split(separator: ".").map(String.init)
        let payload = try #require(Base64URL.bytes(parts[1]))
        let forged = String(decoding: payload, as: UTF8.self).replacing("subject-2", with: "subject-1")
        parts[1] = Base64URL.text(Array(forged.utf8))
        network.redeem(to: parts.joined(separator: "."))
        await #expect(throws: AccountRefusal.identityRefused(reason: .signature)) {
            try await finish(honest, redirect.browser)
        }
    }

    @Test func anAnswerComesOnceAndFromTheBrowserThatWasSent() async throws {
        try await link()
        let (redirect, asked) = try await begin()
        let answer = try await network.answer(asked, subject: "subject-1", at: now)
        let (other, _) = try await begin()
        await #expect(throws: AccountRefusal.answerNotExpected) { try await finish(answer, other.browser) }
        await #expect(throws: AccountRefusal.answerNotExpected) { try await finish(answer, redirect.browser) }
        await #expect(throws: AccountRefusal.answerNotExpected) { try await finish(answer, nil) }
    }

    @Test func anAnswerThatTakesTooLongOrComesFromThePastIsNotExpected() async throws {
        try await link()
        for moment in [now.after(600_000), now.after(-600_000)] {
            let (redirect, asked) = try await begin()
            let answer = try await network.answer(asked, subject: "subject-1", at: moment)
            await #expect(throws: AccountRefusal.answerNotExpected) {
                try await finish(answer, redirect.browser, at: moment)
            }
        }
    }

    /// RFC 9207: the answer of one provider given out as that of another.
    @Test func anAnswerThatNamesAnotherProviderIsRefused() async throws {
        try await link()
        let (redirect, asked) = try await begin()
        _ = try await network.answer(asked, subject: "subject-1", at: now)
        let mixed = ProviderAnswer(state: asked.state, code: "code-1", issuer: "https://other.example")
        await #expect(throws: AccountRefusal.identityRefused(reason: .issuer)) {
            try await finish(mixed, redirect.browser)
        }
        #expect(network.redeemed.count == 1, "only the code of the link was given away")
    }

    @Test func anIdentityThatNobodyLinkedLetsNobodyIn() async throws {
        let (redirect, asked) = try await begin()
        let answer = try await network.answer(asked, subject: "stranger", at: now)
        await #expect(throws: AccountRefusal.identityNotLinked) { try await finish(answer, redirect.browser) }
    }

    @Test func anIdentityIsLinkedToOneAccountOnly() async throws {
        try await link()
        _ = try door.person("quince")
        let other = try door.session("quince")
        let (redirect, asked) = try await begin(.link(other.secret))
        let answer = try await network.answer(asked, subject: "subject-1", at: now)
        await #expect(throws: AccountRefusal.identityLinkedAlready) { try await finish(answer, redirect.browser) }
    }

    @Test func theSecondFactorIsAskedUnlessTheProviderAsksForOne() async throws {
        _ = try door.person("quince", requiresSecondFactor: true)
        let factor = try door.secondFactor(of: "quince")
        guard case .chooseMandate(let pending)? = factor.next else { throw Unlinked() }
        let started = try door.accounts.finish(pending.secret, mandate: nil, from: TestDoor.visitor, at: now)
        let (sent, asked) = try await begin(.link(started.secret))
        _ = try await finish(try await network.answer(asked, subject: "subject-2", at: now), sent.browser)
        let (redirect, again) = try await begin()
        let outcome = try await finish(
            try await network.answer(again, subject: "subject-2", at: now), redirect.browser)
        guard case .signIn(.needsSecondFactor) = outcome else { throw Unlinked() }
        let trusted = try Provider(
            name: "mock", issuer: network.issuer, clientID: "register", providesSecondFactor: true)
        try door.accounts.keep(trusted, clientSecret: nil, by: "shell-0")
        let (third, thirdAsked) = try await begin()
        let last = try await finish(
            try await network.answer(thirdAsked, subject: "subject-2", at: now), third.browser)
        guard case .signIn(.chooseMandate) = last else { throw Unlinked() }
        #expect(network.redeemed.last?.authorization == nil, "a client without a secret says who it is in the form")
    }

    @Test func aLockedAccountDoesNotComeInByAProviderEither() async throws {
        try await link()
        try door.accounts.set(.locked, of: account.id, by: "shell-0", at: now)
        let (redirect, asked) = try await begin()
        let answer = try await network.answer(asked, subject: "subject-1", at: now)
        await #expect(throws: AccountRefusal.locked) { try await finish(answer, redirect.browser) }
    }

    @Test func aRemovedProviderLetsNobodyIn() async throws {
        try await link()
        try door.accounts.removeProvider("mock", by: "shell-0")
        await #expect(throws: AccountRefusal.unknownProvider(name: "mock")) { try await begin() }
        try door.accounts.keep(network.provider, clientSecret: nil, by: "shell-0")
        let (redirect, asked) = try await begin()
        let answer = try await network.answer(asked, subject: "subject-1", at: now)
        await #expect(throws: AccountRefusal.identityNotLinked) { try await finish(answer, redirect.browser) }
    }

    @Test func aProviderThatIsDownIsSaidToBe() async throws {
        network.breakDown()
        await #expect(throws: AccountRefusal.providerUnusable(reason: .unreachable)) { try await begin() }
    }

    @Test(arguments: [
        (ProviderFault.otherIssuer, "issuer", "https://x.example"), (.insecure, "token_endpoint", "http://p.example/t"),
        (.insecure, "jwks_uri", "http://p.example/k"), (.malformed, "jwks_uri", ""),
    ])
    func aDescriptionThatCannotBeTrustedIsRefused(fault: ProviderFault, name: String, value: String) async throws {
        var members = [
            "issuer": network.issuer, "authorization_endpoint": "https://p.example/a",
            "token_endpoint": "https://p.example/t", "jwks_uri": "https://p.example/k",
        ]
        members[name] = value
        network.answerDiscovery(with: String(decoding: try JSONEncoder().encode(members), as: UTF8.self))
        await #expect(throws: AccountRefusal.providerUnusable(reason: fault)) { try await begin() }
    }

    @Test(arguments: ["response_types_supported", "code_challenge_methods_supported"])
    func aProviderWithoutCodeFlowOrPKCEIsRefused(name: String) async throws {
        let document = String(decoding: try await network.read(network.discovery), as: UTF8.self)
        let without = document.replacing("\"code\"", with: name.hasPrefix("r") ? "\"token\"" : "\"code\"")
            .replacing("S256", with: name.hasPrefix("c") ? "plain" : "S256")
        network.answerDiscovery(with: without)
        await #expect(throws: AccountRefusal.providerUnusable(reason: .noCodeFlow)) { try await begin() }
    }

    @Test(arguments: ["[]", "{", ""])
    func aDescriptionThatIsNoneIsRefused(document: String) async throws {
        network.answerDiscovery(with: document)
        await #expect(throws: AccountRefusal.providerUnusable(reason: .malformed)) { try await begin() }
    }

    @Test(arguments: [
        "http://provider.example", "https://user@provider.example", "provider.example", "http://127.0.0.1.example",
    ])
    func anIssuerThatIsNotReachedOverTLSIsRefused(issuer: String) {
        #expect(throws: AccountRefusal.self) {
            try Provider(name: "p", issuer: issuer, clientID: "c", providesSecondFactor: false)
        }
    }
}
