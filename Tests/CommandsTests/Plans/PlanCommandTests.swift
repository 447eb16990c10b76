import Foundation
import TestKit
import Testing

/// `rapporteur plan`, by the built program.
struct PlanCommandTests {
    private let folder: TemporaryFolder
    private var data: [String] { ["--data", folder.path("r")] }

    init() throws {
        folder = try TemporaryFolder()
        try #require(BuiltProgram.run("init", "--data", folder.path("r")).status == 0)
        try Data(SmallCouncilTable.bytes).write(to: folder.file("plan.txt"))
    }

    private func plan(_ words: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(["plan"] + words + data)
    }

    private func bringIn() throws -> BuiltProgram.Outcome {
        try plan(
            "import", folder.path("plan.txt"), "--layout", "council-2006", "--findings", folder.path("findings.csv"))
    }

    @Test func bringsInATableOnceAndPrintsItAgain() throws {
        let first = try bringIn()
        #expect(first.status == 0, "\(first.talk)")
        #expect(first.lines.contains("new plan-action  10") && first.lines.contains("new state-of-play  9"))
        let findings = try String(contentsOfFile: folder.path("findings.csv"), encoding: .utf8)
        #expect(findings.hasPrefix("code,weight,row,column,message,remedy\n") && findings.contains("I515,warning"))
        let again = try bringIn()
        #expect(again.lines == ["chapters        2", "objectives      3", "actions         10", "changed         0"])
        let shown = try plan("show", "--as-of", "2006-12-14")
        #expect(shown.lines.count == 11)
        #expect(shown.lines[1].contains("1.1.a,1. To be seen by night.,a) To light all lamps.,March 2006"))
        #expect(shown.lines[4].hasSuffix("Once per year,Keepers,Horn blown.,Mid 2007,silent,,,professionals"))
    }

    @Test(arguments: ["text", "json", "html"])
    func printsItInOtherFormats(format: String) throws {
        _ = try bringIn()
        let shown = try plan("show", "--as-of", "2006-12-14", "--format", format)
        #expect(shown.status == 0)
        for word in ["LIGHTHOUSES", "professionals", "Follow-up to the plan for the harbour"] {
            #expect(shown.output.contains(word), "\(format)")
        }
        #expect(format != "html" || shown.output.contains("should <ins>be blown daily</ins>."))
    }

    @Test func saysThatAPlanWasNotInForceYet() throws {
        _ = try bringIn()
        let shown = try plan("show", "--as-of", "2006-12-13")
        #expect(shown.status == 1)
        #expect(shown.talk.contains("K116"))
    }

    @Test func saysWhatChangedBetweenTwoDays() throws {
        _ = try bringIn()
        let text = SmallCouncilTable.text.replacing("14 December 2006", with: "14 March 2007")
            .replacing("\tMarch 2006\t", with: "\tEnd of 2007\t")
        try Data(text.utf8).write(to: folder.file("later.txt"))
        let later = try plan("import", folder.path("later.txt"), "--layout", "council-2006")
        #expect(later.lines.contains("new action-deadline  1"), "\(later.output) \(later.talk)")
        let changes = try plan("changes", "--from", "2006-12-14", "--to", "2007-03-14")
        #expect(
            changes.lines == [
                "code,column,before,after,marking", "1.1.a,Timetable,March 2006,End of 2007,professionals",
            ])
    }

    @Test func b72SaysWhatNobodyCarriesOutAndBeginsTheNextPlan() throws {
        _ = try bringIn()
        let none = try plan("gaps", "--as-of", "2006-12-14")
        #expect(none.lines == ["code,action,standing,below,carried-out-by,marking"])
        #expect(none.talk.contains("No plan names"), "\(none.talk)")
        let next = try plan(
            "succeed", "--title", "The harbour, again", "--reference", "9100/07", "--as-of", "2007-06-01")
        #expect(next.lines == ["actions         10", "left behind     0"], "\(next.talk)")
        let shown = try plan("show", "--plan", "9100/07", "--as-of", "2007-06-01", "--format", "json")
        #expect(shown.output.contains("\"stateOfPlay\": \"\"") && !shown.output.contains("All lamps were lit"))
        let again = try plan("succeed", "--plan", "9001/06", "--title", "Other", "--reference", "9100/07")
        #expect(again.status == 1 && again.talk.contains("K145"))
    }

    @Test func bringsInAnyPlanWithNamedColumns() throws {
        try Data("chapter,action,timetable\nParks,Plant trees,Sometime\n,Water them,Monthly\n".utf8)
            .write(to: folder.file("parks.csv"))
        let file = folder.path("parks.csv")
        #expect(try plan("import", file, "--layout", "table").talk.contains("I503"))
        let brought = try plan("import", file, "--layout", "table", "--title", "Parks", "--as-of", "2026-01-31")
        #expect(brought.status == 0 && brought.talk.contains("I525"))
        #expect(try plan("show", "--as-of", "2026-01-31").lines.count == 3)
    }

    @Test(arguments: [("nothing.txt", "K102"), ("empty.txt", "I502"), ("broken.txt", "I501")])
    func refusesAFileThatIsNoPlan(name: String, code: String) throws {
        if name == "empty.txt" { try Data().write(to: folder.file(name)) }
        if name == "broken.txt" { try Data([0xFF, 0xFE, 0x00]).write(to: folder.file(name)) }
        let outcome = try plan("import", folder.path(name), "--layout", "council-2006")
        #expect(outcome.status == 1)
        #expect(outcome.talk.contains(code), "\(outcome.talk)")
    }
}
