import Access
import Intake
import InterfaceKit
import Mechanisms
import Registry
import TestKit
import Testing
import Vocabulary

/// What the actions of a plan owe, on any day (B64, B65, B68).
@Suite struct PlanObligationTests {
    private let house: PlanRegister
    private let plan: RecordID

    init() throws {
        house = try PlanRegister()
        let table = try CouncilTableReader.read(SmallCouncilTable.bytes, named: "plan.txt").table
        plan = try house.bringIn(table).plan
    }

    private func owed(_ code: String, on day: String, _ asking: Asking? = nil) throws -> Obligation? {
        let day = try #require(CalendarDate(day))
        let request = ObligationRequest(on: day, through: day.adding(days: 3660))
        return try house.register.registry.obligations(request, asking ?? house.asking).rows.first { $0.code == code }
    }

    /// “End of 2007” may mean 31 December 2007; “March 2006” no day after the 31st.
    @Test(arguments: [
        ("2.1.a", "2007-12-31", Obligation.State.due), ("2.1.a", "2008-01-01", .late), ("1.1.a", "2006-12-14", .late),
    ])
    func b65NothingIsLateBeforeTheLatestDayThatItsWordsMayMean(
        code: String, day: String, state: Obligation.State
    ) throws {
        #expect(try owed(code, on: day)?.state == state)
    }

    @Test func b65TheWordsStayBesideBothReadings() throws {
        let owed = try #require(try owed("1.1.a", on: "2006-12-14"))
        #expect(owed.words == "March 2006")
        #expect(owed.earliest == CalendarDate("2006-03-01") && owed.latest == CalendarDate("2006-03-31"))
    }

    /// “Once per year”: nobody said anything of 2006, which ends; 2007 is awaited once something was said of 2006.
    @Test func b65WhatRecursIsAwaitedAgain() throws {
        #expect(try owed("1.2.a", on: "2006-12-31")?.latest == CalendarDate("2006-12-31"))
        #expect(try owed("1.2.a", on: "2007-01-01")?.state == .late)
        let action = try house.line(plan, "1.2.a", on: "2006-12-14").record
        try house.take(
            "report", "state-of-play", nil,
            [
                "plan": .link(plan), "actions": .links([action]), "text": .text("Blown."),
                "stands-on": .period(.day(try #require(CalendarDate("2006-12-20")))),
            ], on: "2006-12-20")
        let next = try #require(try owed("1.2.a", on: "2007-01-01"))
        #expect(next.latest == CalendarDate("2007-12-31") && next.state == .due)
    }

    /// “Ongoing”, heard of on 14 December 2006: 183 days later is 15 June 2007.
    @Test(arguments: [
        ("2007-06-14", Obligation.State.toCome), ("2007-06-15", .due), ("2007-06-16", .silent), ("2099-01-01", .silent),
    ])
    func b65WhatIsOngoingOwesAStateOfPlayAndIsNeverLate(day: String, state: Obligation.State) throws {
        let owed = try #require(try owed("1.1.b", on: day))
        #expect(owed.kind == ReminderRule.stateOfPlay && owed.state == state)
        #expect(owed.latest == CalendarDate("2007-06-15"))
    }

    @Test func b64AnyDayIsReadFromTheLedgerAlone() throws {
        #expect(try owed("1.1.a", on: "2006-12-13") == nil)
        let text = SmallCouncilTable.text
            .replacing("14 December 2006\n\n9001/06", with: "14 March 2007\n\n9101/07")
            .replacing("\tMarch 2006\t", with: "\tEnd of 2007\t")
        _ = try house.bringIn(CouncilTableReader.read(Array(text.utf8), named: "later.txt").table, onto: plan)
        #expect(try owed("1.1.a", on: "2007-03-13")?.latest == CalendarDate("2006-03-31"))
        #expect(try owed("1.1.a", on: "2007-03-14")?.latest == CalendarDate("2007-12-31"))
    }

    /// A party that no record stands for is chased by whoever keeps the plan; one with a post by that post alone.
    @Test func b63WhoOwesIsThePostOfThePartyElseWhoKeepsThePlan() throws {
        #expect(try owed("1.1.a", on: "2026-09-21")?.isOwn == true)
        let worker = house.register.people.caseworkerOfAlpha
        let records = try house.records(plan)
        let action = try house.line(plan, "1.1.a", on: "2006-12-14").record
        let party = try #require(records.parties(of: action).first)
        try house.take("correct-named", "action-party", party.record, ["function": .link(try #require(worker.post))])
        #expect(try owed("1.1.a", on: "2026-09-21")?.isOwn == false)
        #expect(try owed("1.1.a", on: "2026-09-21", Asking(worker))?.isOwn == true)
        #expect(try owed("1.1.a", on: "2026-09-21", Asking(house.register.people.caseworkerOfBeta))?.isOwn == false)
        // Nobody supervises the post's organisation, so that those who keep the plan hear of it when it is late.
        #expect(try owed("1.1.a", on: "2026-09-21")?.isSupervised == true)
    }

    @Test func b68AllThatIsOwedStandsInOneList() throws {
        let day = try #require(CalendarDate("2026-09-21"))
        let rows = try house.register.registry.obligations(
            ObligationRequest(on: day, through: day.adding(days: 366)), house.asking
        ).rows
        #expect(Set(rows.map(\.kind)).isSuperset(of: ["action-deadline", "state-of-play", "nomination"]))
        #expect(rows.map(\.latest) == rows.map(\.latest).sorted())
    }
}
