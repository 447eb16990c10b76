import Access
import InterfaceKit
import Mechanisms
import Registry
import TestKit
import Testing
import Vocabulary

@testable import Website

/// B54, B76, B80, B81, B83 as their users see them: one page, one file, one day in the address.
@Suite struct OverviewsDeskTests {
    private let house: DeskHouse

    init() throws {
        house = try DeskHouse { _ in [OverviewsDesk(), PlansDesk()] }
        try house.person("cora", .coordinator)
        try house.person("carol", .caseworker)
        let keeper = Actor(account: "secretariat", function: .coordinator, organisation: nil)
        func day(_ text: String) throws -> FieldValue { .period(try #require(Period(text))) }
        try house.register.open(
            "route-priority", "name",
            [
                "organisation": .link(house.register.people.alpha), "sent-on": try day("2026-02-01"),
                "kind": .code("route"), "from": .code("NG"), "to": .code("IT"), "rank": .integer(1),
            ], by: keeper)
        try house.register.open(
            "law", "enter",
            [
                "country": .code("PT"), "title": .text("Act <1> & \"more\""), "areas": .codes(["trafficking"]),
                "in-force-from": try day("2010-01-01"),
            ], by: keeper)
    }

    @Test(arguments: Overview.allCases)
    func everyOverviewHasItsPageInEveryWord(overview: Overview) async throws {
        let browser = try await house.browser("cora")
        #expect(try await browser.get("/work/overviews/\(overview.rawValue)") == 200)
        // A text that is missing shows its key.
        #expect(!browser.main.contains("overviews."), "\(browser.main)")
    }

    @Test(arguments: ["cora", "carol"])
    func b54ShowsWhoSentWhatWhen(name: String) async throws {
        let browser = try await house.browser(name)
        #expect(try await browser.get("/work/overviews/priority-routes") == 200)
        #expect(browser.main.contains("Nigeria") && browser.main.contains("2026-02-01 (1)"))
        #expect(browser.main.contains("/work/new/route-priority") == (name == "cora"))
        #expect(try await browser.get("/work/overviews/priority-routes?as-of=2026-01-31") == 200)
        #expect(browser.main.contains("Nothing has been entered by that day."))
    }

    @Test func b81WhatSomebodyTypedIsTextAndNoMarkup() async throws {
        let browser = try await house.browser("cora")
        #expect(try await browser.get("/work/overviews/laws?as-of=2026-01-01") == 200)
        #expect(browser.main.contains("Act &lt;1&gt; &amp;") && browser.main.contains("In force"))
        #expect(browser.main.contains("/work/overviews/laws/rows.csv?as-of=2026-01-01"))
    }

    @Test func givesTheFileToWhoeverMayTakePlansAlong() async throws {
        let browser = try await house.browser("cora")
        #expect(try await browser.get("/work/overviews/laws/rows.csv") == 200)
        #expect(browser.text.contains("country,law,reference,areas,in-force-from,in-force-until,standing,marking"))
        let other = try await house.browser("carol")
        #expect(try await other.get("/work/overviews/laws/rows.csv") == 403)
        #expect(try await other.get("/work/overviews/laws") == 200)
        #expect(!other.main.contains("rows.csv"))
    }

    @Test(arguments: [
        ("/work/overviews/nothing", 404), ("/work/overviews/nothing/rows.csv", 404),
        ("/work/overviews/laws?as-of=yesterday", 400), ("/work/overviews/laws?as-of=2026-02-30", 400),
        ("/work/overviews/%3Cscript%3E", 404),
    ])
    func refusesWhatNobodyAsks(path: String, status: Int) async throws {
        let browser = try await house.browser("cora")
        #expect(try await browser.get(path) == status)
    }

    @Test func b76TheBoardOfAPlanIsFilteredByPillarAndMarker() async throws {
        let keeper = Actor(account: "secretariat", function: .coordinator, organisation: nil)
        let plan = try house.register.open("plan", "adopt", ["title": .text("Plan")], by: keeper)
        func part(_ level: String, _ within: RecordID?) throws -> RecordID {
            var fields: [String: FieldValue] = [
                "plan": .link(plan), "level": .code(level), "place": .integer(1), "text": .text(level),
            ]
            fields["within"] = within.map { .link($0) }
            return try house.register.open("plan-part", "set", fields, by: keeper)
        }
        let objective = try part("objective", try part("chapter", nil))
        for (place, more) in [
            ["pillars": FieldValue.codes(["prevention"]), "gender-marker": .integer(2)],
            ["pillars": FieldValue.codes(["protection"]), "child-marker": .integer(0)],
        ].enumerated() {
            let basics: [String: FieldValue] = [
                "plan": .link(plan), "part": .link(objective), "place": .integer(place + 1),
                "code": .text("1.\(place + 1)"), "text": .text("Action \(place + 1)"),
            ]
            try house.register.open("plan-action", "set", basics.merging(more) { $1 }, by: keeper)
        }
        let browser = try await house.browser("cora")
        for (query, shown) in [
            ("pillar=prevention", 1), ("gender=2", 1), ("gender=0", 0), ("child=0", 1), ("rights=1", 0),
        ] {
            #expect(try await browser.get("/work/plans/\(plan)?\(query)") == 200)
            let caption = "Actions shown: \(shown) of \(shown)"
            #expect(browser.main.contains(shown > 0 ? caption : "No action fits what was chosen."), "\(query)")
        }
    }

    @Test func everyKeyOfItsTemplateIsThere() throws {
        let asking = Asking(Actor(account: "secretariat", function: .coordinator, organisation: nil))
        let day = try #require(CalendarDate("2026-03-01"))
        let table = try house.register.registry.overview(.priorityRoutes, on: day, asking)
        let visit = try WorkbenchHouse().visit(.coordinator, "/work/overviews/priority-routes")
        let keys = TemplateKeys(templates: try WorkbenchHouse.templates())
        let page = OverviewPage(OverviewView(overview: .priorityRoutes, table: table, day: day, asked: day), visit)
        let problems = keys.problems(of: page, in: "workbench-treaties")
        #expect(problems.filter { !$0.hasSuffix(" is empty") } == [])
    }
}
