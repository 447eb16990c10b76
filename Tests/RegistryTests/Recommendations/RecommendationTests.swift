import Access
import Intake
import InterfaceKit
import Mechanisms
import Registry
import Testing
import Vocabulary

/// B69: recommendations of many bodies keep their numbers, are mapped to actions and to one another, and those that
/// nobody answered are listed.
@Suite struct RecommendationTests {
    private let house: PlanRegister

    init() throws { house = try PlanRegister() }

    private var rows: RowByRow {
        var random = SystemRandomNumberGenerator()
        return RowByRow(house.register.registry, house.asking) { RecordID(at: InterfaceRegister.now, using: &random) }
    }

    private var known: RecommendationRegister {
        get throws { try house.register.registry.recommendations(house.asking) }
    }

    @discardableResult
    private func bringIn(_ text: String, cycle: String = "R1") throws -> RecommendationImport {
        var work = RecommendationImport(rows)
        let list = try RecommendationReader.read(MemoryBytes(text))
        try work.take(
            list.rows,
            of: .init(
                body: "Harbour Board", title: "Report \(cycle)", reference: cycle, issuedOn: CalendarDate("2015-03-01"))
        )
        return work
    }

    @discardableResult
    private func map(_ lines: String...) throws -> RecommendationMappingImport {
        var work = RecommendationMappingImport(rows)
        let head = "cycle,number,kind,plan,action,other-cycle,other-number"
        try work.take(RecommendationMappingReader.read(MemoryBytes(([head] + lines).joined(separator: "\n"))).rows)
        return work
    }

    private func plan() throws {
        let text = "chapter,action\nLights,Light the lamps\n,Train the keepers\n"
        try house.bringIn(
            TablePlanReader.read(
                MemoryBytes(text), title: "Plan of the harbour", reference: "P1", date: CalendarDate("2016-01-01")
            ).table)
    }

    private static let list = """
        number,text,addressee,acceptance,response,responded
        #3,Light the lamps.,Keepers,,,
        1,Train the keepers.,Keepers,accepted,We will.,2016-01-31
        4,Paint the tower.,Town,partly-accepted,Only the door.,2016-01-31
        ,Buy a boat.,Town,not-accepted,Too dear.,2016-01-31
        7,Sound the horn.,Keepers,,,
        """

    @Test func b69EachKeepsItsOwnNumberAndNoneIsMadeUp() throws {
        #expect(try bringIn(Self.list).entered == 5)
        let lines = try known.lines
        #expect(lines.map(\.number) == ["3", "1", "4", "", "7"])
        #expect(lines.map(\.place) == [1, 2, 3, 4, 5])
    }

    @Test func b69ThoseThatNobodyAnsweredAreListedFirst() throws {
        try bringIn(Self.list)
        let lines = try known.unansweredFirst
        #expect(lines.map(\.number) == ["3", "7", "", "4", "1"])
        #expect(lines.map(\.standing) == [.silent, .silent, .not, .partly, .answered])
    }

    @Test func b69OneActionMayAnswerManyRecommendations() throws {
        try bringIn(Self.list)
        try plan()
        let work = try map("R1,3,implements,P1,1.1.1,,", "R1,#7,implements,P1,1.1.1,,", "R1,7,implements,P1,1.1.2,,")
        #expect(work.entered == 3 && work.findings.isEmpty)
        let lines = try known.lines
        #expect(lines.map { $0.actions.map(\.code) } == [["1.1.1"], [], [], [], ["1.1.1", "1.1.2"]])
        #expect(lines.map(\.standing) == [.answered, .answered, .partly, .not, .answered])
    }

    @Test func b69AnActionThatWasGivenUpAnswersNothing() throws {
        try bringIn(Self.list)
        try plan()
        try map("R1,3,implements,P1,1.1.1,,")
        let action = try #require(try known.lines.first?.actions.first?.record)
        try house.take("abandon", "plan-action", action)
        #expect(try known.lines.first?.standing == .silent)
    }

    @Test func b69RecommendationsOfTwoBodiesMapToEachOther() throws {
        try bringIn(Self.list)
        try bringIn("number,text\n12,Let there be light.\n", cycle: "R2")
        #expect(try map("R1,3,same-as,,,R2,12").entered == 1)
        #expect(try map("R2,12,same-as,,,R1,3").findings.map(\.code) == ["I563"], "the same pair the other way round")
        let lines = try known.lines
        #expect(lines.first { $0.number == "12" }?.relatives.map(\.record) == [lines[0].record])
        #expect(lines[0].relatives.map(\.kind) == ["same-as"])
    }

    @Test func b69TheSameListAgainAddsNothingAndAnotherWordingIsSaid() throws {
        try bringIn(Self.list)
        let again = try bringIn(Self.list.replacing("Paint the tower", with: "Paint the whole tower"))
        #expect(again.entered == 0)
        #expect(again.findings.map(\.code) == ["I563", "I563", "I566", "I563", "I563"])
    }

    @Test(arguments: [
        ("R9,3,implements,P1,1.1.1,,", "I564"), ("R1,2,implements,P1,1.1.1,,", "I564"),
        ("R1,3,implements,P9,1.1.1,,", "I564"), ("R1,3,implements,P1,9.9.9,,", "I564"),
        ("R1,3,same-as,,,R1,3", "I565"), ("R1,3,implements,,,R1,1", "I565"), ("R1,3,overlaps,,,,", "I565"),
        ("R1,3,resembles,,,R1,1", "I565"),
    ])
    func saysWhatIsWrongInARow(line: String, code: String) throws {
        try bringIn(Self.list)
        try plan()
        let work = try map(line)
        #expect(work.entered == 0)
        #expect(Set(work.findings.map(\.code)) == [code])
    }

    /// The newest judgement counts before what the addressee said; until then, a report is an answer.
    @Test func b69AFollowUpReportIsAwaitedSubmittedAndJudged() throws {
        try bringIn(Self.list)
        let record = try #require(try known.lines.last?.record)
        let report = try house.take(
            "await", "recommendation-follow-up", nil,
            ["recommendations": .links([record]), "due-on": .period(try #require(Period("2017-01-01")))])
        #expect(try known.lines.last?.standing == .silent)
        try house.take(
            "submit", "recommendation-follow-up", report,
            ["submitted-on": .period(try #require(Period("2016-12-01"))), "text": .text("The horn sounds.")])
        #expect(try known.lines.last?.standing == .answered)
        try house.take(
            "assess", "recommendation-follow-up", report,
            ["assessment": .code("partly"), "assessed-on": .period(try #require(Period("2017-02-01")))])
        #expect(try known.lines.last?.standing == .partly)
        #expect(try known.lines.last?.assessment == "partly")
    }

    @Test func readsDeadlinesInTheirWords() throws {
        try bringIn("number,text,due\n1,Paint the tower.,Mid 2016\n2,Paint the door.,When there is paint\n")
        #expect(try known.lines.map { $0.latest?.description } == ["2016-08-31", nil])
    }
}
