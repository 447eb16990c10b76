import Foundation
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// From nothing to somebody at work: `init`, one command, and `serve`, by the built program.
@Suite struct FirstAdministratorTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try #require(BuiltProgram.run("init", "--data", folder.path("r")).status == 0)
    }

    private func run(_ arguments: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(arguments + ["--data", folder.path("r")])
    }

    @Test func theFirstAdministratorHoldsAMandateAndTheSecondIsTheirAlternate() throws {
        let first = try run("account", "create", "ada", "--first")
        #expect(first.status == 0, "\(first.talk)")
        #expect(try run("account", "create", "bob", "--administrator").status == 0)
        let mandates = try run("record", "list", "mandate", "--as", "system-operator")
        #expect(mandates.output.components(separatedBy: ",holder,shown,").count == 3, "\(mandates.output)")
        let posts = try run("record", "list", "function", "--as", "system-operator")
        #expect(posts.output.components(separatedBy: ",kind,shown,system-operator").count == 2, "\(posts.output)")
        #expect(try run("ledger", "verify").status == 0)
    }

    @Test func theFirstAdministratorSignsInAndWorks() async throws {
        let made = try run("account", "create", "ada", "--first")
        let link = try #require(made.lines.last)
        let server = try RunningHouse(folder.path("r"))
        defer { server.stop() }
        let browser = try PlainBrowser(server.address)
        let password = "kapok lantern ribald zinnia"
        _ = try await browser.get(link)
        _ = try await browser.send(["new-password": password, "new-password-again": password], to: link)
        _ = try await browser.get("/sign-in")
        let setUp = try await browser.send(["name": "ada", "password": password], to: "/sign-in")
        let secret = try #require(setUp.firstMatch(of: /<code>([A-Z2-7 ]{32,})<\/code>/)?.1)
        let codes = try await browser.send(["code": OneTimeCode.now(String(secret))], to: "/sign-in/set-up")
        #expect(codes.contains("<ol class=\"codes"))
        let desk = try await browser.get("/work/administration")
        #expect(desk.contains("/work/administration/accounts"))
    }
}
