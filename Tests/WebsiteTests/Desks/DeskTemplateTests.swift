import Access
import HTTPTypes
import Mechanisms
import Publication
import Registry
import TestKit
import Testing
import Vocabulary

@testable import Website

/// The pages of the desks beside their templates, both ways: a key without a member prints nothing, a member without a key
/// is work that nobody sees.
@Suite struct DeskTemplateTests {
    private static let house = Result { try WorkbenchHouse() }

    /// For the frame or the style sheet, and kept by the page for them.
    private static let frame: Set<String> = ["title", "level", "marking"]

    private func visit(_ path: String) throws -> Visit { try Self.house.get().visit(.officer, path) }

    private func expectKeys(_ page: Any, _ template: String) throws {
        let keys = TemplateKeys(templates: try WorkbenchHouse.templates())
        let name = "workbench-\(template)"
        #expect(keys.problems(of: page, in: name).filter { !$0.hasSuffix(" is empty") } == [])
        #expect(keys.unused(of: page, in: name, except: Self.frame) == [], "\(template)")
    }

    @Test func theDeskOfDataProtection() throws {
        let here = try visit("/work/protection")
        let person = WorkbenchSamples.person
        try expectKeys(ProtectionHome(here, Self.house.get().check), "protection")
        try expectKeys(AccessesPage(of: person, here), "protection-accesses")
        try expectKeys(SubjectFilePage(of: person, here), "protection-file")
        try expectKeys(EmergenciesPage(here), "protection-emergencies")
        try expectKeys(RetentionListPage(here), "protection-retention")
        try expectKeys(ErasurePage(of: person, nil, here), "protection-erase")
        let wrong = ErasurePage.Answer(Fields([.init(name: "confirmation", value: "000000")]), for: person)
        try expectKeys(ErasurePage(of: person, wrong, here), "protection-erase")
    }

    @Test(arguments: [LedgerCheck.State.never, .running(events: 3, all: 9), .failed(code: "S105")])
    func theCheckOfTheLedger(state: LedgerCheck.State) throws {
        try expectKeys(VerificationPage(state, visit("/work/protection/verification")), "protection-verification")
    }

    /// What the administration, the tokens and the desk of releases are put together from.
    @Test func theCommonPageOfADesk() throws {
        let here = try visit("/work/administration")
        let badge = DeskPage.Badge("Ends soon", .late)
        let table = DeskTable(
            "Posts", columns: ["Post", "State"],
            rows: [[.init("One", href: "/one", state: badge, small: ["main"]), .init("Two", state: badge)]])
        let ways: [DeskForm.Control.Way] = [
            .line(type: "text", value: "a"), .area(value: "b"), .select([.init("c", "C", isChosen: true)]),
            .checks([.init("d", "D")]),
        ]
        let controls = ways.enumerated().map { place, way in
            DeskForm.Control("f\(place)", "Field", way, required: "required", hint: "hint", error: "wrong")
        }
        let button = DeskButton("End", to: "/end", about: "it", fields: [.init(name: "a", value: "b")])
        let caption = Drawing.Caption(identifier: "c", title: "Drawing", description: "What it shows")
        let section = DeskSection(
            "part", "Part", note: "note", facts: [.init("Name", "Text", state: badge)], tables: [table],
            drawings: [WaterfallChart(caption, steps: [.init("Name", 1, figure: "1")]).drawing()],
            items: [.init("Item", href: "/item", small: ["small"], state: badge, buttons: [button])],
            forms: [DeskForm(to: "/send", "Send", hidden: [.init(name: "a", value: "b")], controls: controls)],
            links: [.init(text: "Way", href: "/way")])
        let page = DeskPage(
            lead: "Lead", notices: [.init("Done", .good)], shown: [.init(label: "Link", text: "x")],
            actions: [.init(text: "New", href: "/new")], sections: [section], here.exchange)
        try expectKeys(page, "desk")
    }

    @Test func aMemberThatNoTemplateNamesIsFound() {
        struct Row { let text: String; let forgotten: String }
        struct Page { let titel: String; let rows: [Row] }
        let keys = TemplateKeys(templates: ["page": "<h1>{{title}}</h1>{{#rows}}{{>row}}{{/rows}}", "row": "{{text}}"])
        let page = Page(titel: "", rows: [Row(text: "", forgotten: "")])
        #expect(keys.unused(of: page, in: "page") == ["forgotten", "titel"])
        #expect(keys.problems(of: page, in: "page") == ["page: {{title}}"])
    }
}
