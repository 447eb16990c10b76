import HTTPTypes
import Mechanisms
import Registry
import TestKit
import Testing
import Vocabulary

@testable import Website

/// A misspelt key of a template prints nothing: each page is held against its template.
@Suite struct WorkbenchTemplateTests {
    private static let house = Result { try WorkbenchHouse() }

    private func visit(
        _ path: String, _ parameters: [String: String] = [:], form: [(String, String)] = []
    ) throws -> Visit {
        try Self.house.get().visit(.caseworker, path, parameters, form: form)
    }

    private func expectKeys(_ page: Any, _ template: String) throws {
        let keys = TemplateKeys(templates: try WorkbenchHouse.templates())
        let problems = keys.problems(of: page, in: "workbench-\(template)").filter { !$0.hasSuffix(" is empty") }
        #expect(problems == [])
    }

    @Test func thePagesOfTheDayHaveTheKeysOfTheirTemplates() throws {
        let here = try visit("/work")
        let task = try StepTask(on: WorkbenchSamples.matter, "close", here)
        try Draft(id: nil, of: task, StepInput(for: task, prefilled: Fields(), here), here).keep(here)
        try SavedView(name: "Mine", href: "/work/list/case?own=1").keep(on: here.workbench.shelf, here)
        try expectKeys(HomePage(here), "home")
        try expectKeys(ListsPage(here), "lists")
        let person = try here.registry.mechanism("person")
        try expectKeys(SearchPage(PersonSearch(name: "Onefold"), person, here), "search")
        try expectKeys(WaysPage(links: [.init(href: "/", text: "")]), "ways")
    }

    @Test func listsHaveTheKeysOfTheirTemplates() throws {
        let here = try visit("/work/list/person")
        let person = try here.registry.mechanism("person")
        let question = try ListQuestion(
            Fields([.init(name: "f.primary-language", value: "sqi")]), of: person, today: here.today)
        let page = try here.registry.list(question.request, here.asking)
        try expectKeys(ListPage(question, page, Names(in: page.rows, here), here), "list")
        let chosen = [("record", WorkbenchSamples.matter.description), ("step", "close")]
        let together = try visit("/work/list/case/together", ["mechanism": "case"], form: chosen)
        let bulk = try Bulk(together)
        try expectKeys(BulkPage(bulk, together), "together")
        let outcomes = bulk.candidates.map { Bulk.Outcome(view: $0.view, isDone: true, reasons: [""]) }
        try expectKeys(BulkResultPage(outcomes, bulk, together), "together-done")
    }

    @Test func recordsHaveTheKeysOfTheirTemplates() throws {
        let here = try visit("/work/record")
        let view = try here.registry.read(WorkbenchSamples.matter, here.asking)
        let mechanism = try here.registry.mechanism("case")
        let beside = try here.registry.neighbours(of: view, here.asking)
        let sheet = RecordSheet(
            view, of: mechanism, beside: beside, timeline: try here.registry.timeline(of: view.record, here.asking),
            offers: try here.registry.offers(on: view.record, here.asking), try Names(in: [view], here), here)
        try expectKeys(sheet, "record")
        try expectKeys(PaperPage(of: WorkbenchSamples.matter, here), "paper")
        let handOver = try visit("", ["record": WorkbenchSamples.matter.description])
        try expectKeys(HandOverPage(HandOver(handOver, isSent: false), handOver), "hand-over")
    }

    @Test(arguments: ["correct-open", "close", "hold"])
    func formsHaveTheKeysOfTheirTemplates(step: String) throws {
        let here = try visit("/work/record")
        let task = try StepTask(on: WorkbenchSamples.matter, step, here)
        let input = StepInput(for: task, prefilled: Fields(), here)
        let problem = StepReading.Problem(field: "close-reason", text: "")
        try expectKeys(StepForm(task, input, [problem], draft: nil, here), "step")
        let wanted = Command(
            mechanism: "case", record: WorkbenchSamples.matter, transition: step, expectedVersion: 0,
            changes: ["reference": .text("Mine")], effective: .day(WorkbenchHouse.now.day))
        let present = try here.registry.read(WorkbenchSamples.matter, here.asking)
        try expectKeys(
            ConflictPage(task, input, present: present, wanted: wanted, draft: nil, here), "conflict")
        let draft = Draft(id: nil, of: task, input, here)
        let field = try #require(task.mechanism.field("responsible"))
        try expectKeys(PickPage(field, of: task.mechanism, for: draft, searching: nil, here), "pick")
    }
}
