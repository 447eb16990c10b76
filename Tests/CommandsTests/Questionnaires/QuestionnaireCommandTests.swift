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

    @Test func b66AFilledSheetComesInWithTheFileThatItNames() throws {
        try Data("key,kind,required,text\nlamp,yes-no,yes,Is it lit?\npaper,file,yes,The paper?\n".utf8)
            .write(to: folder.file("papers.csv"))
        _ = try questionnaire("import", folder.path("papers.csv"), "--title", "Papers")
        #expect(try questionnaire("show").lines.last?.hasPrefix("paper,file,yes,") == true)
        try Data("%PDF-1.7".utf8).write(to: folder.file("the paper.pdf"))
        try Data("key,answer\nlamp,yes\npaper,the paper.pdf\n".utf8).write(to: folder.file("filled.csv"))
        try Data("key,answer\nlamp,maybe\npaper,none.pdf\nbell,1\n".utf8).write(to: folder.file("wrong.csv"))
        try Data("key,answer\nlamp,yes\nlamp,no\n".utf8).write(to: folder.file("twice.csv"))
        let response = try respond()
        let wrong = try questionnaire("answer", folder.path("wrong.csv"), "--response", response)
        #expect(wrong.status == 1 && wrong.talk.contains("I542"), "\(wrong.talk)")
        for row in 2...4 { #expect(wrong.talk.contains("row \(row)"), "\(wrong.talk)") }
        #expect(try questionnaire("answer", folder.path("twice.csv"), "--response", response).talk.contains("I542"))
        let half = try folder.file("half.csv")
        try Data("key,answer\nlamp,yes\n".utf8).write(to: half)
        #expect(try questionnaire("answer", half.path, "--response", response, "--submit").status == 1)
        let taken = try questionnaire("answer", folder.path("filled.csv"), "--response", response, "--submit")
        #expect(taken.status == 0, "\(taken.talk)")
        #expect(taken.lines.contains { $0.hasPrefix("file            paper: the paper.pdf, SHA-256 ") })
        let annex = try questionnaire("consolidate")
        #expect(annex.lines.contains { $0.contains("the paper.pdf,") && $0.hasSuffix(",named") })
        #expect(try questionnaire("answer", folder.path("filled.csv"), "--response", "x").talk.contains("K107"))
    }

    /// A body is asked; gives the id of its response.
    private func respond() throws -> String {
        let post = ["--as", "coordinator", "--data", folder.path("r")]
        func open(_ words: String...) throws -> String {
            let outcome = try BuiltProgram.run(["record", "open"] + words + post)
            try #require(outcome.status == 0, "\(outcome.talk)")
            return try #require(outcome.output.firstMatch(of: /[0-9a-f]{8}-[0-9a-f-]{27}/).map { String($0.0) })
        }
        let asked = try #require(
            try questionnaire("list").output.firstMatch(of: /[0-9a-f]{8}-[0-9a-f-]{27}/).map { String($0.0) })
        let body = try open(
            "organisation", "--step", "open", "--effective", "2026-01-01", "--field", "name=Harbour", "--field",
            "kind=ngo")
        let fixed = try BuiltProgram.run(
            ["record", "step", asked, "fix", "--version", "1", "--effective", "2026-01-01"] + post)
        try #require(fixed.status == 0, "\(fixed.talk)")
        let round = try open(
            "questionnaire-round", "--step", "send", "--effective", "2026-01-01", "--field", "questionnaire=\(asked)",
            "--field", "title=Round", "--field", "languages=eng", "--field", "deadline=2090-01-01")
        return try open(
            "questionnaire-response", "--step", "ask", "--effective", "2026-01-01", "--field", "round=\(round)",
            "--field", "questionnaire=\(asked)", "--field", "respondent=\(body)", "--field", "due-on=2090-01-01")
    }

    @Test func asksForATitleAndAKnownLanguage() throws {
        try Data("key,kind,text\na,text,Why?\n".utf8).write(to: folder.file("plain.csv"))
        #expect(try questionnaire("import", folder.path("plain.csv")).talk.contains("K125"))
        let file = folder.path("plain.csv")
        #expect(try questionnaire("import", file, "--title", "T", "--language", "xx").talk.contains("K126"))
        #expect(try questionnaire("consolidate").talk.contains("K107"))
    }
}
