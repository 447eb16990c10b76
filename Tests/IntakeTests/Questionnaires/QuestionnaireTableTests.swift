import Mechanisms
import Testing

@testable import Intake

/// A questionnaire's table of questions (B66, B67).
@Suite struct QuestionnaireTableTests {
    private func read(_ rows: String...) throws -> QuestionnaireTable {
        try QuestionnaireTable(
            MemoryBytes("key,kind,required,text,options,text-fra,options-fra\n" + rows.joined(separator: "\n")))
    }

    @Test func b66ReadsQuestionsInTheirOrder() throws {
        let table = try read(
            ",questionnaire,,Harbours,,Ports,", "lamp,yes-no,yes,Is it lit?,,,",
            "colour,choice,,Which colour?,red = Red | green = Green,Quelle couleur ?,red = Rouge | green = Vert")
        #expect(table.head?.text == "Harbours" && table.headTranslations["fra"]?.text == "Ports")
        #expect(table.entries.map(\.key) == ["lamp", "colour"] && table.entries[0].isRequired)
        #expect(table.entries[1].wording.options.map(\.code) == ["red", "green"])
        #expect(table.entries[1].translations["fra"]?.options.last?.label == "Vert")
        #expect(table.entries[0].translations.isEmpty)
    }

    @Test(arguments: [
        ("Lamp,text,,Is it lit?", "has the key “Lamp”"), ("lamp,novel,,Is it lit?", "has the kind “novel”"),
        ("lamp,text,perhaps,Is it lit?", "under required"), ("lamp,text,,", "has no text"),
        ("lamp,choice,,Which?,red = Red", "two options at least"),
        ("lamp,text,,Which?,red = Red | green = Green", "two"),
        ("lamp,choice,,Which?,red | green", "options that are not written"),
        ("lamp,choice,,Which?,a = A | b = B,Quoi ?,b = B | a = A", "other option codes"),
    ])
    func b66SaysWhatIsWrongInWhichRow(row: String, message: String) throws {
        let failure = try #require(throws: IntakeFailure.self) { try read("first,text,,First?", row) }
        #expect(failure.code == "I541" && failure.message.contains("row 3") && failure.message.contains(message))
    }

    @Test func b66NamesEveryProblemAndNotTheFirst() throws {
        let failure = try #require(throws: IntakeFailure.self) {
            try read("a,text,,", "b,novel,,B?", "b,text,,B?", "b,text,,B?")
        }
        #expect(failure.message.split(separator: "\n").count == 4)
    }

    @Test func refusesATableWithoutQuestions() throws {
        #expect(throws: IntakeFailure.noQuestion(file: "pasted text")) { try read(",questionnaire,,Harbours,,,") }
        #expect(throws: IntakeFailure.self) { try QuestionnaireTable(MemoryBytes("key,text\na,b\n")) }
    }
}
