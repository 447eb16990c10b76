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

    @Test(arguments: ["cora", "carol"])
    func b64ShowsWhatChangedBetweenTwoDays(name: String) async throws {
        let browser = try await house.browser(name)
        #expect(try await browser.get("/work/plans/\(plan)") == 200)
        #expect(browser.main.contains("/work/plans/\(plan)/changes"))
        let changes = "/work/plans/\(plan)/changes?from=2006-12-13&to=2006-12-14"
        #expect(try await browser.get(changes) == 200)
        #expect(browser.main.contains("All lamps were lit on 3 March 2006."))
        #expect(browser.main.contains("changes.csv") == (name == "cora"))
        #expect(try await browser.get(changes.replacing("2006-12-13", with: "2006-12-14")) == 200)
        #expect(browser.main.contains("Nothing in the table differs between these days."))
        let file = changes.replacing("changes?", with: "changes.csv?")
        #expect(try await browser.get(file) == (name == "cora" ? 200 : 403))
    }

    @Test(arguments: [("?from=yesterday", 400), ("?to=2006-02-30", 400), ("?from=2000-01-01&to=2000-01-02", 404)])
    func refusesDaysBetweenWhichThereIsNothing(query: String, status: Int) async throws {
        let browser = try await house.browser("cora")
        #expect(try await browser.get("/work/plans/\(plan)/changes\(query)") == status)
    }

    @Test func b72NamesActionsThatNobodyBelowCarriesOut() async throws {
        let (registry, asking) = (
            house.register.registry, Asking(Actor(account: "secretariat", function: .coordinator, organisation: nil))
        )
        let browser = try await house.browser("cora")
        let day = try #require(CalendarDate("2006-12-14"))
        #expect(try await browser.get("/work/plans/\(plan)?as-of=\(day)") == 200)
        #expect(!browser.main.contains("Nobody carries it out"))
        let stand = try #require(try registry.planStand(of: plan, asking, on: day))
        var random = SystemRandomNumberGenerator()
        func id() -> RecordID { RecordID(at: InterfaceRegister.now, using: &random) }
        let work = try PlanImport(stand.unfinished(titled: "Below", reference: "B 1", on: day), onto: nil) { id() }
        guard let below = work.commands.first?.record,
            let action = work.commands.first(where: { $0.mechanism == "plan-action" })?.record
        else { throw RegistryRefusal.notFound }
        func correct(_ mechanism: String, _ record: RecordID, _ changes: [String: FieldValue]) -> Command {
            Command(
                mechanism: mechanism, record: record, transition: "correct", expectedVersion: 1, changes: changes,
                effective: .day(day), reason: "under the larger plan")
        }
        let links = [
            correct("plan", below, ["parent": .link(plan)]),
            correct("plan-action", action, ["implements": .links([stand.lines[0].record])]),
        ]
        guard case .written = try registry.submit(work.commands + links, asking) else { throw RegistryRefusal.notFound }
        #expect(try await browser.get("/work/plans/\(plan)?as-of=\(day)") == 200)
        #expect(browser.main.contains("Carried out: 1 of 10 actions, by 1 actions of plans below."))
        #expect(browser.main.contains("Nobody carries it out") && browser.main.contains("B 1 1.1.a"))
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

    /// A plan of 230 actions, and on the next day each with another state of play.
    private func longPlan() throws -> RecordID {
        var (long, random): (RecordID?, SystemRandomNumberGenerator) = (nil, SystemRandomNumberGenerator())
        let (registry, asking) = (
            house.register.registry, Asking(Actor(account: "secretariat", function: .coordinator, organisation: nil))
        )
        for day in ["2006-12-20", "2006-12-21"] {
            // Ten actions an objective, lettered as plans letter them.
            let rows = (0..<230).map { place in
                let letter = "abcdefghij".dropFirst(place % 10).prefix(1)
                let state = "State \(place) of \(day)"
                return "1. All,\(place / 10 + 1). One,\(letter)) Action \(place),Ongoing,Keepers,,\(state)"
            }
            let header = "chapter,objective,action,timetable,responsible,assessment,state-of-play"
            let table = try TablePlanReader.read(
                MemoryBytes(([header] + rows).joined(separator: "\n")), title: "Long", reference: nil,
                date: CalendarDate(day)
            ).table
            let known = try long.flatMap { try registry.planRecords(of: $0, asking) }
            let work = try PlanImport(table, onto: known) { RecordID(at: InterfaceRegister.now, using: &random) }
            guard case .written = try registry.submit(work.commands, asking) else { throw RegistryRefusal.notFound }
            long = long ?? work.commands.first { $0.mechanism == "plan" }?.record
        }
        return try #require(long)
    }

    @Test func b64ALongPlanIsShownInStretches() async throws {
        let (plan, browser) = (try longPlan(), try await house.browser("cora"))
        func rows(_ path: String) async throws -> Int {
            #expect(try await browser.get("/work/plans/\(plan)\(path)") == 200, "\(path)")
            return browser.main.ranges(of: "<tr>").count - browser.main.ranges(of: "<thead>").count
        }
        let standings = PlanStand.Standing.allCases.count
        let days = "from=2006-12-20&to=2006-12-21"
        for (path, count) in [
            ("", 200 + standings), ("?from=200", 30 + standings), ("/table", 200), ("/table?from=200", 30),
            ("/table?whole=yes", 230), ("/changes?\(days)", 200 + standings),
            ("/changes?\(days)&row=200", 30 + standings),
            ("/changes?\(days)&whole=yes", 230 + standings), ("/table?from=9223372036854775807", 0),
            ("?from=9223372036854775807", standings), ("/changes?\(days)&row=-1", 200 + standings),
        ] {
            #expect(try await rows(path) == count, "\(path)")
        }
        #expect(try await rows("/table") == 200)
        #expect(browser.main.contains("Actions shown: 200 of 230") && browser.main.contains("/table?whole=yes"))
        #expect(browser.main.contains("/table?from=200"))
        #expect(try await rows("/changes?\(days)") == 200 + standings)
        #expect(browser.main.contains("Cells that differ, shown: 200 of 230") && browser.main.contains("&amp;row=200"))
    }

    @Test func everyKeyOfItsTemplatesIsThere() throws {
        let asking = Asking(Actor(account: "secretariat", function: .coordinator, organisation: nil))
        let day = try #require(CalendarDate("2006-12-14"))
        let records = try #require(try house.register.registry.planRecords(of: plan, asking, asOf: day))
        let view = PlanView(stand: PlanStand(records, on: day), chosen: [:], day: day)
        let visit = try WorkbenchHouse().visit(.officer, "/work/plans")
        let keys = TemplateKeys(templates: try WorkbenchHouse.templates())
        let changes = PlanChangesView(
            plan: plan, from: day, to: day, difference: PlanDifference(from: nil, to: view.stand))
        let pages: [(any Sendable, String)] = [
            (PlanBoardPage(view, nil, visit), "workbench-plan"), (PlanTablePage(view, visit), "workbench-plan-table"),
            (PlanChangesPage(changes, visit), "workbench-plan-changes"),
        ]
        for (page, name) in pages {
            #expect(keys.problems(of: page, in: name).filter { !$0.hasSuffix(" is empty") } == [])
            #expect(keys.unused(of: page, in: name, except: ["title"]) == [])
        }
    }
}
