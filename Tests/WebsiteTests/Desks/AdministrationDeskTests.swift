import Access
import Accounts
import Foundation
import InterfaceKit
import Ledger
import Mechanisms
import Registry
import Testing
import Vocabulary

@testable import Website

@Suite struct AdministrationDeskTests {
    private let house: DeskHouse
    private let ada: Account
    private let carol: Account
    private var path: String { "/work/administration/accounts/\(carol.id)" }

    init() throws {
        house = try DeskHouse()
        ada = try house.person("ada", .systemOperator)
        try house.person("bob", .systemOperator)
        carol = try house.person("carol", .caseworker)
    }

    @Test(arguments: [
        "/work/administration", "/work/administration/accounts", "/work/administration/machine",
        "/work/administration/accounts/account-aaaaaaaaaaaaaaaaaaaaaaaaaa",
    ])
    func refusesOthersAlikeWhetherOrNotThereIsSuchAThing(path: String) async throws {
        let browser = try await house.browser("carol")
        #expect(try await browser.get(path) == 403)
        let refused = browser.main
        #expect(try await browser.get("/work/administration/accounts/\(ada.id)") == 403)
        #expect(browser.main == refused)
        _ = try await browser.get("/work")
        #expect(!browser.text.contains("/work/administration"))
    }

    @Test(arguments: ["account-aaaaaaaaaaaaaaaaaaaaaaaaaa", "ada", "account-", "%00"])
    func knowsNoAccountThatIsNotThere(id: String) async throws {
        let browser = try await house.browser("ada")
        #expect(try await browser.get("/work/administration/accounts/\(id)") == 404)
    }

    @Test func makesOneAccountOfAFormThatIsSentTwice() async throws {
        let browser = try await house.browser("ada")
        _ = try await browser.get("/work/administration/new-account")
        let form = [
            "key": browser.hidden("key"), "name": "dora", "display-name": "Dora", "language": "en",
        ]
        #expect(try await browser.send(form, to: "/work/administration/new-account") == 200)
        let first = browser.shown
        _ = try await browser.get("/work/administration/new-account")
        #expect(try await browser.send(form, to: "/work/administration/new-account") == 200)
        let second = browser.shown
        #expect(first.hasPrefix("https://register.example/account/link/") && first != second)
        #expect(try house.accounts.all().count { $0.displayName == "Dora" } == 1)
        let guest = DeskBrowser(house)
        #expect(try await guest.get(String(first.dropFirst(24))) == 404)
        #expect(try await guest.get(String(second.dropFirst(24))) == 200)
    }

    @Test func showsALinkOnceAndNeverAgain() async throws {
        let browser = try await house.browser("ada")
        let dora = try house.accounts.make(
            NewAccount(signInName: "dora", displayName: "Dora", language: "en"), by: "shell-0",
            at: InterfaceRegister.now)
        let own = "/work/administration/accounts/\(dora.id)"
        _ = try await browser.get(own)
        _ = try await browser.send([:], to: "\(own)/link")
        let secret = try #require(browser.shown.split(separator: "/").last.map(String.init))
        for path in [own, "/work/administration/accounts", "/work/administration"] {
            _ = try await browser.get(path)
            #expect(!browser.text.contains(secret))
        }
    }

    @Test(
        arguments: [
            ("ada", "Ada", "xx", 404), ("a b", "Two words", "en", 422), ("", "", "en", 422),
            ("carol", "Again", "en", 422),
        ] as [(String, String, String, Int)])
    func refusesANameThatCannotBe(name: String, called: String, language: String, status: Int) async throws {
        let browser = try await house.browser("ada")
        _ = try await browser.get("/work/administration/new-account")
        let before = try house.accounts.all().count
        let form = ["key": "k", "name": name, "display-name": called, "language": language]
        #expect(try await browser.send(form, to: "/work/administration/new-account") == status)
        // What was wrong is read out with its field.
        #expect(status != 422 || browser.text.contains(#"aria-describedby="h-name e-name""#))
        #expect(try house.accounts.all().count == before)
    }

    @Test func asksForThePasswordAgainBeforeItLetsSomebodyIn() async throws {
        let browser = try await house.browser("ada")
        house.moments.pass(minutes: 6)
        _ = try await browser.get(path)
        #expect(try await browser.send([:], to: "\(path)/link") == 303)
        #expect(browser.location?.hasPrefix("/account/proof?after=") == true)
    }

    @Test func aLinkThatAloneReachesNamesTakesTwoAdministrators() async throws {
        let (first, second) = (try await house.browser("ada"), try await house.browser("bob"))
        for _ in 1...2 {
            _ = try await first.get(path)
            #expect(try await first.send([:], to: "\(path)/link") == 303)
            #expect(first.location == "\(path)?done=asked")
        }
        _ = try await second.get(path)
        #expect(second.text.contains("Officer ada asked for a link"))
        #expect(try await second.send([:], to: "\(path)/link") == 200)
        let link = second.shown
        // A double click agrees once; the link that was shown last is the good one.
        #expect(try await second.send([:], to: "\(path)/link") == 200)
        #expect(second.shown != link)
        #expect(try await DeskBrowser(house).get(String(second.shown.dropFirst(24))) == 200)
        let kinds = try house.register.accessKinds()
        #expect(kinds.count { $0 == "link-asked" } == 2)
        // Carol's invitation, and what Bob agreed to.
        #expect(try house.register.accessParticulars("link-made").contains { $0.contains(ada.id.description) })
    }

    @Test func aRequestPassesWithinTheHour() async throws {
        let (first, second) = (try await house.browser("ada"), try await house.browser("bob"))
        _ = try await first.get(path)
        _ = try await first.send([:], to: "\(path)/link")
        house.moments.pass(minutes: 3)
        _ = try await second.get(path)
        house.moments.pass(minutes: 1)
        let asked = AskedLinks()
        asked.ask(.init(account: carol.id, asker: "a", removesSecondFactor: false, at: InterfaceRegister.now))
        let later = Timestamp(milliseconds: InterfaceRegister.now.milliseconds + 3_600_000)
        #expect(asked.agree(to: carol.id, removing: false, by: "b", at: later) == nil)
        #expect(asked.agree(to: carol.id, removing: true, by: "b", at: InterfaceRegister.now) == nil)
        #expect(asked.agree(to: carol.id, removing: false, by: "a", at: InterfaceRegister.now) == nil)
        #expect(asked.agree(to: carol.id, removing: false, by: "b", at: InterfaceRegister.now) != nil)
        #expect(asked.agree(to: carol.id, removing: false, by: "c", at: InterfaceRegister.now) == nil)
    }

    @Test(arguments: ["link", "lock", "leave"])
    func nobodyDoesItToThemselves(what: String) async throws {
        let browser = try await house.browser("ada")
        let own = "/work/administration/accounts/\(ada.id)"
        _ = try await browser.get(own)
        let status = try await browser.send(["reason": "x"], to: "\(own)/\(what)")
        #expect(status == 403)
        #expect(browser.text.contains("N127"))
        #expect(try house.accounts.account(ada.id).state == .active)
    }

    @Test func lockingEndsASessionOnTheNextRequest() async throws {
        let (browser, hers) = (try await house.browser("ada"), try await house.browser("carol"))
        #expect(try await hers.get("/work") == 200)
        _ = try await browser.get(path)
        _ = try await browser.send([:], to: "\(path)/lock")
        #expect(try await hers.get("/work") == 303)
        _ = try await browser.get(path)
        #expect(browser.text.contains("Locked"))
        _ = try await browser.send([:], to: "\(path)/unlock")
        #expect(try await house.browser("carol").get("/work") == 200)
    }

    @Test func endsOneSessionAndLeavesTheOthers() async throws {
        let (browser, first) = (try await house.browser("ada"), try await house.browser("carol"))
        let second = try await house.browser("carol")
        _ = try await browser.get(path)
        let session = try #require(browser.text.firstMatch(of: /sessions\/([A-Za-z0-9_-]{22})\/end/)?.1)
        _ = try await browser.send([:], to: "\(path)/sessions/\(session)/end")
        let alive = [try await first.get("/work"), try await second.get("/work")]
        #expect(alive.sorted() == [200, 303])
    }

    @Test func leavingEndsMandatesAndAccountInOneStep() async throws {
        let (browser, hers) = (try await house.browser("ada"), try await house.browser("carol"))
        let mandate = try #require(
            house.register.registry.directory.mandates.values.first { $0.account == carol.id.description })
        #expect(try await hers.get("/work") == 200)
        _ = try await browser.get("\(path)/leave")
        #expect(try await browser.send([:], to: "\(path)/leave") == 422)
        let form = ["reason": "Left the organisation", "checklist.\(mandate.id)": "Two files wait for a signature."]
        #expect(try await browser.send(form, to: "\(path)/leave") == 303)
        #expect(try await hers.get("/work") == 303)
        #expect(try house.accounts.account(carol.id).state == .closed)
        #expect(house.register.registry.directory.mandates[mandate.id]?.isHeld == false)
        let handovers = try house.register.registry.list(
            ListRequest("handover"), Asking(house.register.people.operatorOfMachine))
        #expect(handovers.rows.count == 1)
        // Sent twice, it is done once.
        _ = try await browser.get(path)
        #expect(try await browser.send(form, to: "\(path)/leave") == 303)
        #expect(
            try house.register.registry.list(
                ListRequest("handover"), Asking(house.register.people.operatorOfMachine)
            ).rows.count == 1)
    }

    @Test func twoAdministratorsAtOnceAgreeOnWhatHolds() async throws {
        let (first, second) = (try await house.browser("ada"), try await house.browser("bob"))
        _ = try await first.get(path)
        _ = try await second.get("\(path)/leave")
        _ = try await first.send([:], to: "\(path)/lock")
        #expect(try await second.send(["reason": "Left"], to: "\(path)/leave") == 303)
        _ = try await first.get(path)
        #expect(try await first.send([:], to: "\(path)/unlock") == 409)
        #expect(try house.accounts.account(carol.id).state == .closed)
    }

    @Test func showsWhoHoldsWhichPostAndWhatIsVacant() async throws {
        let browser = try await house.browser("ada")
        _ = try await browser.get("/work/administration/organisations/\(house.register.people.alpha)")
        #expect(browser.text.contains("Officer carol · Main holder"))
        #expect(browser.text.contains("Vacant"))
        #expect(
            try await browser.get(
                "/work/administration/organisations/\(RecordID(high: 0x019D_0000_0000_7000, low: 0x8000_0000_0000_0001))"
            ) == 404)
        _ = try await browser.get("/work/administration/organisations")
        #expect(browser.text.contains("Organisation Alpha") && browser.text.contains("Organisation Beta"))
    }

    @Test func nominatesByChoosingAnAccountNotByTypingItsNumber() async throws {
        let browser = try await house.browser("ada")
        let post = try #require(
            house.register.registry.directory.mandates.values.first { $0.account == carol.id.description }?.post)
        let organisation = "/work/administration/organisations/\(house.register.people.alpha)"
        _ = try await browser.get(organisation)
        #expect(browser.text.contains("\(organisation)/posts/\(post)"))
        #expect(try await browser.get("\(organisation)/posts/\(post)") == 200)
        let form = "/work/new/mandate/propose?f.function=\(post)&amp;f.account=\(ada.id)&amp;f.holder=Officer%20ada"
        #expect(browser.text.contains(form))
        // Of another organisation's post, and of none.
        let other = "/work/administration/organisations/\(house.register.people.beta)"
        #expect(try await browser.get("\(other)/posts/\(post)") == 404)
        #expect(try await browser.get("\(organisation)/posts/\(house.register.people.alpha)") == 404)
    }

    @Test(arguments: ["en", "fr", "es", "pt", "ar"])
    func lacksNoTextInAnyLanguage(language: String) async throws {
        let browser = try await house.browser("ada")
        let post = try #require(house.register.registry.directory.mandates.values.first { $0.account != nil }?.post)
        _ = try await browser.get("/language/\(language)")
        for path in [
            "/work/administration", "/work/administration/accounts", "/work/administration/new-account", path,
            "\(path)/leave", "/work/administration/organisations",
            "/work/administration/organisations/\(house.register.people.alpha)",
            "/work/administration/organisations/\(house.register.people.alpha)/posts/\(post)",
            "/work/administration/providers",
            "/work/administration/machine", "/account/tokens",
        ] {
            #expect(try await browser.get(path) == 200, "\(path)")
            #expect(!browser.text.contains("⟦"), "\(path)")
            #expect(browser.text.contains("<html lang=\"\(language)\"") && !browser.text.contains("<script"))
        }
    }
}

extension InterfaceRegister {
    /// Kinds of what happened at the door, in their order.
    func accessKinds() throws -> [String] { try accesses().map(\.draft.kind) }

    /// What entries of a kind say besides, as text.
    func accessParticulars(_ kind: String) throws -> [String] {
        try accesses().filter { $0.draft.kind == kind }.map { "\($0.draft.changes)" }
    }

    private func accesses() throws -> [Event] {
        var found: [Event] = []
        try ledger.events(from: 1, through: ledger.position().sequence) { event in
            if event.draft.mechanism == LedgerEvent.mechanism { found.append(event) }
            return true
        }
        return found
    }
}
