import Foundation
import TestKit
import Testing

/// `rapporteur recommendation`, by the built program (B69).
struct RecommendationCommandTests {
    private let folder: TemporaryFolder
    private var data: [String] { ["--data", folder.path("r")] }

    init() throws {
        folder = try TemporaryFolder()
        try #require(BuiltProgram.run("init", "--data", folder.path("r")).status == 0)
        try Data("number,text,addressee\n3,Light the lamps.,Keepers\n1,Paint the tower.,Town\n".utf8)
            .write(to: folder.file("list.csv"))
        try Data("chapter,action\nLights,Light the lamps\n".utf8).write(to: folder.file("plan.csv"))
        try Data("cycle,number,kind,plan,action\nR1,3,implements,P1,1.1.1\nR1,2,implements,P1,1.1.1\n".utf8)
            .write(to: folder.file("map.csv"))
    }

    private func run(_ words: String...) throws -> BuiltProgram.Outcome { try BuiltProgram.run(words + data) }

    @Test func b69BringsInMapsAndListsWhatNobodyAnswered() throws {
        let brought = try run(
            "recommendation", "import", folder.path("list.csv"), "--body", "Harbour Board", "--cycle", "Report of 2015",
            "--reference", "R1")
        #expect(
            brought.status == 0 && brought.lines == ["rows      2", "new       2", "left out  0"], "\(brought.talk)")
        #expect(
            try run(
                "plan", "import", folder.path("plan.csv"), "--layout", "table", "--title", "Plan", "--reference", "P1",
                "--as-of", "2016-01-01"
            ).status == 0)
        let mapped = try run("recommendation", "map", folder.path("map.csv"))
        #expect(mapped.status == 3 && mapped.talk.contains("I564 line 3"))
        let listed = try run("recommendation", "list")
        #expect(
            listed.lines.dropFirst() == [
                "Harbour Board,R1,2,1,Paint the tower.,Town,silent,,,,,,professionals",
                "Harbour Board,R1,1,3,Light the lamps.,Keepers,answered,,,,1.1.1,,professionals",
            ])
        #expect(try run("recommendation", "list", "--unanswered").lines.count == 2)
        #expect(try run("recommendation", "list", "--cycle", "R9").lines.count == 1)
    }

    @Test func refusesAListWithoutTexts() throws {
        try Data("number\n1\n".utf8).write(to: folder.file("bad.csv"))
        let outcome = try run("recommendation", "import", folder.path("bad.csv"), "--body", "B", "--cycle", "C")
        #expect(outcome.status == 1 && outcome.talk.contains("I301"))
    }
}
