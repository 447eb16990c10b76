import Access
import Accounts
import Intake
import InterfaceKit
import Mechanisms
import Registry
import TestKit
import Testing
import Vocabulary

@testable import Website

/// The calendar of what is owed, and its feeds, as their users see them (B68, B65).
@Suite struct CalendarDeskTests {
    private let house: DeskHouse
    private let carol: Account
    private let mandate: RecordID

    init() throws {
        house = try DeskHouse()
        carol = try house.person("carol")
        try house.person("cora", .coordinator)
        mandate = try house.mandate(for: carol, .caseworker)
        let table = try CouncilTableReader.read(SmallCouncilTable.bytes, named: "plan.txt").table
        var random = SystemRandomNumberGenerator()
        let work = try PlanImport(table, onto: nil) { RecordID(at: InterfaceRegister.now, using: &random) }
        let asking = Asking(Actor(account: "secretariat", function: .coordinator, organisation: nil))
        guard case .written = try house.register.registry.submit(work.commands, asking) else {
            throw RegistryRefusal.notFound
        }
        try house.register.registry.refreshDirectory()
        let post = try #require(house.register.registry.directory.mandates[mandate]?.post)
        let worker = Actor(
            account: carol.id.description, function: .caseworker, organisation: house.register.people.alpha, post: post)
        try house.register.open(
            "task", "set",
            [
                "title": .text("Call the shelter"), "assigned-to": .link(post),
                "due-on": .period(.day(InterfaceRegister.now.day.adding(days: 2))),
            ], by: worker)
    }

    private func open() throws -> DeskHouse {
        try DeskHouse(after: house, desks: [CalendarDesk(house.accounts, origin: "https://register.example")])
    }

    @Test func b68AllThatIsOwedStandsInOnePlace() async throws {
        let browser = try await open().browser("cora")
        #expect(try await browser.get("/work/calendar") == 200)
        #expect(browser.main.contains("Calendar: September 2026"))
        #expect(browser.main.contains("Late from before") && browser.main.contains("“March 2006”"))
        #expect(try await browser.get("/work/calendar?month=2026-10") == 200)
        #expect(browser.main.contains("Post that nobody holds") && browser.main.contains("Nobody nominated"))
        #expect(!browser.text.contains("Call the shelter"))
    }

    @Test func b66ThePostSeesWhatIsItsOwn() async throws {
        let browser = try await open().browser("carol")
        #expect(try await browser.get("/work/calendar?whose=own&kind=task") == 200)
        #expect(browser.main.contains("Call the shelter") && browser.main.contains("in 2 days"))
        #expect(try await browser.get("/work/calendar?month=2026-10&whose=own&kind=task") == 200)
        #expect(!browser.main.contains("Call the shelter"))
    }

    @Test func b64ShowsAnyDay() async throws {
        let browser = try await open().browser("cora")
        #expect(try await browser.get("/work/calendar?as-of=2006-12-14&month=2006-12&kind=action-deadline") == 200)
        #expect(browser.main.contains("as it stands on 14 December 2006"))
        #expect(browser.main.contains("Once per year") && browser.main.contains("Of a day that is past"))
    }

    @Test(arguments: ["month=2026", "month=2026-13", "as-of=yesterday", "as-of=2026-02-30"])
    func refusesADayThatIsNone(query: String) async throws {
        let browser = try await open().browser("cora")
        #expect(try await browser.get("/work/calendar?\(query)") == 400)
        #expect(browser.text.contains("R113"))
    }

    @Test func b68AFeedIsShownOnceAndSaysOfNobodyAnything() async throws {
        let house = try open()
        let browser = try await house.browser("carol")
        _ = try await browser.get("/account/calendars")
        let form = ["key": browser.hidden("key"), "label": "My telephone"]
        #expect(try await browser.send(form, to: "/account/calendars") == 200)
        let address = browser.shown
        #expect(address.hasPrefix("https://register.example/calendar/rap_") && address.hasSuffix(".ics"))
        let path = String(address.dropFirst("https://register.example".count))
        let reader = DeskBrowser(house)
        #expect(try await reader.get(path) == 200)
        #expect(reader.text.contains("SUMMARY:Task") && reader.text.contains("DTSTART;VALUE=DATE:20260923"))
        for word in ["shelter", "carol", "Officer", "Alpha", "March 2006"] { #expect(!reader.text.contains(word)) }
        // The secret opens the calendar and nothing else.
        #expect(reader.text.contains("BEGIN:VEVENT"))
        let token = path.dropFirst("/calendar/".count).dropLast(".ics".count)
        #expect(
            try house.accounts.token(
                String(token), from: .init(address: "192.0.2.1", device: ""), at: InterfaceRegister.now
            ).scope.admits(.list, on: "task") == false)
        _ = try await browser.get("/account/calendars")
        let revoke = try #require(browser.text.firstMatch(of: /action="([^"]*\/revoke)"/)).1
        #expect(try await browser.send([:], to: String(revoke)) == 303)
        #expect(try await reader.get(path) == 404)
    }

    @Test func b52AFeedEndsWithTheMandate() async throws {
        let house = try open()
        let browser = try await house.browser("carol")
        _ = try await browser.get("/account/calendars")
        _ = try await browser.send(["key": browser.hidden("key"), "label": "x"], to: "/account/calendars")
        let path = String(browser.shown.dropFirst("https://register.example".count))
        try house.register.end(mandate)
        #expect(try await DeskBrowser(house).get(path) == 404)
    }

    @Test func anotherTokenOpensNoCalendar() async throws {
        let house = try open()
        let browser = try await house.browser("carol")
        _ = try await browser.get("/account/tokens")
        let form = [
            ("key", browser.hidden("key")), ("label", "x"), ("action", "list"), ("until", "2027-01-01"),
        ]
        _ = try await browser.send(form, to: "/account/tokens")
        let token = browser.shown
        #expect(token.hasPrefix("rap_"))
        #expect(try await DeskBrowser(house).get("/calendar/\(token).ics") == 404)
        #expect(try await DeskBrowser(house).get("/calendar/nobody.ics") == 404)
        #expect(try await DeskBrowser(house).get("/calendar/nobody") == 404)
    }

    @Test func everyKeyOfItsTemplateIsThere() throws {
        let house = try WorkbenchHouse()
        let visit = house.visit(.officer, "/work/calendar")
        let page = try CalendarPage(CalendarView(visit), visit)
        let keys = TemplateKeys(templates: try WorkbenchHouse.templates())
        #expect(keys.problems(of: page, in: "workbench-calendar").filter { !$0.hasSuffix(" is empty") } == [])
        #expect(keys.unused(of: page, in: "workbench-calendar", except: ["title", "marking"]) == [])
    }
}

extension InterfaceRegister {
    /// Ends a mandate today.
    fileprivate func end(_ mandate: RecordID) throws {
        let today = InterfaceRegister.now.day
        let command = Command(
            mechanism: "mandate", record: mandate, transition: "end", expectedVersion: 1,
            changes: ["until": .period(.day(today))], effective: .day(today))
        let keeper = Actor(account: "shell-0", function: .systemOperator, organisation: nil)
        guard case .written = try registry.submit([command], Asking(keeper)) else { throw RegistryRefusal.notFound }
        try registry.refreshDirectory()
    }
}
