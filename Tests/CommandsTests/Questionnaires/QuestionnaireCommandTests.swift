import Foundation
import TestKit
import Testing

/// `rapporteur questionnaire`, by the built program (B66, B67).
struct QuestionnaireCommandTests {
    private let folder: TemporaryFolder
    private var data: [String] { ["--data", folder.path("r")] }
    private static let table = """
        key,kind,required,text,options,text-fra,options-fra
        ,questionnaire,,Harbours,,Ports,
        lamp,yes-no,yes,Is it lit?,,Est-il éclairé ?,
        colour,choice,,Which colour?,red = Red | green = Green,Quelle couleur ?,red = Rouge | green = Vert

        """

    init() throws {
        folder = try TemporaryFolder()
        try #require(BuiltProgram.run("init", "--data", folder.path("r")).status == 0)
        try Data(QuestionnaireCommandTests.table.utf8).write(to: folder.file("harbours.csv"))
    }

    private func questionnaire(_ words: String...) throws -> BuiltProgram.Outcome {
        try BuiltProgram.run(["questionnaire"] + words + data)
    }

    @Test func b66BringsInATableOnceAndPrintsItAgain() throws {
        let first = try questionnaire("import", folder.path("harbours.csv"), "--reviewed")
        #expect(first.status == 0, "\(first.talk)")
        #expect(first.lines.contains("version         1, new") && first.lines.contains("questions       2"))
        #expect(first.lines.contains("fra             3 of 3 reviewed"))
        #expect(try questionnaire("import", folder.path("harbours.csv")).lines.contains("changed         0"))
        let shown = try questionnaire("show")
        #expect(shown.lines.count == 4 && shown.lines[2].hasPrefix("lamp,yes-no,yes,Is it lit?,"))
        try Data(shown.output.utf8).write(to: folder.file("again.csv"))
        #expect(try questionnaire("import", folder.path("again.csv")).lines.contains("changed         0"))
        #expect(try questionnaire("list").lines.count == 2)
    }

    @Test func b67AChangedTextMakesItsTranslationOutdated() throws {
        _ = try questionnaire("import", folder.path("harbours.csv"), "--reviewed")
        let text = QuestionnaireCommandTests.table.replacing(
            "Is it lit?,,Est-il éclairé ?", with: "Is it lit at night?,,")
        try Data(text.utf8).write(to: folder.file("later.csv"))
        let later = try questionnaire("import", folder.path("later.csv"))
        #expect(later.lines.contains("version         1, draft") && later.lines.contains("changed         1"))
        #expect(later.lines.contains("fra             2 of 3 reviewed"))
    }

    @Test(arguments: [("nothing.csv", "I101"), ("empty.csv", "I103"), ("columns.csv", "I301"), ("bad.csv", "I541")])
    func refusesAFileThatIsNoQuestionnaire(name: String, code: String) throws {
        try Data().write(to: folder.file("empty.csv"))
        try Data("a,b\n1,2\n".utf8).write(to: folder.file("columns.csv"))
        try Data("key,kind,text\nA,text,Why?\n".utf8).write(to: folder.file("bad.csv"))
        let outcome = try questionnaire("import", folder.path(name), "--title", "T")
        #expect(outcome.status == 1 && outcome.talk.contains(code), "\(outcome.talk)")
    }

    @Test func asksForATitleAndAKnownLanguage() throws {
        try Data("key,kind,text\na,text,Why?\n".utf8).write(to: folder.file("plain.csv"))
        #expect(try questionnaire("import", folder.path("plain.csv")).talk.contains("K125"))
        let file = folder.path("plain.csv")
        #expect(try questionnaire("import", file, "--title", "T", "--language", "xx").talk.contains("K126"))
        #expect(try questionnaire("consolidate").talk.contains("K107"))
    }
}
