import Access
import Foundation
import Intake
import InterfaceKit
import Mechanisms
import Registry
import TestKit
import Testing
import Vocabulary

@testable import Website

/// B69 as its users see it: the tracker, its filters, unanswered first.
@Suite struct RecommendationsDeskTests {
    private let house: DeskHouse

    init() throws {
        house = try DeskHouse { _ in [RecommendationsDesk()] }
        try house.person("cora", .coordinator)
        try house.person("carol", .caseworker)
        let asking = Asking(Actor(account: "secretariat", function: .coordinator, organisation: nil))
        var random = SystemRandomNumberGenerator()
        var work = RecommendationImport(
            RowByRow(house.register.registry, asking) { RecordID(at: InterfaceRegister.now, using: &random) })
        let list = """
            number,text,addressee,acceptance,response,responded
            3,Train the <keepers>.,Keepers & friends,accepted,We will.,2016-01-31
            1,Light the lamps.,Town,,,
            """
        try work.take(
            RecommendationReader.read(MemoryBytes(list)).rows,
            of: .init(body: "Harbour Board", title: "Report", reference: "R1", issuedOn: CalendarDate("2015-03-01")))
        #expect(work.findings.isEmpty)
    }

    @Test(arguments: ["cora", "carol"])
    func b69ShowsUnansweredFirst(name: String) async throws {
        let browser = try await house.browser(name)
        #expect(try await browser.get("/work/recommendations") == 200)
        let page = browser.main
        #expect(page.contains("Unanswered: 1") && page.contains("Answered: 1"))
        let (first, second) = (page.range(of: "1. Light the lamps."), page.range(of: "3. Train the &lt;keepers&gt;."))
        #expect(try #require(first).lowerBound < #require(second).lowerBound)
        #expect(page.contains("/work/new/recommendation") == (name == "cora"))
    }

    @Test(arguments: [
        ("standing=silent", 1), ("standing=not", 0), ("addressee=Town", 1), ("addressee=Keepers%20%26%20friends", 1),
        ("body=Harbour%20Board", 2), ("body=%22%3E%3Cscript%3E", 0), ("cycle=nothing", 0),
        ("from=9223372036854775807", 2),
    ])
    func filtersByWhatStandsInTheAddress(query: String, count: Int) async throws {
        let browser = try await house.browser("cora")
        #expect(try await browser.get("/work/recommendations?\(query)") == 200)
        #expect(browser.main.contains("Recommendations shown: \(count) of 2"), "\(query)")
        #expect(!browser.main.contains("<script"))
    }

    @Test func everyKeyOfItsTemplateIsThere() throws {
        let asking = Asking(Actor(account: "secretariat", function: .coordinator, organisation: nil))
        let view = RecommendationsView(known: try house.register.registry.recommendations(asking), chosen: [:])
        let visit = try WorkbenchHouse().visit(.coordinator, "/work/recommendations")
        let keys = TemplateKeys(templates: try WorkbenchHouse.templates())
        let page = RecommendationsPage(view, visit)
        #expect(keys.problems(of: page, in: "workbench-plan").filter { !$0.hasSuffix(" is empty") } == [])
        #expect(keys.unused(of: page, in: "workbench-plan") == [])
    }
}
