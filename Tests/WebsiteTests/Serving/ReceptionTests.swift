import Access
import Foundation
import HTTPTypes
import HummingbirdTesting
import Mechanisms
import NIOCore
import Testing
import Vocabulary

@testable import Website

@Suite struct ReceptionTests {
    private static let reading = RouteRule.granted(.read, for: [.protection])

    private struct Surprise: Error { let secret = "a name that nobody may see" }

    private func house(settings: ServingSettings = TryHouse.settings()) throws -> TryHouse {
        try TryHouse(
            [
                Route(.get, "/open", rule: .anybody) { _ in .html(Array("<p>open</p>".utf8)) },
                Route(.get, "/records/{record}", rule: Self.reading) { exchange in
                    exchange.page(
                        WorkbenchFrame(title: "Record", main: "<p>long \(String(repeating: "x", count: 3000))</p>"))
                },
                Route(.post, "/records/{record}", rule: Self.reading, body: .form()) { _ in .redirect(to: "/open") },
                Route(.get, "/api/v1/records/{record}", rule: Self.reading, voice: .interface) { _ in
                    Answer.json(.members(["version": .number(7)])).tagged(EntityTag("v7"))
                },
                Route(.put, "/api/v1/records/{record}", rule: Self.reading, body: .json(), voice: .interface) {
                    exchange in
                    guard try exchange.seenVersions()?.contains(EntityTag("v7")) ?? true else {
                        throw Problem(
                            status: 412, code: "R201", title: "Another version", detail: "Read it again.",
                            members: [.init(name: "current", value: .number(7))])
                    }
                    return .done
                },
                Route(.get, "/fails", rule: Self.reading) { _ in throw Surprise() },
                Route(.get, "/away", rule: Self.reading) { .redirect(to: $0.query["to"] ?? "") },
            ], settings: settings)
    }

    private let caseworker = ["Cookie": "session=caseworker"]

    @Test func sendsWhoeverIsNotSignedInToTheSignIn() async throws {
        let response = try await house().ask("/records/7?tab=notes")
        #expect(response.status == .seeOther)
        #expect(response.field("Location") == "/sign-in?after=%2Frecords%2F7%3Ftab%3Dnotes")
    }

    @Test func tellsAProgramToSignIn() async throws {
        let response = try await house().ask("/api/v1/records/7")
        #expect(response.status == .unauthorized)
        #expect(response.field("WWW-Authenticate")?.hasPrefix("Bearer") == true)
        #expect(response.field("Content-Type") == "application/problem+json")
        #expect(response.text.contains(#""code":"W206""#) && response.text.contains(#""status":401"#))
    }

    @Test func refusesAFunctionWithoutARowOfThePolicy() async throws {
        let response = try await house().ask("/records/7", .get, ["Cookie": "session=operator"])
        #expect(response.status == .forbidden)
        #expect(response.text.contains("W207"))
    }

    @Test func speaksTheLanguageOfTheReader() async throws {
        let response = try await house().ask("/none", .get, ["Accept-Language": "fr-CA, en;q=0.5"])
        #expect(response.status == .notFound)
        #expect(response.text.contains("Rien ne se trouve ici"))
        #expect(response.field("Content-Language") == "fr")
    }

    @Test(arguments: ["/open", "/none", "/records/7", "/fails", "/api/v1/none"])
    func putsTheFieldsOfSafetyOnEveryAnswer(path: String) async throws {
        let response = try await house().ask(path, .get, caseworker)
        #expect(response.field("Content-Security-Policy")?.hasPrefix("default-src 'none'") == true)
        #expect(response.field("X-Content-Type-Options") == "nosniff")
        #expect(response.field("Referrer-Policy") == "no-referrer")
        #expect(response.field("Cache-Control") == "no-store")
    }

    @Test func answersOptionsAndWrongMethodsWithWhatThereIs() async throws {
        let house = try house()
        let options = try await house.ask("/records/7", .options)
        #expect(options.status == .noContent)
        #expect(options.field("Allow") == "GET, HEAD, OPTIONS, POST")
        #expect(try await house.ask("/records/7", .delete, caseworker).status == .methodNotAllowed)
    }

    @Test func takesASlashAtTheEndAsNothing() async throws {
        #expect(try await house().ask("/open/").status == .ok)
    }

    @Test func refusesATargetThatIsTooLong() async throws {
        let response = try await house().ask("/open?a=" + String(repeating: "x", count: 5000))
        #expect(response.status == .contentTooLarge || response.status.code == 414)
    }

    @Test func packsForReadersWhoUnpack() async throws {
        let house = try house()
        let plain = try await house.ask("/records/7", .get, caseworker)
        let packed = try await house.ask(
            "/records/7", .get, caseworker.merging(["Accept-Encoding": "gzip"]) { $1 })
        #expect(packed.field("Content-Encoding") == "gzip")
        #expect(packed.body.readableBytes < plain.body.readableBytes / 2)
        let refused = try await house.ask(
            "/records/7", .get, caseworker.merging(["Accept-Encoding": "gzip;q=0, br"]) { $1 })
        #expect(refused.field("Content-Encoding") == nil)
    }

    @Test func comparesVersionsOfReadersAndWriters() async throws {
        let house = try house()
        let bearer = ["Authorization": "Bearer program"]
        let known = try await house.ask(
            "/api/v1/records/7", .get, bearer.merging(["If-None-Match": "\"v7-gzip\""]) { $1 })
        #expect(known.status == .notModified)
        let json = bearer.merging(["Content-Type": "application/json"]) { $1 }
        #expect(try await house.ask("/api/v1/records/7", .put, json, body: "{}").status.code == 428)
        let stale = try await house.ask(
            "/api/v1/records/7", .put, json.merging(["If-Match": "\"v6\""]) { $1 }, body: "{}")
        #expect(stale.status == .preconditionFailed)
        #expect(stale.text.contains(#""current":7"#))
        let fresh = try await house.ask(
            "/api/v1/records/7", .put, json.merging(["If-Match": "W/\"v7-gzip\""]) { $1 }, body: "{}")
        #expect(fresh.status == .noContent)
    }

    @Test func refusesACookieWithoutATokenToAProgramThatWrites() async throws {
        let response = try await house().ask(
            "/api/v1/records/7", .put,
            caseworker.merging(["Content-Type": "application/json", "If-Match": "*"]) { $1 }, body: "{}")
        #expect(response.status == .forbidden)
        #expect(response.text.contains("W212"))
    }

    @Test func logsWhatItDidNotForeseeAndShowsAReferenceOnly() async throws {
        let house = try house()
        let response = try await house.ask("/fails", .get, caseworker)
        #expect(response.status == .internalServerError)
        #expect(!response.text.contains("Surprise") && !response.text.contains("nobody may see"))
        let line = try #require(house.lines.all.first { $0.hasPrefix("W299") })
        #expect(line.contains("Surprise") && !line.contains("nobody may see"))
        let reference = try #require(line.split(separator: " ").dropFirst().first)
        #expect(response.text.contains(reference))
    }

    @Test func logsAPatternWhereThePathNamesARecord() async throws {
        let house = try house()
        try await house.ask("/records/0199-secret?name=secret", .get, caseworker)
        try await house.ask("/secret-path")
        #expect(house.lines.all.count == 2)
        #expect(house.lines.all.allSatisfy { !$0.contains("secret") })
        #expect(house.lines.all.first?.hasPrefix("GET /records/{record} 200 ") == true)
    }

    @Test(arguments: ["https://elsewhere.example", "//elsewhere.example", "/\\elsewhere.example", "javascript:x", ""])
    func leadsNobodyElsewhere(place: String) async throws {
        let response = try await house().ask("/away?to=\(PercentText.encoded(place))", .get, caseworker)
        #expect(response.field("Location") == "/")
    }

    @Test func asksForPatienceAfterTooManyRequests() async throws {
        let house = try house()
        var last = try await house.ask("/open")
        for _ in 0..<200 { last = try await house.ask("/open") }
        #expect(last.status == .tooManyRequests)
        #expect(last.field("Retry-After") == "1")
        #expect(last.text.contains("W205"))
    }
}
