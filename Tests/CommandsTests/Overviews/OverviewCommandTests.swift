import Foundation
import Registry
import TestKit
import Testing

/// `rapporteur overview`, by the built program (B54, B76, B80, B81, B83).
struct OverviewCommandTests {
    private let folder: TemporaryFolder
    private var data: [String] { ["--data", folder.path("r")] }

    init() throws {
        folder = try TemporaryFolder()
        try #require(BuiltProgram.run("init", "--data", folder.path("r")).status == 0)
    }

    @Test(arguments: Overview.allCases)
    func everyOverviewIsPrintedWithItsColumns(overview: Overview) throws {
        let shown = try BuiltProgram.run(["overview", "show", overview.rawValue] + data)
        #expect(shown.status == 0, "\(shown.talk)")
        #expect(shown.lines.first?.hasSuffix(",marking") == true)
        // What is asked of everybody stands there before anything serves it, and says so.
        #expect(shown.lines.dropFirst().allSatisfy { $0.contains("nothing-mapped") || $0.contains("nobody-asked") })
    }

    @Test(arguments: [["nothing"], ["laws", "--as-of", "2026-02-30"], []])
    func saysWhatItDoesNotUnderstand(words: [String]) throws {
        #expect(try BuiltProgram.run(["overview", "show"] + words + data).status == 2)
    }

    @Test func refusesAFolderWithoutARegister() throws {
        let outcome = try BuiltProgram.run("overview", "show", "laws", "--data", folder.path("nowhere"))
        #expect(outcome.status == 1)
    }
}
