import Access
import Accounts
import Foundation
import InterfaceKit
import Mechanisms
import Registry
import TestKit
import Testing
import Vocabulary

@testable import Website

/// B95 as its users see it: events on the calendar's page, in its feeds, in the year's list.
@Suite struct CalendarEventTests {
    private let house: DeskHouse
    private let event: RecordID

    init() throws {
        house = try DeskHouse()
        try house.person("carol", .caseworker)
        try house.person("cora", .coordinator)
        event = try CalendarEventTests.enter("Day of the harbour", public: true, house)
        try CalendarEventTests.enter("Round table of the secretariat", public: false, house)
    }

    private static let keeper = Actor(account: "secretariat", function: .coordinator, organisation: nil)

    @discardableResult
    private static func enter(_ title: String, public: Bool, _ house: DeskHouse) throws -> RecordID {
        try house.register.open(
            "calendar-event", "enter",
            [
                "title": .text(title), "day": .period(try #require(Period("2023-06-11"))),
                "recurs": .code("yearly"), "public": .boolean(`public`),
            ], by: keeper)
    }

    private func changeTheRule() throws {
        let command = Command(
            mechanism: "calendar-event", record: event, transition: "change", expectedVersion: 1,
            changes: ["day": .period(try #require(Period("2026-10-18")))],
            effective: try #require(Period("2026-09-01")),
            reason: "decided")
        guard case .written = try house.register.registry.submit([command], Asking(CalendarEventTests.keeper)) else {
            throw RegistryRefusal.notFound
        }
    }

    private func open() throws -> DeskHouse {
        try DeskHouse(after: house, desks: [CalendarDesk(house.accounts, origin: "https://register.example")])
    }

    private func feed(_ browser: DeskBrowser, _ house: DeskHouse) async throws -> DeskBrowser {
        _ = try await browser.get("/account/calendars")
        #expect(try await browser.send(["key": browser.hidden("key"), "label": "x"], to: "/account/calendars") == 200)
        let reader = DeskBrowser(house)
        #expect(try await reader.get(String(browser.shown.dropFirst("https://register.example".count))) == 200)
        return reader
    }

    /// The entries that begin on a day, without the stamp of the moment in which they were made.
    private func entries(on day: String, in feed: String) -> [String] {
        feed.components(separatedBy: "BEGIN:VEVENT").filter { $0.contains("DTSTART;VALUE=DATE:\(day)") }.map {
            $0.components(separatedBy: "\r\n").filter { !$0.hasPrefix("DTSTAMP") }.joined(separator: "\n")
        }.sorted()
    }

    @Test(arguments: ["cora", "carol"])
    func b95EventsStandInTheirMonth(name: String) async throws {
        let browser = try await open().browser(name)
        #expect(try await browser.get("/work/calendar?month=2026-06") == 200)
        #expect(browser.main.contains("11 June 2026") && browser.main.contains("Day of the harbour"))
        #expect(browser.main.contains("Round table") && browser.main.contains("Every year on that day"))
        #expect(browser.main.contains("/work/overviews/events?as-of=2026-06-01"))
        #expect(try await browser.get("/work/calendar?month=2026-05") == 200)
        #expect(!browser.main.contains("Day of the harbour"))
    }

    @Test func b95DaysThatWereStayInTheFeedWhenTheRuleChanges() async throws {
        let house = try open()
        let browser = try await house.browser("carol")
        let before = try await feed(browser, house).text
        #expect(entries(on: "20240611", in: before).count == 2 && entries(on: "20270611", in: before).count == 2)
        try changeTheRule()
        let after = try await feed(browser, house).text
        for day in ["20230611", "20240611", "20250611", "20260611"] {
            #expect(entries(on: day, in: after) == entries(on: day, in: before))
        }
        #expect(entries(on: "20270611", in: after).count == 1 && entries(on: "20261018", in: after).count == 1)
    }

    @Test func b95AFeedSaysTheTitleOnlyWhereItIsMeantForEverybodyOrMayBeTakenAlong() async throws {
        let house = try open()
        let reader = try await feed(try await house.browser("carol"), house)
        #expect(reader.text.contains("SUMMARY:Day of the harbour") && !reader.text.contains("Round table"))
        #expect(reader.text.contains("SUMMARY:Event of the calendar"))
        let keeper = try await feed(try await house.browser("cora"), house)
        #expect(keeper.text.contains("SUMMARY:Round table"))
    }

    @Test func b95TheRuleOfADayIsShownInItsYear() async throws {
        try changeTheRule()
        let house = try DeskHouse(after: house, desks: [CalendarDesk(house.accounts), OverviewsDesk()])
        let browser = try await house.browser("cora")
        #expect(try await browser.get("/work/overviews/events?as-of=2026-01-01") == 200)
        #expect(browser.main.contains("11 June 2026") && browser.main.contains("18 October 2026"))
        #expect(try await browser.get("/work/overviews/events?as-of=2025-01-01") == 200)
        #expect(browser.main.contains("11 June 2025") && !browser.main.contains("18 October"))
    }
}
