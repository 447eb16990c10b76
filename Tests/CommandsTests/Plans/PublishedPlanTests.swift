import Foundation
import TestKit
import Testing

/// Plans that were published, described in `demo/plans`, through the documented layout `table`, by the built program.
struct PublishedPlanTests {
    /// A plan with what its import says, counted by hand in its source (demo/SOURCE.md says how far that is whole).
    struct Published: CustomTestStringConvertible, Sendable {
        let file: String
        let title: String
        let reference: String
        let day: String
        let lines: [String]
        var testDescription: String { reference }
    }

    static let europe = Published(
        file: "eu-strategy-2012.csv", title: "Strategy against trafficking 2012–2016", reference: "COM(2012) 286 final",
        day: "2014-06-30",
        lines: ["chapters        5", "new plan-action  13", "new action-deadline  13", "new state-of-play  2"])
    /// 12, 9, 8, 11, 9 and 9 goals; eight of them name ten bodies.
    static let brazil = Published(
        file: "brazil-2018.csv", title: "Third national plan against trafficking in persons",
        reference: "Decree 9.440/2018", day: "2018-07-03",
        lines: ["chapters        6", "new plan-action  58", "new action-deadline  58", "new action-party  10"])
    static let fishing = Published(
        file: "us-fishing-2022.csv", title: "Memorandum on illegal fishing and the labour abuses that go with it",
        reference: "NSM-11", day: "2022-06-27",
        lines: ["chapters        4", "new plan-action  47", "new action-deadline  5", "new action-party  173"])

    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try #require(BuiltProgram.run("init", "--data", folder.path("r")).status == 0)
    }

    private func plan(_ words: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(["plan"] + words + ["--data", folder.path("r")])
    }

    private func bringIn(_ plan: Published) throws -> BuiltProgram.Outcome {
        try self.plan(
            "import", Repository.root.appending(path: "demo/plans/\(plan.file)").path, "--layout", "table",
            "--title", plan.title, "--reference", plan.reference, "--as-of", plan.day, "--findings",
            folder.path("findings.csv"))
    }

    @Test(arguments: [europe, brazil, fishing])
    func b63BringsInPublishedPlansWithAllTheirDeadlinesAndPartiesUnderstood(published: Published) throws {
        let outcome = try bringIn(published)
        #expect(outcome.status == 0, "\(outcome.talk)")
        for line in published.lines { #expect(outcome.lines.contains(line), "\(line)") }
        // Empty cells are named, and the column with the place in the source; every deadline and party was understood.
        let findings = try String(contentsOfFile: folder.path("findings.csv"), encoding: .utf8)
        let codes = Set(findings.split(separator: "\n").dropFirst().map { $0.prefix(5) })
        #expect(codes.subtracting(["I423,"]) == ["I519,"])
        #expect(try bringIn(published).lines.contains("changed         0"), "the same table again adds nothing")
    }

    @Test func b64PrintsItForADayWithHowEachActionStands() throws {
        _ = try bringIn(PublishedPlanTests.europe)
        let shown = try plan("show", "--as-of", "2014-06-30")
        #expect(shown.status == 0 && shown.lines.count == 14)
        #expect(shown.lines[2].contains("By 2015,Commission,,,silent,2015-12-31"))
        #expect(shown.lines[3].contains("By the end of 2012,") && shown.lines[3].contains(",late,2012-12-31"))
        #expect(shown.lines[11].contains("April 2013,Member States,,,late,2013-04-30"))
        let paper = try plan("show", "--as-of", "2014-06-30", "--format", "html")
        #expect(paper.output.contains("COM(2012) 286 final") && paper.output.contains("Fundamental Rights Agency"))
        #expect(try plan("show", "--as-of", "2014-06-29").status == 1, "not in the register of the day before")
    }

    @Test func b63AWholeNationalPlanIsLateAsAWholeWhereNothingIsReported() throws {
        _ = try bringIn(PublishedPlanTests.brazil)
        let within = try plan("show", "--as-of", "2022-12-31").lines.dropFirst()
        #expect(within.count == 58 && within.allSatisfy { $0.contains(",silent,2022-12-31") })
        let after = try plan("show", "--as-of", "2023-01-01").lines.dropFirst()
        #expect(after.count == 58 && after.allSatisfy { $0.contains(",late,2022-12-31") })
        // Goal 8 of axis I, and who alone is named for it.
        #expect(after.contains { $0.contains("1.1.8,") && $0.contains("Federal Highway Police") })
    }

    @Test func b63ManyPartiesOfAnActionAreToldApart() throws {
        _ = try bringIn(PublishedPlanTests.fishing)
        let rows = try plan("show", "--as-of", "2023-01-01").lines.dropFirst()
        #expect(rows.count == 47 && rows.count { $0.contains(",late,2022-12-31") } == 1)
        #expect(rows.count { $0.contains(",Continuing,") } == 4)
        let paper = try plan("show", "--as-of", "2023-01-01", "--format", "json").output
        let shown = try JSONDecoder().decode(Shown.self, from: Data(paper.utf8))
        // Six secretaries, the Attorney General and six offices by their short names bear all of it.
        #expect(Set(shown.actions.flatMap(\.parties)).count == 13)
        #expect(shown.actions.allSatisfy { !$0.parties.isEmpty })
        #expect(shown.actions.map(\.parties.count).reduce(0, +) == 173)
    }

    private struct Shown: Decodable {
        struct Action: Decodable { let parties: [String] }
        let actions: [Action]
    }
}
