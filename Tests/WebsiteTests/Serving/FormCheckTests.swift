import Access
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Website

@Suite struct FormCheckTests {
    private func house() throws -> TryHouse {
        let rule = RouteRule.granted(.read, for: [.protection])
        return try TryHouse([
            Route(.post, "/notes", rule: rule, body: .form()) { exchange in
                .html(Array("kept \(exchange.form["note"] ?? "")".utf8))
            },
            Route(.post, "/secret", rule: rule, body: .form(isSecret: true)) { _ in .done },
        ])
    }

    private let cookie = "session=caseworker"

    @Test func carriesOutAFormOfTheSameSession() async throws {
        let token = FormToken.make(from: ScriptedDesk.secret)
        let response = try await house().send([("csrf-token", token), ("note", "a b&c")], to: "/notes", cookie: cookie)
        #expect(response.status == .ok)
        #expect(response.text == "kept a b&c")
    }

    @Test func makesAnotherTokenEachTimeAndKnowsThemAll() {
        let tokens = (0..<20).map { _ in FormToken.make(from: [1, 2, 3]) }
        #expect(Set(tokens).count == 20)
        #expect(tokens.allSatisfy { FormToken.isValid($0, for: [1, 2, 3]) })
        #expect(tokens.allSatisfy { !FormToken.isValid($0, for: [1, 2, 4]) })
    }

    @Test(arguments: ["", "x", "====", String(repeating: "A", count: 88), String(repeating: "A", count: 5000)])
    func refusesAnyOtherText(token: String) { #expect(!FormToken.isValid(token, for: [1, 2, 3])) }

    @Test func showsWhatWasWrittenWhereTheTokenIsOld() async throws {
        let response = try await house().send(
            [("csrf-token", "old"), ("note", "three <lines>\nof\ntext")], to: "/notes", cookie: cookie)
        #expect(response.status == .forbidden)
        #expect(response.text.contains("three &lt;lines&gt;\nof\ntext</textarea>"))
        // The page holds a token with which it can be sent again.
        let token = try #require(response.text.firstMatch(of: /name="csrf-token" value="([^"]+)"/)?.1)
        #expect(
            FormToken.isValid(
                String(token).replacing("&#43;", with: "+").replacing("&#61;", with: "="), for: ScriptedDesk.secret))
    }

    @Test(arguments: ["cross-site", "same-site"])
    func carriesOutNothingThatAnotherSiteSent(site: String) async throws {
        let token = FormToken.make(from: ScriptedDesk.secret)
        let response = try await house().send(
            [("csrf-token", token), ("note", "planted")], to: "/notes", cookie: cookie, site: site)
        #expect(response.status == .forbidden)
        #expect(response.text.contains("W213"))
        #expect(!response.text.contains("planted"))
    }

    @Test func showsNoSecretAgain() async throws {
        let response = try await house().send([("password", "hunter2hunter2")], to: "/secret", cookie: cookie)
        #expect(response.status == .forbidden)
        #expect(!response.text.contains("hunter2"))
    }

    @Test func losesNothingWhereTheSessionHasEnded() async throws {
        let response = try await house().send([("note", "an hour of work")], to: "/notes", cookie: "session=ended")
        #expect(response.status == .unauthorized)
        #expect(response.text.contains("an hour of work"))
        #expect(response.text.contains(#"href="/sign-in" target="_blank""#))
    }

    @Test(
        arguments: [
            (nil, nil, false), ("same-origin", nil, false), ("none", nil, false), ("cross-site", nil, true),
            (nil, "https://house.example", false), (nil, "https://elsewhere.example", true), (nil, "null", true),
        ] as [(String?, String?, Bool)])
    func believesWhatTheBrowserSaysOfItsOrigin(site: String?, origin: String?, isElsewhere: Bool) throws {
        var headers = HTTPFields()
        headers[try #require(HTTPField.Name.secFetchSite)] = site
        headers[.origin] = origin
        #expect(FormCheck.cameFromElsewhere(headers, host: "house.example") == isElsewhere)
    }
}
