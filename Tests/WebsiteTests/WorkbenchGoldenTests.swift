import TestKit
import Testing

@testable import Website

@Suite(.serialized) struct WorkbenchGoldenTests {
    /// The main pages, each in a house of its own so that no other reading stands in its timeline.
    @Test(
        arguments: [
            ("home", "/work", "en"), ("home", "/work", "ar"), ("list", "/work/list/case", "en"),
            ("list", "/work/list/case", "fr"), ("lists", "/work/lists", "en"),
            ("record", "/work/record/\(WorkbenchSamples.person)", "en"),
            ("record", "/work/record/\(WorkbenchSamples.person)", "ar"),
            ("step", "/work/record/\(WorkbenchSamples.matter)/step/close", "en"),
            ("new", "/work/new/share/offer?f.records=\(WorkbenchSamples.person)", "en"),
            ("hand-over", "/work/record/\(WorkbenchSamples.matter)/hand-over", "en"),
            ("paper", "/work/record/\(WorkbenchSamples.matter)/print", "en"), ("search", "/work/search", "en"),
        ] as [(String, String, String)])
    func looksAsItDid(name: String, path: String, language: String) async throws {
        let answer = try await WorkbenchHouse().ask(.caseworker, path, language: language)
        #expect(answer.status == 200)
        let difference = try Golden.difference(
            PlainPage.text(answer.body), from: "workbench/\(name).\(language).html")
        #expect(difference == nil)
    }
}
