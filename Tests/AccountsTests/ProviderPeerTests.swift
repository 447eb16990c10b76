import Foundation
import FoundationNetworking
import Testing
import Vocabulary

@testable import Accounts

/// Against the programs of others; run by `scripts/try-openid`, skipped where it has not started them.
@Suite struct ProviderPeerTests {
    private static let provider = ProcessInfo.processInfo.environment["OPENID_PROVIDER"]
    private static let tokens = ProcessInfo.processInfo.environment["OPENID_TOKENS"]

    @Test(.enabled(if: provider != nil))
    func somebodyIsLinkedAndComesInByARealProvider() async throws {
        let issuer = try #require(Self.provider)
        let door = try TestDoor()
        let account = try door.person()
        let started = try door.session(at: PeerNetwork.now)
        try door.accounts.keep(
            Provider(name: "peer", issuer: issuer, clientID: "register", providesSecondFactor: false),
            clientSecret: "secret", by: "shell-0")
        let network = PeerNetwork()
        guard case .linked(let linked) = try await visit(issuer, .link(started.secret), door, network) else {
            Issue.record("not linked")
            return
        }
        #expect(linked == account.id)
        guard case .signIn(.chooseMandate(let pending)) = try await visit(issuer, .signIn, door, network) else {
            Issue.record("not signed in")
            return
        }
        #expect(pending.account.id == account.id)
    }

    /// The provider signs with the time of its own clock, so this one test is told the real one.
    private func visit(
        _ issuer: String, _ errand: ProviderErrand, _ door: TestDoor, _ network: PeerNetwork
    ) async throws -> ProviderOutcome {
        // A page of the provider that is not there: the redirection's address is all that counts.
        let back = "\(issuer)/answer"
        let now = PeerNetwork.now
        let sent = try await door.accounts.beginProviderSignIn(
            at: "peer", for: errand, redirect: back, over: network, at: now)
        let address = try await network.consent(at: sent.address, subject: "subject-1")
        let items = URLComponents(string: address)?.queryItems ?? []
        func item(_ name: String) -> String? { items.first { $0.name == name }?.value }
        let answer = ProviderAnswer(
            state: try #require(item("state")), code: try #require(item("code")), issuer: item("iss"))
        return try await door.accounts.finishProviderSignIn(answer, browser: sent.browser, over: network, at: now)
    }

    struct Judged: Decodable {
        struct Case: Decodable {
            let name: String
            let token: String
            let accepted: Bool
        }
        let issuer: String
        let client: String
        let nonce: String
        let seconds: Int64
        let keys: String
        let cases: [Case]
    }

    @Test(.enabled(if: tokens != nil))
    func everyTokenIsJudgedAsAuthlibJudgesIt() async throws {
        let file = try Data(contentsOf: URL(filePath: try #require(Self.tokens)))
        let judged = try JSONDecoder().decode(Judged.self, from: file)
        let provider = try Provider(
            name: "peer", issuer: judged.issuer, clientID: judged.client, providesSecondFactor: false)
        let now = Timestamp(milliseconds: judged.seconds * 1000)
        #expect(judged.cases.count > 50 && judged.cases.contains { $0.accepted })
        for example in judged.cases {
            let subject = try? await IdentityToken.check(
                example.token, keys: Array(judged.keys.utf8), of: provider, nonce: judged.nonce, at: now)
            #expect((subject != nil) == example.accepted, "\(example.name)")
        }
    }
}

/// The network by Foundation's session; the door of the program has its own.
private struct PeerNetwork: ProviderNetwork {
    static var now: Timestamp { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }

    func read(_ address: String) async throws -> [UInt8] {
        try await answer(URLRequest(url: #require(URL(string: address)))).body
    }

    func redeem(_ request: TokenRequest, at address: String) async throws -> [UInt8] {
        try await answer(post(request.form, to: address, authorization: request.authorization)).body
    }

    /// Says yes in the provider's form; where the browser would be sent then.
    func consent(at address: String, subject: String) async throws -> String {
        try await answer(post("sub=\(subject)", to: address, authorization: nil), expecting: 404).address
    }

    private func post(_ form: String, to address: String, authorization: String?) throws -> URLRequest {
        var request = URLRequest(url: try #require(URL(string: address)))
        request.httpMethod = "POST"
        request.httpBody = Data(form.utf8)
        request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
        if let authorization { request.setValue(authorization, forHTTPHeaderField: "Authorization") }
        return request
    }

    private func answer(_ request: URLRequest, expecting status: Int = 200) async throws -> (
        body: [UInt8], address: String
    ) {
        let (data, response) = try await URLSession.shared.data(for: request)
        guard (response as? HTTPURLResponse)?.statusCode == status else { throw ProviderRefusal() }
        return (Array(data), response.url?.absoluteString ?? "")
    }
}
