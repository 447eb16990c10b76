import InterfaceKit
import Mechanisms
import Registry
import Testing
import Vocabulary

/// Translations of a questionnaire, and in which languages it goes out (B67).
struct TranslationTests {
    private let house: QuestionnaireRegister

    init() throws { house = try QuestionnaireRegister() }

    private func sheet() throws -> QuestionnaireSheet {
        try house.registry.questionnaire(house.questionnaire, house.secretariat)
    }

    /// Translates all of it into French, and reviews all but some.
    private func translate(leaving unreviewed: Int = 0) throws {
        let sheet = try sheet()
        let units: [RecordID?] = [nil] + sheet.questions.map(\.record)
        for (place, unit) in units.enumerated() {
            let original = try #require(sheet.originals[unit])
            let wording = QuestionWording(
                text: "fr \(original.text)", help: original.help.map { "fr \($0)" },
                options: original.options)
            var changes = wording.fields
            changes.merge([
                "questionnaire": .link(house.questionnaire), "language": .code("fra"), "source": .text(original.source),
            ]) { $1 }
            changes["question"] = unit.map(FieldValue.link)
            let record = try house.take("enter", "question-translation", nil, changes)
            if place >= unreviewed { try house.take("review", "question-translation", record) }
        }
    }

    @Test func b67ARoundIsNotSentInALanguageBelowAHundredPercent() throws {
        try translate(leaving: 1)
        #expect(try house.codes { _ = try house.send(in: ["eng", "fra"]) }.contains("M130"))
        #expect(try house.codes { _ = try house.send(in: ["eng", "deu"]) }.contains("M130"))
        let unreviewed = try #require(try sheet().coverage("fra").translations[nil])
        try house.take("review", "question-translation", unreviewed.record)
        #expect(try sheet().wholeLanguages == ["eng", "fra"])
        #expect(try house.codes { _ = try house.send(in: ["eng", "fra"]) } == [])
    }

    @Test func b67AChangedSourceMarksItsTranslationsAsOutdated() throws {
        try translate()
        #expect(try sheet().coverage("fra").isWhole)
        let question = try #require(try sheet().questions.first)
        try house.take("correct", "question", question.record, ["text": .text("Which body, exactly?")])
        let coverage = try sheet().coverage("fra")
        #expect(coverage.standings[question.record] == .outdated && coverage.whole == 4)
        #expect(try house.codes { _ = try house.send(in: ["eng", "fra"]) }.contains("M130"))
        // Nobody is shown the old text: the source stands until it is translated again.
        #expect(try sheet().wording(of: question.record, in: "fra").text == "Which body, exactly?")
    }

    @Test func b67WhoTranslatedAnOlderTextIsTold() throws {
        let question = try #require(try sheet().questions.first)
        let codes = try house.codes {
            try house.take(
                "enter", "question-translation", nil,
                [
                    "questionnaire": .link(house.questionnaire), "question": .link(question.record),
                    "language": .code("fra"), "text": .text("Quoi ?"), "source": .text("Something else"),
                ])
        }
        #expect(codes == ["M129"])
    }

    @Test func b67OptionsHaveTheSameCodesInEveryLanguage() throws {
        let question = try #require(try sheet().questions.last)
        let codes = try house.codes {
            try house.take(
                "enter", "question-translation", nil,
                [
                    "questionnaire": .link(house.questionnaire), "question": .link(question.record),
                    "language": .code("fra"), "text": .text("Quoi ?"), "source": .text(question.wording.source),
                    "options": .text("plein = Tout\npart = En partie"),
                ])
        }
        #expect(codes == ["M129"])
    }
}
