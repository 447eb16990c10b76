import Access
import Accounts
import InterfaceKit
import Testing
import Vocabulary

@testable import Website

@Suite struct TokensDeskTests {
    private let house: DeskHouse
    private let carol: Account

    init() throws {
        house = try DeskHouse()
        try house.person("ada", .systemOperator)
        carol = try house.person("carol", .caseworker)
    }

    private func form(_ browser: DeskBrowser, until: String = "2027-01-01") -> [(String, String)] {
        [
            ("key", browser.hidden("key")), ("label", "Weekly report"), ("action", "list"), ("action", "read"),
            ("mechanism", "case"), ("until", until),
        ]
    }

    @Test func makesOneTokenOfAFormThatIsSentTwiceAndShowsItOnce() async throws {
        let browser = try await house.browser("carol")
        _ = try await browser.get("/account/tokens")
        let form = form(browser)
        #expect(try await browser.send(form, to: "/account/tokens") == 200)
        let first = browser.shown
        _ = try await browser.get("/account/tokens")
        #expect(!browser.text.contains(first) && browser.text.contains("Weekly report"))
        #expect(try await browser.send(form, to: "/account/tokens") == 200)
        let second = browser.shown
        #expect(try house.accounts.tokens(of: carol.id).count == 1)
        #expect(throws: AccountRefusal.tokenNotValid) {
            try house.accounts.token(
                first, from: .init(address: "192.0.2.3", device: ""), at: InterfaceRegister.now)
        }
        let token = try house.accounts.token(
            second, from: .init(address: "192.0.2.3", device: ""), at: InterfaceRegister.now)
        #expect(token.scope.actions == [.list, .read] && token.scope.mechanisms == ["case"])
    }

    @Test func letsAProgramDoNothingToTheRegisterAsAWhole() async throws {
        let browser = try await house.browser("ada")
        _ = try await browser.get("/account/tokens")
        let wanted = form(browser) + [("action", "administer"), ("action", "restore")]
        #expect(try await browser.send(wanted, to: "/account/tokens") == 200)
        let token = try house.accounts.token(
            browser.shown, from: .init(address: "192.0.2.3", device: ""), at: InterfaceRegister.now)
        #expect(token.scope.actions == [.list, .read])
    }

    @Test func anAdministratorRevokesIt() async throws {
        let (hers, browser) = (try await house.browser("carol"), try await house.browser("ada"))
        _ = try await hers.get("/account/tokens")
        _ = try await hers.send(form(hers), to: "/account/tokens")
        let token = hers.shown
        let id = try #require(try house.accounts.tokens(of: carol.id).first?.id)
        _ = try await browser.get("/work/administration/accounts/\(carol.id)")
        #expect(browser.text.contains("Weekly report") && !browser.text.contains(token))
        for _ in 1...2 {
            _ = try await browser.get("/work/administration/accounts/\(carol.id)")
            #expect(
                try await browser.send([:], to: "/work/administration/accounts/\(carol.id)/tokens/\(id)/revoke") == 303)
        }
        #expect(throws: AccountRefusal.tokenNotValid) {
            try house.accounts.token(
                token, from: .init(address: "192.0.2.3", device: ""), at: InterfaceRegister.now)
        }
    }

    @Test(arguments: [
        ("label", ""), ("action", ""), ("until", "2026-01-01"), ("until", "2099-01-01"), ("until", "soon"),
    ])
    func saysWhatIsWrongWithAForm(field: String, value: String) async throws {
        let browser = try await house.browser("carol")
        _ = try await browser.get("/account/tokens")
        let form = form(browser).filter { $0.0 != field } + [(field, value)]
        #expect(try await browser.send(form, to: "/account/tokens") == 422)
        #expect(try house.accounts.tokens(of: carol.id).isEmpty)
    }

    @Test func revokesNoTokenOfSomebodyElse() async throws {
        let (hers, browser) = (try await house.browser("carol"), try await house.browser("ada"))
        _ = try await hers.get("/account/tokens")
        _ = try await hers.send(form(hers), to: "/account/tokens")
        let id = try #require(try house.accounts.tokens(of: carol.id).first?.id)
        _ = try await browser.get("/account/tokens")
        #expect(try await browser.send([:], to: "/account/tokens/\(id)/revoke") == 404)
        #expect(try await browser.send([:], to: "/account/tokens/nothing/revoke") == 404)
        #expect(try house.accounts.tokens(of: carol.id).first?.revokedAt == nil)
    }

    @Test func somebodyWithTwoPostsChoosesOneAndChangesIt() async throws {
        try house.mandate(for: carol, .rapporteur, title: "Figures")
        let browser = try await house.browser("carol")
        #expect(browser.location == "/sign-in/post")
        _ = try await browser.get("/sign-in/post")
        let lines = browser.text.matches(of: /name="mandate" value="([^"]*)"[^>]*><span>([^<]*)/)
        let (mine, figures) = (lines.first { $0.2 != "Figures" }?.1, lines.first { $0.2 == "Figures" }?.1)
        let choices = [String(try #require(mine)), String(try #require(figures))]
        #expect(try await browser.send(["mandate": "01a20260-0000-7000-8000-000000000000"], to: "/sign-in/post") == 303)
        #expect(browser.location?.hasPrefix("/sign-in/post") == true)
        _ = try await browser.get("/sign-in/post")
        _ = try await browser.send(["mandate": choices[0]], to: "/sign-in/post")
        _ = try await browser.get("/work")
        #expect(browser.text.contains("Caseworker") && !browser.text.contains("· Rapporteur"))
        _ = try await browser.get("/account")
        _ = try await browser.send(["mandate": choices[1]], to: "/account/post")
        #expect(browser.location == "/work")
        _ = try await browser.get("/work")
        #expect(!browser.text.contains("· Caseworker"))
        #expect(try await browser.get("/work/search") == 403)
    }
}
