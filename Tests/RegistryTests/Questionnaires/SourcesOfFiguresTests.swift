import Access
import InterfaceKit
import Mechanisms
import Registry
import Testing
import Vocabulary

/// B98: per indicator, which sources supply it, which could, and which do not exist.
@Suite struct SourcesOfFiguresTests {
    private let house: QuestionnaireRegister
    private let survey: RecordID
    private var alpha: RecordID { house.register.people.alpha }
    private var nameOfAlpha: String { house.registry.directory.organisations[alpha]?.name ?? "" }
    private var nameOfBeta: String {
        house.registry.directory.organisations[house.register.people.beta]?.name ?? ""
    }

    init() throws {
        house = try QuestionnaireRegister()
        survey = try house.take(
            "draft", "questionnaire", nil,
            [
                "title": .text("What data are there?"), "introduction": .text("Say it."),
                "kind": .code("data-availability"), "edition": .integer(1), "language": .code("eng"),
            ])
        try house.ask("suspects", "yes-no", 1, of: survey)
        try house.ask("persons-convicted", "yes-no", 2, of: survey)
        try house.ask("remarks", "text", 3, of: survey)
    }

    @discardableResult
    private func describe(_ indicators: [String], _ changes: [String: FieldValue] = [:]) throws -> RecordID {
        let fields: [String: FieldValue] = [
            "title": .text("Harbour book"), "organisation": .link(alpha), "indicators": .codes(indicators),
            "unit": .code("person"), "variables": .text("lamp, rope"), "periodicity": .code("monthly"),
            "access": .code("on-request"),
        ]
        return try house.take("describe", "data-source", nil, fields.merging(changes) { $1 })
    }

    /// Answers Alpha's sheet and accepts it.
    private func answer(_ text: String, in round: RecordID, accepted: Bool = true) throws {
        try house.answer(round, text)
        if accepted { try house.take("accept", "questionnaire-response", house.line(round, alpha).response) }
    }

    private func rows(
        _ indicator: String, reporting: [String: Set<String>] = [:], as asking: Asking? = nil
    ) throws -> [[String]] {
        try house.registry.overview(.sources, on: house.today, asking ?? house.secretariat, reporting: reporting).rows
            .map { $0.map(\.plain) }.filter { $0[0] == indicator }.map { Array($0.dropFirst()) }
    }

    @Test func b98WhereNothingIsKnownThatIsSaid() throws {
        let all = try house.registry.overview(.sources, on: house.today, house.secretariat).rows
        #expect(all.count > 10 && all.allSatisfy { $0[1].plain == "nobody-asked" })
    }

    @Test func b98ASourceIsToldByItsDescriptionAsAbleAndOnceItReportedAsSupplying() throws {
        try describe(["suspects"])
        let told = ["Harbour book", nameOfAlpha, "person", "lamp, rope", "monthly", "on-request", "", ""]
        #expect(try rows("suspects") == [["could-supply"] + told])
        #expect(try rows("suspects", reporting: ["suspects": [nameOfAlpha]]) == [["supplies"] + told])
        #expect(try rows("cases").map { $0[0] } == ["nobody-asked"], "it names one indicator and no other")
    }

    @Test func b98WhoReportedWithoutADescriptionIsMarked() throws {
        try describe(["suspects"])
        let rows = try rows("suspects", reporting: ["suspects": [nameOfBeta]])
        #expect(
            rows.map { Array($0.prefix(3)) } == [
                ["supplies-undescribed", "", nameOfBeta], ["could-supply", "Harbour book", nameOfAlpha],
            ])
    }

    @Test func b98AcceptedAnswersOfTheNewestSurveyFeedIt() throws {
        try answer("suspects: no\npersons-convicted: no", in: try house.send(survey, "First"))
        house.clock.pass(days: 300)
        try answer("suspects: yes\npersons-convicted: no\nremarks: none", in: try house.send(survey, "Second"))
        #expect(try rows("suspects").map { [$0[0], $0[2], $0[8]] } == [["said-to-be-able", nameOfAlpha, "Second"]])
        #expect(try rows("persons-convicted").map { [$0[0], $0[8]] } == [["no-source", "Second"]])
        try describe(["suspects"])
        #expect(try rows("suspects").map { [$0[0], $0[8]] } == [["could-supply", "Second"]])
    }

    @Test func b98AnAnswerThatNobodyAcceptedSaysNothing() throws {
        try answer("suspects: yes", in: try house.send(survey), accepted: false)
        #expect(try rows("suspects").map { $0[0] } == ["nobody-asked"])
    }

    @Test func b98NotKnowingIsNoAnswer() throws {
        try answer("suspects: unknown", in: try house.send(survey))
        #expect(try rows("suspects").map { $0[0] } == ["nobody-asked"])
    }

    @Test func b98ASourceThatDoesNotExistSuppliesNothing() throws {
        try describe(["suspects"], ["access": .code("does-not-exist")])
        #expect(try rows("suspects").map { Array($0.prefix(2)) } == [["no-source", "Harbour book"]])
    }

    @Test func b98AnEndedSourceIsNone() throws {
        let source = try describe(["suspects"])
        try house.take("end", "data-source", source)
        #expect(try rows("suspects").map { $0[0] } == ["nobody-asked"])
    }

    @Test func b98WhoMayNotSeeAnswersIsToldNone() throws {
        try answer("suspects: yes", in: try house.send(survey))
        let other = Asking(house.register.people.caseworkerOfBeta)
        #expect(try rows("suspects", as: other).map { $0[0] } == ["nobody-asked"])
    }

    @Test func b98NoIndicatorIsMadeUp() throws {
        #expect(try house.codes { try describe(["lamps"]) } == ["M107"])
    }
}
