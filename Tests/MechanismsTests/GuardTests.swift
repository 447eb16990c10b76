import Mechanisms
import Testing
import Vocabulary

@Suite struct GuardTests {
    private func step(
        _ after: [String: FieldValue], before: [String: FieldValue]? = nil, reason: String? = nil
    ) -> Step {
        let record = RecordID(high: 1, low: 1)
        let day = Period.day(CalendarDate(daysSinceEpoch: 0))
        let earlier = before.map {
            RecordState(
                opening: EventDraft(
                    mechanism: "thing", record: record, version: 1, kind: "open", state: "new", changes: $0,
                    effective: day))
        }
        return Step(
            mechanism: MiniatureBook.mechanism(), before: earlier,
            command: Command(
                mechanism: "thing", record: record, transition: "finish", changes: after, effective: day,
                reason: reason), after: after)
    }

    private func period(_ text: String) throws -> FieldValue { .period(try #require(Period(text))) }

    @Test(arguments: [(nil, false), ("", false), ("  \n", false), ("moved away", true)] as [(String?, Bool)])
    func aReasonIsMoreThanBlanks(reason: String?, passes: Bool) {
        #expect((ReasonGiven().refusal(of: step([:], reason: reason)) == nil) == passes)
    }

    @Test(arguments: [("red", false), ("green", true)])
    func aFieldIsAskedForOnlyUnderItsCondition(colour: String, passes: Bool) {
        let need = Filled("note", when: "colour", isOneOf: ["red"])
        #expect((need.refusal(of: step(["colour": .code(colour)])) == nil) == passes)
    }

    @Test func oneOfManyCodesMeetsACondition() {
        let need = Filled("note", when: "colours", isOneOf: ["red"])
        #expect(need.refusal(of: step(["colours": .codes(["green", "red"])]))?.kind == .missingField)
    }

    @Test func anExcuseStandsForAnEmptyField() {
        let need = FilledUnless("note", excusedBy: "colour")
        #expect(need.refusal(of: step([:]))?.kind == .missingField)
        #expect(need.refusal(of: step(["colour": .code("red")])) == nil)
    }

    @Test(arguments: [
        ("2023", "2023-Q2", true), ("2023-Q2", "2023", true), ("2023-05-02", "2023-05-01", false),
        ("2023-Q3", "2023-Q2", false), ("2023-05-01", "2023-05-01", true),
    ])
    func periodsContradictOnlyWhereTheyCannotOverlap(from: String, until: String, passes: Bool) throws {
        let fields = try ["from": period(from), "until": period(until)]
        #expect((InOrder("from", before: "until").refusal(of: step(fields)) == nil) == passes)
    }

    @Test func theMainCodeIsAmongTheCodes() {
        let need = MainAmong("colour", among: "colours")
        #expect(need.refusal(of: step(["colour": .code("red"), "colours": .codes(["green"])]))?.kind == .mainNotAmong)
        #expect(need.refusal(of: step(["colour": .code("red"), "colours": .codes(["green", "red"])])) == nil)
        #expect(need.refusal(of: step(["colours": .codes(["green"])])) == nil)
    }

    @Test func aRecordIsNotJoinedToItself() {
        let need = DifferentRecords("box", "other")
        let one = FieldValue.link(RecordID(high: 2, low: 2))
        let itself = FieldValue.link(RecordID(high: 1, low: 1))
        #expect(need.refusal(of: step(["box": one, "other": one]))?.kind == .sameRecord)
        #expect(need.refusal(of: step(["box": one, "other": itself]))?.kind == .sameRecord)
        #expect(need.refusal(of: step(["box": one])) == nil)
    }

    @Test(arguments: [("2023-05-02", "2023-05-01", false), ("2023-05-02", "2023-05-03", true)])
    func aDeadlineMovesBackOnly(old: String, new: String, passes: Bool) throws {
        let tried = try step(["until": period(new)], before: ["until": period(old)])
        #expect((NeverEarlier("until").refusal(of: tried) == nil) == passes)
    }

    @Test func aSpecialCategoryNeedsItsBasis() {
        let need = BasisForSpecialCategory("note", basis: "colour")
        #expect(need.refusal(of: step(["note": .text("x")]))?.field == "colour")
        #expect(need.refusal(of: step(["note": .text("x"), "colour": .code("red")])) == nil)
        #expect(need.refusal(of: step([:])) == nil)
    }

    @Test func aStepChangesNothingButWhatItIsFor() {
        let need = ChangesOnly("note")
        #expect(need.refusal(of: step(["note": .text("new")], before: [:])) == nil)
        #expect(need.refusal(of: step(["colour": .code("red")], before: ["colour": .code("red")])) == nil)
        #expect(need.refusal(of: step(["colour": .code("red")], before: [:]))?.kind == .changesMore)
    }

    @Test func whatIsSaidAnewIsSaidInTheCommand() {
        #expect(SaidAnew("note").refusal(of: step([:], before: ["note": .text("old")]))?.kind == .missingField)
        #expect(SaidAnew("note").refusal(of: step(["note": .text("old")], before: [:])) == nil)
    }

    @Test(arguments: [("anna", "finish", false), ("bela", "finish", true), ("anna", "start", true)])
    func aStepNeedsAnotherPersonThanTheOneWhoTookIt(account: String, earlier: String, passes: Bool) throws {
        var register = MemoryRegister()
        register.taken[RecordID(high: 1, low: 1)] = [StepTaken(earlier, by: "anna", changes: [:])]
        let plain = step([:], before: [:])
        let asked = Step(
            mechanism: plain.mechanism, before: plain.before, command: plain.command, after: [:], account: account,
            register: register)
        #expect((try AnotherPerson(than: "finish").refusal(of: asked) == nil) == passes)
    }
}
