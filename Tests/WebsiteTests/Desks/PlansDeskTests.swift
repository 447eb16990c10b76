import Access
import Intake
import InterfaceKit
import Mechanisms
import Registry
import TestKit
import Testing
import Vocabulary

@testable import Website

/// The board of a plan, its filters and its table, as their users see them.
@Suite struct PlansDeskTests {
    private let house: DeskHouse
    private let plan: RecordID

    init() throws {
        house = try DeskHouse { _ in [PlansDesk()] }
        try house.person("cora", .coordinator)
        try house.person("carol", .caseworker)
        let table = try CouncilTableReader.read(SmallCouncilTable.bytes, named: "plan.txt").table
        let asking = Asking(Actor(account: "secretariat", function: .coordinator, organisation: nil))
        var random = SystemRandomNumberGenerator()
        let work = try PlanImport(table, onto: nil) { RecordID(at: InterfaceRegister.now, using: &random) }
        guard case .written = try house.register.registry.submit(work.commands, asking) else {
            throw RegistryRefusal.notFound
        }
        plan = try #require(try house.register.registry.plans(asking).first?.record)
    }

    @Test(arguments: ["cora", "carol"])
    func showsThePlansToWhoeverMayReadThem(name: String) async throws {
        let browser = try await house.browser(name)
        #expect(try await browser.get("/work/plans") == 200)
        #expect(browser.main.contains("/work/plans/\(plan)"))
        #expect(try await browser.get("/work/plans/\(plan)?as-of=2006-12-14") == 200)
        #expect(browser.main.contains("10 of 10 actions"))
        // 1.1.a was due in March 2006, and nobody marked it as done.
        #expect(browser.main.contains("Late: 1"))
    }

    @Test(arguments: [
        ("chapter=2", 6), ("party=Keepers", 4), ("standing=late", 1), ("due=passed", 1), ("due=open", 7),
        ("chapter=1&party=Keepers", 3), ("chapter=9", 0), ("party=%2B%22%3Cscript%3E", 0),
    ])
    func filtersByWhatStandsInTheAddress(query: String, count: Int) async throws {
        let browser = try await house.browser("cora")
        #expect(try await browser.get("/work/plans/\(plan)?\(query)&as-of=2006-12-14") == 200)
        #expect(browser.main.contains("\(count) of 10 actions"), "\(query)")
        #expect(!browser.main.contains("<script"))
    }

    @Test func printsTheTableWithWhatWasInserted() async throws {
        let browser = try await house.browser("cora")
        #expect(try await browser.get("/work/plans/\(plan)/table?as-of=2006-12-14") == 200)
        #expect(browser.main.contains("should <ins>be blown daily</ins>."))
        #expect(browser.main.contains("1. LIGHTHOUSES"))
    }

    @Test(arguments: ["no-record", "00000000-0000-7000-8000-000000000000"])
    func knowsNoPlanThatIsNotThere(record: String) async throws {
        let browser = try await house.browser("cora")
        #expect(try await browser.get("/work/plans/\(record)") == 404)
        #expect(try await browser.get("/work/plans/\(plan)?as-of=2006-12-13") == 404)
    }

    @Test(arguments: ["yesterday", "2006-02-30"])
    func refusesADayThatIsNone(day: String) async throws {
        let browser = try await house.browser("cora")
        #expect(try await browser.get("/work/plans/\(plan)?as-of=\(day)") == 400)
        #expect(browser.text.contains("R113"))
    }

    @Test func everyKeyOfItsTemplatesIsThere() throws {
        let asking = Asking(Actor(account: "secretariat", function: .coordinator, organisation: nil))
        let day = try #require(CalendarDate("2006-12-14"))
        let records = try #require(try house.register.registry.planRecords(of: plan, asking, asOf: day))
        let view = PlanView(stand: PlanStand(records, on: day), chosen: [:], day: day)
        let visit = try WorkbenchHouse().visit(.officer, "/work/plans")
        let keys = TemplateKeys(templates: try WorkbenchHouse.templates())
        let pages: [(any Sendable, String)] = [
            (PlanBoardPage(view, visit), "workbench-plan"), (PlanTablePage(view, visit), "workbench-plan-table"),
        ]
        for (page, name) in pages {
            #expect(keys.problems(of: page, in: name).filter { !$0.hasSuffix(" is empty") } == [])
            #expect(keys.unused(of: page, in: name, except: ["title"]) == [])
        }
    }
}
