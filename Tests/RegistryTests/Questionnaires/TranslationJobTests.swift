import Access
import InterfaceKit
import Mechanisms
import Registry
import Testing
import Vocabulary

/// A translation as a job with a day (B67).
struct TranslationJobTests {
    private let house: QuestionnaireRegister
    private let translator: Actor
    private let job: RecordID

    init() throws {
        house = try QuestionnaireRegister()
        let post = try house.take(
            "open", "function", nil,
            ["organisation": .link(house.register.people.alpha), "kind": .code("coordinator")])
        translator = Actor(
            account: "translator", function: .coordinator, organisation: house.register.people.alpha, post: post)
        job = try house.take(
            "give", "translation-job", nil,
            [
                "questionnaire": .link(house.questionnaire), "languages": .codes(["fra"]), "translator": .link(post),
                "due-on": .period(.day(house.today.adding(days: 5))),
            ])
    }

    private func translate() throws {
        let sheet = try house.registry.questionnaire(house.questionnaire, house.secretariat)
        for unit in [nil] + sheet.questions.map(\.record) {
            let original = try #require(sheet.originals[unit])
            var changes = QuestionWording(
                text: "fr \(original.text)", help: original.help.map { "fr \($0)" }, options: original.options
            ).fields
            changes.merge([
                "questionnaire": .link(house.questionnaire), "language": .code("fra"), "source": .text(original.source),
            ]) { $1 }
            changes["question"] = unit.map(FieldValue.link)
            let present = sheet.coverage("fra").translations[unit]?.record
            let record =
                if let present { try house.take("revise", "question-translation", present, changes) } else {
                    try house.take("enter", "question-translation", nil, changes)
                }
            try house.take("review", "question-translation", record)
        }
    }

    private func owed(_ days: Int = 0) throws -> [Obligation] {
        let day = house.today.adding(days: days)
        return try house.registry.obligations(
            ObligationRequest(on: day, through: day.adding(days: 30), kinds: ["translation-job"]), Asking(translator)
        ).rows
    }

    private func listed() throws -> [RecordID] {
        try house.registry.list(
            ListRequest("translation-job", dueBy: house.today.adding(days: 30)), Asking(translator)
        ).rows.map(\.record)
    }

    @Test func b67AJobIsDueUntilTheLanguageIsWholeAndAgainWhereTheSourceChanges() throws {
        let row = try #require(try owed().first)
        #expect(row.record == job && row.isOwn && row.state == .toCome)
        #expect(try owed(6).first?.state == .late && listed() == [job])
        try translate()
        #expect(try owed(6).first?.state == .done && listed() == [])
        let sheet = try house.registry.questionnaire(house.questionnaire, house.secretariat)
        #expect(try house.registry.translationJobs(of: sheet, house.secretariat).first?.isDone == true)
        let question = try #require(sheet.questions.first)
        try house.take("correct", "question", question.record, ["text": .text("Which body, exactly?")])
        #expect(try owed(6).first?.state == .late && listed() == [job])
        try translate()
        #expect(try owed(6).first?.state == .done)
    }

    @Test func b67OneOfSeveralLanguagesIsNotEnough() throws {
        try house.take("correct", "translation-job", job, ["languages": .codes(["fra", "spa"])])
        try translate()
        #expect(try owed().first?.state == .toCome)
        let sheet = try house.registry.questionnaire(house.questionnaire, house.secretariat)
        #expect(try house.registry.translationJobs(of: sheet, house.secretariat).first?.open == ["spa"])
    }

    @Test func b67WhatIsEndedIsOwedByNobody() throws {
        try house.take("end", "translation-job", job)
        #expect(try owed().isEmpty && listed().isEmpty)
    }

    @Test func b67AJobHasADayAndAQuestionnaireThatIsInUse() throws {
        let changes: [String: FieldValue] = [
            "questionnaire": .link(house.questionnaire), "languages": .codes(["fra"]),
            "translator": .link(try #require(translator.post)),
        ]
        #expect(
            try house.codes {
                try house.take(
                    "give", "translation-job", nil,
                    changes.merging(["due-on": .period(try #require(Period("2026-12")))]) { $1 })
            } == ["M136"])
        #expect(try house.codes { try house.take("give", "translation-job", nil, changes) } == ["M109"])
        try house.take("end", "questionnaire", house.questionnaire)
        #expect(
            try !house.codes {
                try house.take(
                    "give", "translation-job", nil,
                    changes.merging(["due-on": .period(.day(house.today))]) { $1 })
            }.isEmpty)
    }
}
