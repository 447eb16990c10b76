import Foundation
import Mechanisms
import Testing
import Vocabulary

@testable import Website

/// Texts that somebody wrote to harm whoever reads them: markup, a template's braces, a formula, a turned direction.
@Suite struct HostileTextTests {
    private static let turned = "\u{202E}"
    private static let text = "=1+1<script>alert(1)</script>\"><img src=x onerror=alert(2)>{{{main}}}'\(turned)txet"
    private static let (matter, task, house, post) = (
        WorkbenchSamples.id(90), WorkbenchSamples.id(91), WorkbenchSamples.id(92), WorkbenchSamples.id(93)
    )

    private static let planted = Result {
        let house = try WorkbenchHouse()
        let samples = WorkbenchSamples(house.registry)
        try samples.open(.coordinator, "organisation", Self.house, ["name": .text(text), "kind": .code("ngo")])
        try samples.open(
            .coordinator, "function", post,
            ["title": .text(text), "kind": .code("coordinator"), "organisation": .link(Self.house)])
        try samples.open(
            .caseworker, "case", matter,
            [
                "reference": .text(text), "phenomenon": .code("trafficking"),
                "responsible": .link(WorkbenchSamples.Post.caseworker.id),
            ])
        try samples.open(
            .caseworker, "task", task,
            [
                "title": .text(text), "about": .link(matter),
                "assigned-to": .link(WorkbenchSamples.Post.caseworker.id),
                "due-on": .period(.day(WorkbenchHouse.now.day)),
            ], way: "set")
        return house
    }

    @Test(arguments: [
        "/work", "/work/list/case", "/work/list/task", "/work/list/organisation", "/work/record/\(matter)",
        "/work/record/\(task)", "/work/record/\(house)", "/work/record/\(matter)/print",
        "/work/record/\(matter)/step/close", "/work/record/\(matter)/hand-over", "/work/new/task/set?f.about=\(matter)",
    ])
    func staysTextOnEveryPage(path: String) async throws {
        let page = try await Self.planted.get().ask(.caseworker, path).body
        #expect(page.contains("=1+1&lt;script"), "the text is not on the page, so nothing was tried")
        #expect(
            !page.contains("<script") && !page.contains("<img src=x") && !page.contains("<main id=\"content\"><main"))
        let title = page.components(separatedBy: "</title>")[0]
        #expect(!title.contains(Self.turned), "the title of the window would read backwards")
    }

    @Test func turnsNothingThatIsWrittenBehindItInAName() async throws {
        let page = try await Self.planted.get().ask(.coordinator, "/work/record/\(Self.post)").body
        let title = try #require(page.firstMatch(of: /<h1>(.*?)<\/h1>/)).output.1
        #expect(title.contains("txet · "), "the name has one part only, so nothing was tried")
        #expect(!title.contains(Self.turned))
    }

    @Test func isNoFormulaInAFileForSpreadsheets() async throws {
        let file = try await Self.planted.get().ask(.caseworker, "/work/list/case/rows.csv").body
        #expect(file.contains("'=1+1<script>"))
        #expect(!file.split(whereSeparator: { $0 == "," || $0.isNewline }).contains { $0.hasPrefix("=") })
    }

    @Test func leadsFromAFormToNoListThatIsClosedToItsReader() async throws {
        // The competent authority may break the glass, and may not list who else did.
        let house = try Self.planted.get()
        let form = try await house.ask(.authority, "/work/new/break-glass/break")
        #expect(form.status == 200)
        #expect(!form.body.contains("href=\"/work/list/break-glass\""))
        #expect(try await house.ask(.authority, "/work/list/break-glass").status == 403)
    }
}
