import Access
import InterfaceKit
import Mechanisms
import Registry
import Testing
import Vocabulary

/// B78: levels of self-assessments over the years, each with what it is shown by.
@Suite struct MaturityTests {
    private let house: QuestionnaireRegister
    private let assessment: RecordID

    init() throws {
        house = try QuestionnaireRegister()
        assessment = try house.take(
            "draft", "questionnaire", nil,
            [
                "title": .text("How far are we?"), "introduction": .text("Say the level."),
                "kind": .code("self-assessment"), "edition": .integer(1), "language": .code("eng"),
            ])
        try house.ask("lamps", "level", 1, options: "0 = Count them\n1 = Buy ten\n2 = Light them", of: assessment)
        try house.ask("words", "text", 2, of: assessment)
    }

    private func rows(_ asking: Asking, on day: CalendarDate) throws -> [[String]] {
        try house.registry.overview(.maturity, on: day, asking).rows.map { $0.map(\.plain) }
    }

    @Test func b78LevelsStandYearByYearWithWhatTheyAreShownBy() throws {
        let first = try house.send(assessment, "First")
        try house.answer(first, "lamps: 1\n  Three lamps\nwords: few")
        let before = house.today
        house.clock.pass(days: 365)
        let second = try house.send(assessment, "Second")
        try house.answer(second, "lamps: 3\n  Ten lamps")
        let years = [before.adding(days: 10).year, house.today.adding(days: 10).year]
        #expect(
            try rows(house.secretariat, on: house.today).map { Array($0.dropFirst()) } == [
                ["What of lamps?", "\(years[0])", "1", "Three lamps", ""],
                ["What of lamps?", "\(years[1])", "3", "Ten lamps", ""],
            ])
        #expect(try rows(house.secretariat, on: before).count == 1)
    }

    @Test func b78ALowLevelSaysWhatToDoNextUntilAHigherOneIsStated() throws {
        func next() throws -> [String] { try rows(house.secretariat, on: house.today).compactMap(\.last) }
        try house.answer(try house.send(assessment, "First"), "lamps: 1\n  Three lamps")
        #expect(try next() == ["Buy ten"])
        house.clock.pass(days: 365)
        try house.answer(try house.send(assessment, "Second"), "lamps: 2\n  Ten lamps")
        #expect(try next() == ["", "Light them"])
    }

    @Test(
        arguments: [
            ("level", "5 = More", ["M131"]), ("level", "one = More", ["M131"]), ("level", "0 = More", []),
            ("level", nil, []), ("choice", "0 = More", ["M131"]), ("choice", nil, ["M131"]),
            ("yes-no", "no = More", ["M131"]),
            ("text", nil, []),
        ] as [(String, String?, [String])])
    func b78OptionsOfALevelStandUnderItsNumbers(kind: String, options: String?, codes: [String]) throws {
        let draft = try house.take(
            "draft", "questionnaire", nil,
            [
                "title": .text("Draft"), "kind": .code("self-assessment"), "edition": .integer(1),
                "language": .code("eng"),
            ])
        #expect(try house.codes { try house.ask("one", kind, 1, options: options, of: draft) } == codes)
    }

    @Test func b78WhoMayNotSeeAnswersSeesNoLevels() throws {
        try house.answer(try house.send(assessment), "lamps: 1\n  Three lamps")
        let other = Asking(house.register.people.caseworkerOfBeta)
        #expect(try rows(other, on: house.today).isEmpty)
    }

    @Test func b78AnEnquiryIsNoSelfAssessment() throws {
        try house.answer(try house.send())
        #expect(try rows(house.secretariat, on: house.today).isEmpty)
    }
}
