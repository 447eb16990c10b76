import Access
import InterfaceKit
import Ledger
import Mechanisms
import Testing

@testable import Website

/// Where a person says to which address their reminders go.
@Suite struct MailDeskTests {
    private let house: DeskHouse
    private let sender: ScriptedPost

    init() throws {
        let sender = try ScriptedPost()
        self.sender = sender
        house = try DeskHouse { _ in [MailDesk(sender: sender)] }
        try house.person("carol", .caseworker)
    }

    private func code() throws -> String {
        let letter = try #require(sender.taken.last)
        return String(try #require(letter.text.firstMatch(of: /[A-Z2-9]{4}-[A-Z2-9]{4}/)).0)
    }

    @Test func isGivenProvedAndTakenAway() async throws {
        let browser = try await house.browser("carol")
        #expect(try await browser.get("/account/mail") == 200)
        #expect(try await browser.send(["address": " carol@office.example "], to: "/account/mail") == 303)
        _ = try await browser.get("/account/mail")
        #expect(browser.main.contains("Waits for its code"))
        #expect(sender.taken.last?.to.text == "carol@office.example")
        #expect(try await browser.send(["code": "AAAA-AAAA"], to: "/account/mail/prove") == 422)
        #expect(browser.main.contains("This is not the code"))
        #expect(try await browser.send(["code": try code()], to: "/account/mail/prove") == 303)
        _ = try await browser.get("/account/mail")
        #expect(browser.main.contains("In use") && browser.main.contains("carol@office.example"))
        #expect(try await browser.send([:], to: "/account/mail/remove") == 303)
        _ = try await browser.get("/account/mail")
        #expect(!browser.main.contains("carol@office.example"))
        let events = try house.register.ledger.accesses(to: house.register.ledger.register).map(\.draft.kind)
        #expect(events.suffix(3) == ["mail-address-kept", "mail-address-proved", "mail-address-removed"])
    }

    @Test(arguments: ["", "carol", "carol@office.example\r\nBcc: a@b.example", "a@b.example, c@d.example"])
    func refusesWhatIsNoAddressAndSaysSo(text: String) async throws {
        let browser = try await house.browser("carol")
        _ = try await browser.get("/account/mail")
        #expect(try await browser.send(["address": text], to: "/account/mail") == 422)
        #expect(browser.main.contains("This is no address") && sender.taken.isEmpty)
    }

    @Test func aSecondCodeWaits() async throws {
        let browser = try await house.browser("carol")
        _ = try await browser.get("/account/mail")
        _ = try await browser.send(["address": "carol@office.example"], to: "/account/mail")
        _ = try await browser.get("/account/mail")
        #expect(try await browser.send(["address": "other@office.example"], to: "/account/mail") == 422)
        #expect(sender.taken.count == 1)
    }

    @Test func aHouseWithoutAMailServerSaysSo() async throws {
        let house = try DeskHouse { _ in [MailDesk(sender: nil)] }
        try house.person("carol", .caseworker)
        let browser = try await house.browser("carol")
        _ = try await browser.get("/account/mail")
        #expect(browser.main.contains("This house sends no letters"))
        #expect(try await browser.send(["address": "carol@office.example"], to: "/account/mail") == 422)
    }
}
