import Access
import Disclosure
import Foundation
import InterfaceKit
import Publication
import Synchronization
import Tables
import Testing
import Vocabulary

@testable import Website

@Suite struct ReleasingDeskTests {
    private let press = ScriptedPress()
    private let house: DeskHouse

    init() throws {
        let press = press
        house = try DeskHouse { _ in [ReleasingDesk(press: press)] }
        try house.person("rita", .rapporteur)
        try house.person("roy", .rapporteur)
        try house.person("carol", .caseworker)
    }

    private func form(_ browser: DeskBrowser, _ other: [(String, String)] = []) -> [(String, String)] {
        let own = [("key", browser.hidden("key")), ("table", "referrals"), ("period", "2023"), ("threshold", "5")]
        return own.filter { field in !other.contains { $0.0 == field.0 } } + other.filter { !$0.1.isEmpty }
    }

    /// A draft from the form to its end.
    private func draft(_ browser: DeskBrowser) async throws -> String {
        _ = try await browser.get("/work/releasing")
        #expect(try await browser.send(form(browser), to: "/work/releasing/drafts") == 303)
        let path = try #require(browser.location)
        try await settle(path, browser)
        return path
    }

    /// Looks until the draft is no longer under way: nothing here takes long.
    private func settle(_ path: String, _ browser: DeskBrowser) async throws {
        repeat { _ = try await browser.get(path) } while browser.text.contains("Look again")
    }

    @Test func refusesOthersAlikeWhetherOrNotThereIsSuchADraft() async throws {
        let path = try await draft(try await house.browser("rita"))
        let browser = try await house.browser("carol")
        #expect(try await browser.get(path) == 403)
        let refused = browser.main
        #expect(try await browser.get("/work/releasing/drafts/none") == 403)
        #expect(browser.main == refused)
        _ = try await browser.get("/work")
        #expect(!browser.text.contains("/work/releasing"))
    }

    @Test func knowsNoDraftTableOrReleaseThatIsNotThere() async throws {
        let browser = try await house.browser("rita")
        let path = try await draft(browser)
        for path in ["/work/releasing/drafts/none", "\(path)/tables/none", "/work/releasing/releases/9/withdraw"] {
            #expect(try await browser.get(path) == 404, "\(path)")
        }
    }

    @Test func aFormThatIsSentTwiceIsOneDraft() async throws {
        let browser = try await house.browser("rita")
        _ = try await browser.get("/work/releasing")
        let form = form(browser)
        _ = try await browser.send(form, to: "/work/releasing/drafts")
        let path = try #require(browser.location)
        _ = try await browser.get("/work/releasing")
        _ = try await browser.send(form, to: "/work/releasing/drafts")
        #expect(browser.location == path)
        try await settle(path, browser)
        #expect(press.drafts == 1)
    }

    @Test(arguments: [("table", ""), ("period", "soon"), ("threshold", "1"), ("threshold", "many"), ("threshold", "")])
    func saysWhatIsWrongWithAForm(field: String, value: String) async throws {
        let browser = try await house.browser("rita")
        _ = try await browser.get("/work/releasing")
        #expect(try await browser.send(form(browser, [(field, value)]), to: "/work/releasing/drafts") == 422)
        #expect(press.drafts == 0)
    }

    @Test func showsTheStaffsFigureBesideThePublics() async throws {
        let browser = try await house.browser("rita")
        let path = try await draft(browser)
        // 30 and 3: the small one is withheld, and the large one so that it cannot be computed from the total.
        #expect(browser.text.contains("Withheld because they are small") && browser.text.contains("Passed"))
        _ = try await browser.get("\(path)/tables/referrals-by-sex?show=all")
        let rows = browser.text.matches(of: /<tr><th scope="row">.*?<\/tr>/.dotMatchesNewlines()).map {
            $0.0.replacing(/<[^>]*>/, with: " ").split(separator: " ").joined(separator: " ")
        }
        #expect(rows.contains { $0.hasPrefix("Male 3 c Small") }, "\(rows)")
        #expect(rows.contains { $0.hasPrefix("Female 30 c A small one") }, "\(rows)")
        #expect(rows.contains { $0.hasPrefix("Total 33 33") }, "\(rows)")
    }

    @Test func publishesAfterASecondLookAndOnlyOnce() async throws {
        let (browser, other) = (try await house.browser("rita"), try await house.browser("roy"))
        let path = try await draft(browser)
        _ = try await browser.get("\(path)/publish")
        #expect(try await browser.send([:], to: "\(path)/publish") == 422)
        #expect(press.published == 0)
        _ = try await other.get("\(path)/publish")
        for one in [browser, other] { #expect(try await one.send(["seen": "1"], to: "\(path)/publish") == 303) }
        #expect(press.published == 1)
        _ = try await browser.get(path)
        #expect(browser.text.contains("Release 1 is published"))
    }

    @Test func aDraftThatIsOlderThanAReleaseIsNotPublished() async throws {
        let browser = try await house.browser("rita")
        let (first, second) = (try await draft(browser), try await draft(browser))
        for path in [first, second] {
            _ = try await browser.get("\(path)/publish")
            _ = try await browser.send(["seen": "1"], to: "\(path)/publish")
        }
        _ = try await browser.get(second)
        #expect(browser.text.contains("W461"))
        #expect(press.published == 1)
        // Made again, it is compared with what is out.
        _ = try await browser.get(try await draft(browser))
        #expect(browser.text.contains("0 figures in 1 of 1 tables"))
    }

    @Test func stopsWhenItIsTold() async throws {
        press.holds(true)
        let browser = try await house.browser("rita")
        _ = try await browser.get("/work/releasing")
        _ = try await browser.send(form(browser), to: "/work/releasing/drafts")
        let path = try #require(browser.location)
        _ = try await browser.get(path)
        #expect(browser.text.contains("Stop"))
        #expect(try await browser.send([:], to: "\(path)/stop") == 303)
        press.holds(false)
        try await settle(path, browser)
        #expect(browser.text.contains("W462") && press.published == 0)
    }

    @Test func aRefusedDraftSaysWhyAndIsNeverPublished() async throws {
        let browser = try await house.browser("rita")
        let path = try await draft(browser)
        #expect(try await browser.send([:], to: "\(path)/refuse") == 422)
        #expect(try await browser.send(["reason": "A year is missing"], to: "\(path)/refuse") == 303)
        _ = try await browser.get(path)
        #expect(browser.text.contains("A year is missing"))
        #expect(try await browser.send(["seen": "1"], to: "\(path)/publish") >= 300)
        #expect(press.published == 0)
    }

    private func restarted() throws -> DeskHouse {
        try DeskHouse(after: house, desks: [ReleasingDesk(press: press)])
    }

    /// A draft outlives the house: its figures are made again from the same place of the ledger.
    @Test func makesADraftAgainThatARestartInterrupted() async throws {
        let path = try await draft(try await house.browser("rita"))
        let browser = try await restarted().browser("roy")
        _ = try await browser.get("/work/releasing")
        #expect(browser.text.contains("Interrupted") && browser.text.contains("Referrals · 2023"))
        #expect(try await browser.get(path) == 200)
        #expect(!browser.text.contains("\(path)/publish"))
        #expect(try await browser.get("\(path)/publish") == 303)
        for _ in 1...2 {
            _ = try await browser.get(path)
            #expect(try await browser.send([:], to: "\(path)/again") == 303)
        }
        try await settle(path, browser)
        #expect(press.positions == [nil, 12])
        #expect(browser.text.contains("Withheld because they are small"))
        _ = try await browser.get("\(path)/publish")
        #expect(try await browser.send(["seen": "1"], to: "\(path)/publish") == 303)
        #expect(press.published == 1)
    }

    @Test func remembersWhatWasDecidedBeforeARestart() async throws {
        let browser = try await house.browser("rita")
        let refused = try await draft(browser)
        _ = try await browser.send(["reason": "A year is missing"], to: "\(refused)/refuse")
        let published = try await draft(browser)
        _ = try await browser.get("\(published)/publish")
        _ = try await browser.send(["seen": "1"], to: "\(published)/publish")
        press.fails(true)
        let failed = try await draft(browser)
        press.fails(false)
        let later = try await restarted().browser("rita")
        _ = try await later.get(refused)
        #expect(later.text.contains("A year is missing"))
        _ = try await later.get(published)
        #expect(later.text.contains("Release 1 is published"))
        #expect(try await later.get(failed) == 404)
        for path in [refused, published] {
            _ = try await later.get("/work/releasing")
            #expect(try await later.send([:], to: "\(path)/again") == 303)
        }
        #expect(press.drafts == 3)
    }

    /// The shelf says what is to be counted, never how many there are.
    @Test func keepsNoFigureOnTheShelf() async throws {
        let path = try await draft(try await house.browser("rita"))
        let id = try #require(path.split(separator: "/").last.map(String.init))
        let bytes = try #require(house.workbench.shelf.get(.releasing, id, of: "releases of the register"))
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("\"position\":12") && !text.contains("30") && !text.contains("33"))
    }

    @Test func tellsWhatTheGateRefuses() async throws {
        press.fails(true)
        let browser = try await house.browser("rita")
        _ = try await browser.get(try await draft(browser))
        #expect(browser.text.contains("D203"))
    }

    @Test func withdrawsWithAReasonAndOnce() async throws {
        let browser = try await house.browser("rita")
        let path = try await draft(browser)
        _ = try await browser.get("\(path)/publish")
        _ = try await browser.send(["seen": "1"], to: "\(path)/publish")
        let withdrawal = "/work/releasing/releases/1/withdraw"
        _ = try await browser.get(withdrawal)
        #expect(try await browser.send(["reason": " "], to: withdrawal) == 422)
        for _ in 1...2 {
            #expect(try await browser.send(["reason": "Counted twice"], to: withdrawal) == 303)
            _ = try await browser.get(withdrawal)
        }
        #expect(try press.history().withdrawn.count == 1)
        _ = try await browser.get("/work/releasing")
        #expect(browser.text.contains("Counted twice") && browser.text.contains("Withdrawn"))
    }

    @Test(arguments: ["en", "fr", "es", "pt", "ar"])
    func lacksNoTextInAnyLanguage(language: String) async throws {
        let browser = try await house.browser("rita")
        let path = try await draft(browser)
        _ = try await browser.get("\(path)/publish")
        _ = try await browser.send(["seen": "1"], to: "\(path)/publish")
        let next = try await draft(browser)
        _ = try await browser.get("/language/\(language)")
        for path in [
            "/work/releasing", path, next, "\(next)/publish", "\(next)/tables/referrals-by-sex",
            "\(next)/tables/referrals-by-sex?show=all", "/work/releasing/releases/1/withdraw",
        ] {
            #expect(try await browser.get(path) == 200, "\(path)")
            #expect(!browser.text.contains("⟦"), "\(path)")
            #expect(browser.text.contains("<html lang=\"\(language)\"") && !browser.text.contains("<script"))
        }
    }
}
