import Accounts
import HTTPTypes
import HummingbirdTesting
import Testing
import Vocabulary

@testable import Website

@Suite struct SignInPagesTests {
    @Test func letsSomebodyInFromTheLinkToTheirAccount() async throws {
        let browser = try SignInHouse()
        let link = try browser.invite("mandarin", requiresSecondFactor: false)
        let set = try await browser.setPassword(link)
        #expect(set.status == .ok && set.text.contains("The password is set"))
        let entered = try await browser.signIn("mandarin")
        #expect(entered.status == .seeOther && entered.field("Location") == "/account")
        let account = try await browser.get("/account")
        #expect(account.status == .ok)
        // The language of the account, since none was chosen.
        #expect(account.text.contains("Votre compte") && account.text.contains("Officer mandarin"))
    }

    @Test func goesToThePlaceThatWasAskedFor() async throws {
        let browser = try SignInHouse()
        _ = try await browser.setPassword(browser.invite("mandarin", requiresSecondFactor: false))
        let page = try await browser.get("/sign-in?after=%2Faccount%2Fpassword")
        let entered = try await browser.send(
            [("name", "mandarin"), ("password", SignInHouse.password), ("after", "/account/password")],
            to: "/sign-in", on: page)
        #expect(entered.field("Location") == "/account/password")
    }

    @Test(arguments: [("mandarin", "wrong words entirely"), ("nobody", SignInHouse.password)])
    func saysTheSameOfAWrongNameAndAWrongPassword(name: String, password: String) async throws {
        let browser = try SignInHouse()
        _ = try await browser.setPassword(browser.invite("mandarin", requiresSecondFactor: false))
        let refused = try await browser.signIn(name, password: password)
        #expect(refused.status == .unprocessableContent)
        #expect(refused.text.contains("The sign-in name or the password is not right"))
        #expect(!refused.text.contains(password))
        #expect(!browser.hasSession)
    }

    @Test func setsUpASecondFactorBeforeAnythingElse() async throws {
        let browser = try SignInHouse()
        _ = try await browser.setPassword(browser.invite("mandarin", requiresSecondFactor: true))
        let begun = try await browser.signIn("mandarin")
        #expect(begun.field("Location") == "/sign-in/set-up")
        #expect(try await browser.get("/account").field("Location")?.hasPrefix("/sign-in") == true)
        let page = try await browser.get("/sign-in/set-up")
        let grouped = try #require(page.text.firstMatch(of: /<code>([A-Z2-7 ]{32,})<\/code>/)?.1)
        let wrong = try await browser.send(
            [("code", "000000"), ("shown", String(grouped))], to: "/sign-in/set-up", on: page)
        #expect(wrong.status == .unprocessableContent && wrong.text.contains(grouped))
        let code = Authenticator.code(Authenticator.secret(String(grouped)), at: TryHouse.start)
        let done = try await browser.send([("code", code)], to: "/sign-in/set-up", on: wrong)
        #expect(done.status == .ok)
        #expect(done.text.matches(of: /[a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{4}/).count == 10)
        #expect(try await browser.get("/account").status == .ok)
    }

    @Test func asksForTheCodeOfTheSecondFactor() async throws {
        let browser = try SignInHouse()
        _ = try await browser.setPassword(browser.invite("mandarin", requiresSecondFactor: true))
        _ = try await browser.signIn("mandarin")
        let page = try await browser.get("/sign-in/set-up")
        let grouped = try #require(page.text.firstMatch(of: /<code>([A-Z2-7 ]{32,})<\/code>/)?.1)
        let secret = Authenticator.secret(String(grouped))
        let codes = try await browser.send(
            [("code", Authenticator.code(secret, at: TryHouse.start))], to: "/sign-in/set-up", on: page)
        let recovery = try #require(codes.text.firstMatch(of: /[a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{4}/)?.0)
        let account = try await browser.get("/account")
        let out = try await browser.send([], to: "/sign-out", on: account)
        #expect(out.field("Clear-Site-Data") == "\"cache\", \"cookies\", \"storage\"")
        #expect(!browser.hasSession)
        _ = try await browser.signIn("mandarin")
        let asked = try await browser.get("/sign-in/code")
        let wrong = try await browser.send([("code", "123")], to: "/sign-in/code", on: asked)
        #expect(wrong.status == .unprocessableContent)
        let entered = try await browser.send([("code", String(recovery))], to: "/sign-in/code", on: wrong)
        #expect(entered.field("Location") == "/account")
    }

    @Test func refusesASignInThatAnotherSiteSent() async throws {
        let browser = try SignInHouse()
        let response = try await browser.house.send(
            [("name", "mandarin"), ("password", "x")], to: "/sign-in", site: "cross-site")
        #expect(response.status == .forbidden)
    }

    @Test func leavesQuickly() async throws {
        let browser = try SignInHouse()
        _ = try await browser.setPassword(browser.invite("mandarin", requiresSecondFactor: false))
        _ = try await browser.signIn("mandarin")
        let left = try await browser.get("/exit")
        #expect(left.field("Location") == "https://neutral.example/")
        #expect(left.field("Clear-Site-Data") != nil)
        #expect(try await browser.get("/account").status == .seeOther)
    }

    @Test func changesThePasswordOnlyWithTheOldOne() async throws {
        let browser = try SignInHouse()
        _ = try await browser.setPassword(browser.invite("mandarin", requiresSecondFactor: false))
        _ = try await browser.signIn("mandarin")
        let page = try await browser.get("/account/password")
        func change(_ old: String, _ new: String, _ again: String) async throws -> TestResponse {
            try await browser.send(
                [("password", old), ("new-password", new), ("new-password-again", again)], to: "/account/password",
                on: page)
        }
        let other = "walnut ferry quartz umbrella"
        #expect(try await change("wrong", other, other).status == .unprocessableContent)
        #expect(try await change(SignInHouse.password, other, "differs").status == .unprocessableContent)
        #expect(try await change(SignInHouse.password, "short", "short").text.contains("12"))
        #expect(try await change(SignInHouse.password, other, other).field("Location") == "/account")
    }

    @Test func endsASessionElsewhere() async throws {
        let browser = try SignInHouse()
        _ = try await browser.setPassword(browser.invite("mandarin", requiresSecondFactor: false))
        let account = try #require(try browser.accounts.account(named: "mandarin"))
        _ = try await browser.signIn("mandarin")
        let step = try browser.accounts.signIn(
            name: "mandarin", password: SignInHouse.password, from: .init(address: "192.0.2.9", device: "Other"),
            at: TryHouse.start)
        guard case .chooseMandate(let pending) = step else { return }
        _ = try browser.accounts.finish(
            pending.secret, mandate: nil, from: .init(address: "192.0.2.9", device: "Other"), at: TryHouse.start)
        #expect(try browser.accounts.sessions(of: account.id, at: TryHouse.start).count == 2)
        let page = try await browser.get("/account")
        #expect(page.text.contains("Other"))
        _ = try await browser.send([], to: "/account/sessions/end-others", on: page)
        #expect(try browser.accounts.sessions(of: account.id, at: TryHouse.start).count == 1)
    }

    @Test(arguments: ["en", "ar", "es", "fr", "pt"])
    func lacksNoTextInAnyLanguage(language: String) async throws {
        let browser = try SignInHouse()
        _ = try await browser.get("/language/\(language)")
        let link = try browser.invite("mandarin", requiresSecondFactor: true)
        var pages = [try await browser.get("/sign-in"), try await browser.get("/sign-in/forgotten")]
        pages.append(try await browser.get("/account/link/\(link.text)"))
        pages.append(try await browser.setPassword(link))
        pages.append(try await browser.signIn("mandarin", password: "wrong words entirely"))
        _ = try await browser.signIn("mandarin")
        let setUp = try await browser.get("/sign-in/set-up")
        let grouped = try #require(setUp.text.firstMatch(of: /<code>([A-Z2-7 ]{32,})<\/code>/)?.1)
        let code = Authenticator.code(Authenticator.secret(String(grouped)), at: TryHouse.start)
        pages += [setUp, try await browser.send([("code", code)], to: "/sign-in/set-up", on: setUp)]
        for path in ["/account", "/account/password", "/account/proof", "/none"] {
            pages.append(try await browser.get(path))
        }
        for page in pages {
            #expect(!page.text.contains("⟦"))
            #expect(page.text.contains("<html lang=\"\(language)\" dir=\"\(language == "ar" ? "rtl" : "ltr")\">"))
            #expect(page.text.contains("</html>") && !page.text.contains("<script") && !page.text.contains(" style="))
        }
    }
}
