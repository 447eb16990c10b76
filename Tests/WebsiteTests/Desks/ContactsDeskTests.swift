import Access
import Intake
import InterfaceKit
import Mechanisms
import Registry
import TestKit
import Testing
import Vocabulary

@testable import Website

/// B51 as whoever calls at night sees it: who answers at a minute, the saved page, the manual on paper.
@Suite struct ContactsDeskTests {
    private let house: DeskHouse
    private let asking = Asking(Actor(account: "secretariat", function: .coordinator, organisation: nil))

    init() throws {
        house = try DeskHouse { _ in [ContactsDesk()] }
        try house.person("cora", .coordinator)
        try house.person("carol", .caseworker)
        try house.person("lia", .liaisonOfficer)
        let registry = house.register.registry
        let list = """
            state,agency,agency-kind,name,tasks,telephone,languages,zone,hours,special-days,priority,next
            DE,Harbour Watch,law-enforcement,Duty desk,referral,+00 1,eng;deu,Europe/Berlin,mo-fr 09:00-17:00,2026-12-24 closed,1,
            DE,Harbour Watch,,Night <desk>,any,+00 2,eng,Europe/Berlin,mo-su 17:00-09:00,,2,Front desk
            FR,Lamp House,ngo,Front desk,protection,+00 3,fra,Europe/Paris,always,,,
            """
        var random = SystemRandomNumberGenerator()
        let rows = RowByRow(registry, asking) { RecordID(at: InterfaceRegister.now, using: &random) }
        var contacts = try ContactImport(rows)
        try contacts.take(ContactReader.read(MemoryBytes(list)).rows)
        var holidays = try HolidayImport(rows)
        try holidays.take(HolidayReader.read(MemoryBytes("state,day,name\nDE,2026-10-05,Kites\n")).rows)
        #expect(contacts.findings.isEmpty && holidays.findings.isEmpty)
    }

    @Test(arguments: ["cora", "carol", "lia"])
    func b51SaysWhoAnswersAtAMinuteByTheCallersClock(name: String) async throws {
        let browser = try await house.browser(name)
        // Monday 10:00 in Lisbon is 11:00 in Berlin.
        let address = "/work/contacts?state=DE&task=referral&zone=Europe/Lisbon"
        #expect(try await browser.get("\(address)&at=2026-09-21T10:00") == 200)
        #expect(browser.main.contains("Duty desk, Harbour Watch"))
        #expect(browser.main.contains("until 21 September 2026, 16:00"))
        #expect(browser.main.contains("again from 21 September 2026, 16:00"), "the night desk")
        // In the evening the other way round, and the one that it names answers too.
        #expect(try await browser.get("\(address)&at=2026-09-21T16:00") == 200)
        #expect(browser.main.contains("<dt>Answers now</dt><dd><span>Night &lt;desk&gt;, Harbour Watch"))
        #expect(browser.main.contains("<dt>Then try</dt><dd><span>Front desk, Lamp House"))
        #expect(browser.main.contains("named as the next by: Night &lt;desk&gt;, Harbour Watch"))
    }

    @Test func b51SaysWhyNobodyAnswers() async throws {
        let browser = try await house.browser("carol")
        #expect(
            try await browser.get("/work/contacts?state=DE&task=referral&at=2026-10-05T10:00&zone=Europe/Berlin") == 200
        )
        #expect(browser.main.contains("Holiday: Kites"))
        #expect(try await browser.get("/work/contacts?state=FR&task=border") == 200)
        #expect(browser.main.contains("The register has no contact point for this."))
    }

    @Test func b51ASavedPageHoldsTheHoursOfEverybodyWhateverIsChosen() async throws {
        let browser = try await house.browser("carol")
        #expect(try await browser.get("/work/contacts?state=FR&language=fra&at=2026-09-21T10:00") == 200)
        for told in [
            "Duty desk, Harbour Watch", "Mon – Fri: 09:00\u{2011}17:00", "24 December 2026: closed", "Europe/Berlin",
            "UTC+02:00",
            "from 25 October 2026: UTC+01:00", "+00 2", "Round the clock, holidays too", "5 October 2026",
            "Never tested",
        ] { #expect(browser.main.contains(told), "\(told)") }
    }

    @Test(arguments: ["at=yesterday", "at=2026-09-21", "at=2026-09-21T25:00", "zone=CET", "zone=%3Cscript%3E"])
    func refusesATimeOrAZoneThatIsNone(query: String) async throws {
        let browser = try await house.browser("cora")
        #expect(try await browser.get("/work/contacts?\(query)") == 400)
        #expect(browser.text.contains("R113"))
    }

    @Test func b51ThePaperIsForWhoeverMayTakeItAlong() async throws {
        let registry = house.register.registry
        let organisation = try #require(
            try registry.contactBook(asking, on: InterfaceRegister.now.day).entries.first
        ).contact.organisation
        try house.register.open(
            "contact-manual", "issue",
            [
                "number": .text("12042/26"), "issued-by": .link(organisation),
                "issued-on": .period(.day(InterfaceRegister.now.day)),
            ], by: asking.actor)
        let browser = try await house.browser("cora")
        #expect(try await browser.get("/work/contacts") == 200)
        #expect(browser.main.contains("/work/contacts/manual?issue=12042%2F26"))
        #expect(try await browser.get("/work/contacts/manual?issue=12042%2F26") == 200)
        #expect(browser.text.contains("Manual of contacts, issue 12042/26"))
        #expect(browser.main.contains("/work/paper/en/professionals.css") && browser.main.contains("Harbour Watch"))
        #expect(try await browser.get("/work/contacts/manual?issue=7") == 404)
        let other = try await house.browser("carol")
        #expect(try await other.get("/work/contacts/manual") == 403)
        #expect(try await other.get("/work/contacts") == 200)
        #expect(!other.main.contains("/work/contacts/manual") && other.main.contains("12042/26"))
        #expect(!other.main.contains("/work/new/contact"))
        let liaison = try await house.browser("lia")
        #expect(try await liaison.get("/work/contacts") == 200)
        #expect(liaison.main.contains("/work/new/contact-test") && !liaison.main.contains("/work/new/contact-point"))
    }

    @Test func everyKeyOfItsTemplateIsThere() throws {
        let registry = house.register.registry
        let day = InterfaceRegister.now.day
        let book = try registry.contactBook(asking, on: day)
        let visit = try WorkbenchHouse().visit(.coordinator, "/work/contacts")
        let view = ContactsView(
            book: book, issues: [], lists: [], changed: 0, chosen: [.state: "DE"], clock: .universal,
            moment: InterfaceRegister.now, kept: [])
        let keys = TemplateKeys(templates: try WorkbenchHouse.templates())
        for page in [ContactsPage(view, visit), ContactsPage(manual: book, nil, visit)] {
            let problems = keys.problems(of: page, in: "workbench-contacts")
            #expect(problems.filter { !$0.hasSuffix(" is empty") } == [])
        }
        #expect(keys.unused(of: ContactsPage(view, visit), in: "workbench-contacts", except: ["title"]) == [])
    }
}
