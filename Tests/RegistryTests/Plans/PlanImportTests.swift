import Intake
import Mechanisms
import Registry
import TestKit
import Testing
import Vocabulary

/// Plans from a table into the ledger and out again, as of days (B63, B64, B65).
struct PlanImportTests {
    private let house: PlanRegister
    private let table: PlanTable

    init() throws {
        house = try PlanRegister()
        table = try CouncilTableReader.read(SmallCouncilTable.bytes, named: "plan.txt").table
    }

    @Test func b63TheTableComesOutAsItWentIn() throws {
        let plan = try house.bringIn(table).plan
        let stand = try #require(try house.stand(plan, on: "2006-12-14"))
        #expect(stand.chapters.map(\.title) == table.chapters.map(\.title))
        for (mine, theirs) in zip(stand.lines.map(\.action), table.actions) {
            #expect(mine.code == theirs.code && mine.label == theirs.label)
            for column in PlanTable.Column.allCases { #expect(mine[column] == theirs[column]) }
        }
        #expect(stand.lines.count == table.actions.count)
    }

    @Test func b63TheSameTableAgainChangesNothing() throws {
        let plan = try house.bringIn(table).plan
        #expect(try house.bringIn(table, onto: plan).commands == 0)
    }

    @Test func b63EachResponsiblePartyHasAStateOfItsOwn() throws {
        let plan = try house.bringIn(table).plan
        let line = try house.line(plan, "1.1.a", on: "2006-12-14")
        #expect(line.parties == ["Keepers", "Harbour Master"])
        let records = try house.records(plan)
        let keepers = try #require(records.parties(of: line.record).first)
        try house.take("begin", "action-party", keepers.record)
        let states = try house.records(plan).parties(of: line.record).map(\.state)
        #expect(states == ["under-way", "named"])
    }

    @Test func b63ADayToComeIsNoStateOfPlay() throws {
        let plan = try house.bringIn(table).plan
        let line = try house.line(plan, "1.2.a", on: "2006-12-14")
        #expect(line.action.stateOfPlay.text == "Mid 2007")
        #expect(line.standing == .silent && line.heardOn == nil)
    }

    @Test func b63IsDoneOnlyWithEvidenceThatSatisfiesTheAssessment() throws {
        let plan = try house.bringIn(table).plan
        let action = try house.line(plan, "1.1.a", on: "2006-12-14").record
        let other = try house.line(plan, "1.1.b", on: "2006-12-14").record
        func codes(_ evidence: [RecordID], kinds: [String]) throws -> [String] {
            do {
                var changes: [String: FieldValue] = ["assessment-kinds": .codes(kinds)]
                if !evidence.isEmpty { changes["evidence"] = .links(evidence) }
                try house.take("finish", "plan-action", action, changes)
                return []
            } catch let refusal as Refusal { return refusal.problems.map(\.code) }
        }
        func evidence(about record: RecordID) throws -> RecordID {
            try house.take(
                "submit", "action-evidence", nil,
                ["plan": .link(plan), "action": .link(record), "kind": .code("event"), "title": .text("Lamps lit")])
        }
        func accept(_ record: RecordID) throws {
            try house.take("accept", "action-evidence", record, ["satisfies": .text("All lamps burn.")])
        }
        let (mine, theirs) = (try evidence(about: action), try evidence(about: other))
        try accept(theirs)
        #expect(try codes([], kinds: ["event"]) == ["M109"])
        #expect(try codes([mine], kinds: ["event"]) == ["M118"])
        #expect(try codes([theirs], kinds: ["event"]) == ["M118"])
        try accept(mine)
        #expect(try codes([mine], kinds: ["document"]) == ["M118"])
        #expect(try codes([mine], kinds: ["event"]) == [])
        #expect(try house.line(plan, "1.1.a", on: "2026-09-02").standing == .done)
    }

    @Test func b64ShowsTheTableAsOfADayAndKeepsWhatWasRevised() throws {
        let plan = try house.bringIn(table).plan
        let text = SmallCouncilTable.text
            .replacing("14 December 2006\n\n9001/06", with: "14 March 2007\n\n9101/07")
            .replacing("\tMarch 2006\t", with: "\tEnd of 2007\t")
            .replacing("See doc. 9002/06.\n\n", with: "One lamp went out again.\n\n")
        let later = try CouncilTableReader.read(Array(text.utf8), named: "later.txt").table
        #expect(try house.bringIn(later, onto: plan).commands == 4)
        #expect(try house.stand(plan, on: "2006-12-13") == nil)
        let before = try house.line(plan, "1.1.a", on: "2007-03-13")
        #expect(before.action.timetable.text == "March 2006" && before.slippage == nil)
        #expect(before.action.stateOfPlay.text.hasSuffix("See doc. 9002/06."))
        let after = try house.line(plan, "1.1.a", on: "2007-03-14")
        #expect(after.action.timetable.text == "End of 2007")
        #expect(after.action.stateOfPlay.text.hasSuffix("One lamp went out again."))
        // From 31 March 2006 to 31 December 2007.
        #expect(after.slippage == 640)
    }

    @Test func b64RefusesATableOfAnEarlierDayThanThePlanKnowsOf() throws {
        let plan = try house.bringIn(table).plan
        let earlier = table.saying(title: nil, reference: nil, date: CalendarDate("2006-12-04"))
        #expect(throws: IntakeFailure.self) { try house.bringIn(earlier, onto: plan) }
    }

    @Test(arguments: [
        ("1.1.a", "2006-12-14", PlanStand.Standing.late), ("1.1.b", "2006-12-14", .underWay),
        ("1.1.b", "2007-06-15", .underWay), ("1.1.b", "2007-06-16", .silent),
        ("2.1.a", "2007-06-15", .underWay), ("2.1.a", "2007-12-31", .silent), ("2.1.a", "2008-01-01", .late),
        ("1.2.a", "2007-01-01", .late), ("1.2.a", "2006-12-31", .silent), ("2.1.c", "2099-01-01", .silent),
        ("2.1.g", "2099-01-01", .silent),
    ])
    func b65CallsLateOnlyAfterTheLatestReading(code: String, day: String, standing: PlanStand.Standing) throws {
        let plan = try house.bringIn(table).plan
        #expect(try house.line(plan, code, on: day).standing == standing)
    }

    @Test func b65FilesWhatItDidNotUnderstandAsThat() throws {
        let plan = try house.bringIn(table).plan
        let records = try house.records(plan)
        let action = try house.line(plan, "2.1.c", on: "2006-12-14").record
        let deadline = try #require(records.deadlines(of: action).first)
        #expect(deadline.fields["kind"] == .code("not-understood"))
        #expect(deadline.fields["words"] == .text("Sometime soon") && deadline.fields["latest"] == nil)
    }

    @Test func b65WhoKnowsTheDayBetterThanTheWordsSaysSo() throws {
        let plan = try house.bringIn(table).plan
        let action = try house.line(plan, "2.1.c", on: "2006-12-14").record
        let latest = Period.day(try #require(CalendarDate("2007-02-01")))
        try house.take(
            "set", "action-deadline", nil,
            [
                "plan": .link(plan), "action": .link(action), "words": .text("When the ice is gone"),
                "kind": .code("point"), "latest": .period(latest), "set-on": .period(latest),
            ], on: "2007-01-15")
        #expect(try house.line(plan, "2.1.c", on: "2007-02-02").standing == .late)
    }

    @Test func readsAPlanOfAnotherLayout() throws {
        let text = """
            State of play,Action,Chapter,Objective,Timetable,Responsible,Assessment,Colour
            Begun.,a) Plant trees,1. Parks,1. Shade,By spring 2019,Gardeners,Trees stand,green
            ,b) Water them,,,Monthly,Gardeners / School,,
            ,Sweep,Streets,,Ongoing,,,
            """
        let (read, findings) = try TablePlanReader.read(
            MemoryBytes(text), title: "Green town", reference: "G1", date: CalendarDate("2018-05-01"))
        #expect(read.actions.map(\.code) == ["1.1.a", "1.1.b", "2.1.1"])
        #expect(read.chapters.map(\.title) == ["Parks", "Streets"])
        #expect(findings.map(\.code) == ["I423"])
        let plan = try house.bringIn(read).plan
        #expect(try house.stand(plan, on: "2018-05-01")?.lines.count == 3)
        #expect(try house.line(plan, "1.1.b", on: "2018-06-01").standing == .late)
    }
}
