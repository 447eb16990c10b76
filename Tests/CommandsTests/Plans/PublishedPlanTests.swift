import Foundation
import TestKit
import Testing

/// A plan that was published, described in `demo/plans`, through the documented layout `table`, by the built program.
struct PublishedPlanTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try #require(BuiltProgram.run("init", "--data", folder.path("r")).status == 0)
    }

    private func plan(_ words: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(["plan"] + words + ["--data", folder.path("r")])
    }

    private func bringIn() throws -> BuiltProgram.Outcome {
        try plan(
            "import", Repository.root.appending(path: "demo/plans/eu-strategy-2012.csv").path, "--layout", "table",
            "--title", "Strategy against trafficking 2012–2016", "--reference", "COM(2012) 286 final",
            "--as-of", "2014-06-30", "--findings", folder.path("findings.csv"))
    }

    @Test func b63BringsInASecondRealPlanWithAllItsDeadlinesUnderstood() throws {
        let outcome = try bringIn()
        #expect(outcome.status == 0, "\(outcome.talk)")
        for line in ["chapters        5", "new plan-action  13", "new action-deadline  13", "new state-of-play  2"] {
            #expect(outcome.lines.contains(line), "\(line)")
        }
        // Empty cells are named; nothing else is: each of the 13 deadlines and responsible parties was understood.
        let findings = try String(contentsOfFile: folder.path("findings.csv"), encoding: .utf8)
        #expect(Set(findings.split(separator: "\n").dropFirst().map { $0.prefix(5) }) == ["I519,"])
        #expect(try bringIn().lines.contains("changed         0"), "the same table again adds nothing")
    }

    @Test func b64PrintsItForADayWithHowEachActionStands() throws {
        _ = try bringIn()
        let shown = try plan("show", "--as-of", "2014-06-30")
        #expect(shown.status == 0 && shown.lines.count == 14)
        #expect(shown.lines[2].contains("By 2015,Commission,,,silent,2015-12-31"))
        #expect(shown.lines[3].contains("By the end of 2012,") && shown.lines[3].contains(",late,2012-12-31"))
        #expect(shown.lines[11].contains("April 2013,Member States,,,late,2013-04-30"))
        let paper = try plan("show", "--as-of", "2014-06-30", "--format", "html")
        #expect(paper.output.contains("COM(2012) 286 final") && paper.output.contains("Fundamental Rights Agency"))
        #expect(try plan("show", "--as-of", "2014-06-29").status == 1, "not in the register of the day before")
    }
}
