import Access
import Intake
import InterfaceKit
import Mechanisms
import Registry
import TestKit
import Testing
import Vocabulary

/// A plan is read from the ledger once and followed from there (B64, decision 0232).
struct PlanShelfTests {
    private let house: PlanRegister
    private let plan: RecordID
    private let day = "2026-09-02"

    init() throws {
        house = try PlanRegister()
        plan = try house.bringIn(CouncilTableReader.read(SmallCouncilTable.bytes, named: "plan.txt").table).plan
    }

    @Test func b64WhatIsWrittenAfterALookIsThereAtTheNext() throws {
        let action = try house.line(plan, "1.2.a", on: day)
        #expect(action.standing != .underWay)
        try house.take(
            "report", "state-of-play", nil,
            [
                "plan": .link(plan), "actions": .links([action.record]),
                "stands-on": .period(try #require(Period(day))),
                "text": .text("The horn is blown."),
            ], on: day)
        #expect(try house.line(plan, "1.2.a", on: day).action.stateOfPlay.text == "The horn is blown.")
        #expect(try house.line(plan, "1.2.a", on: day).standing == .underWay)
        #expect(try house.line(plan, "1.2.a", on: "2026-09-01").action.stateOfPlay.text == "Mid 2007")
    }

    @Test func b64ARegistryThatReadsAnewSaysTheSame() throws {
        _ = try house.stand(plan, on: day)
        try house.take("abandon", "plan-action", house.line(plan, "1.1.a", on: day).record)
        try house.take("correct", "plan", plan, ["title": .text("Another title")])
        let other = try Registry(
            ledger: house.register.ledger, book: house.register.registry.book, clock: { InterfaceRegister.now })
        let asOf = try #require(CalendarDate(day))
        let (kept, anew) = (
            try house.register.registry.planStand(of: plan, house.asking, on: asOf),
            try other.planStand(of: plan, house.asking, on: asOf)
        )
        #expect(kept?.title == "Another title" && anew?.title == "Another title")
        #expect(kept?.tableRows.map(\.cells) == anew?.tableRows.map(\.cells))
        #expect(kept?.lines.map(\.standing) == anew?.lines.map(\.standing))
    }

    @Test func b64ARecordThatGoesToAnotherPlanIsInThatOne() throws {
        let other = try house.bringIn(
            TablePlanReader.read(
                MemoryBytes("chapter,action\nParks,a) Plant trees"), title: "Parks", reference: nil,
                date: CalendarDate("2026-09-01")
            ).table
        ).plan
        let (action, part) = (
            try house.line(plan, "1.1.b", on: day).record,
            try #require(house.records(other).parts.first { $0.fields["within"] != nil }?.record)
        )
        #expect(try house.stand(other, on: day)?.lines.count == 1)
        try house.take(
            "correct", "plan-action", action, ["plan": .link(other), "part": .link(part), "place": .integer(2)])
        #expect(try house.stand(other, on: day)?.lines.map(\.action.code) == ["1.1.a", "1.1.b"])
        #expect(try house.stand(plan, on: day)?.lines.contains { $0.record == action } == false)
    }

    @Test func whoMayNotReadPlansIsRefusedWhateverIsKept() throws {
        _ = try house.stand(plan, on: day)
        let stranger = Asking(Actor(account: "nobody", function: .public, organisation: nil))
        #expect(throws: RegistryRefusal.self) {
            try house.register.registry.planStand(of: plan, stranger, on: #require(CalendarDate(day)))
        }
    }
}
