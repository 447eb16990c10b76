import Intake
import InterfaceKit
import Mechanisms
import Registry
import TestKit
import Testing
import Vocabulary

/// A plan and those below it: what nobody carries out, and progress that is added once (B72); and what changed in a plan
/// between two days (B64).
struct PlanRollUpTests {
    private let house: PlanRegister
    private let above: RecordID
    private let day = "2026-09-02"

    init() throws {
        house = try PlanRegister()
        above = try house.bringIn(PlanRollUpTests.table("A", "Lamps", "Horns", "Boats", "Maps")).plan
    }

    /// A plan of one objective, with its actions `1.1.a`, `1.1.b`, ….
    private static func table(_ reference: String, _ actions: String...) throws -> PlanTable {
        try table(reference, actions)
    }

    private static func table(_ reference: String, _ actions: [String]) throws -> PlanTable {
        let rows = zip("abcdefgh", actions).map { "Sea,Safety,\($0)) \($1),Ongoing" }
        return try TablePlanReader.read(
            MemoryBytes((["chapter,objective,action,timetable"] + rows).joined(separator: "\n")),
            title: "Plan \(reference)", reference: reference, date: CalendarDate("2026-09-01")
        ).table
    }

    /// Brings in a plan below, whose actions carry out those of the codes.
    @discardableResult
    private func below(_ reference: String, _ carried: [[String]], under parent: RecordID? = nil) throws -> RecordID {
        let plan = try house.bringIn(PlanRollUpTests.table(reference, carried.indices.map { "Work \($0)" })).plan
        try house.take("correct", "plan", plan, ["parent": .link(parent ?? above)])
        for (code, wanted) in zip(["1.1.a", "1.1.b", "1.1.c", "1.1.d"], carried) where !wanted.isEmpty {
            let links = try wanted.map { try house.line(above, $0, on: day).record }
            try house.take(
                "correct", "plan-action", house.line(plan, code, on: day).record, ["implements": .links(links)])
        }
        return plan
    }

    private func rollUp() throws -> PlanRollUp? {
        try house.register.registry.planRollUp(of: #require(try house.stand(above, on: day)), house.asking)
    }

    private func report(_ plan: RecordID, _ code: String) throws {
        try house.take(
            "report", "state-of-play", nil,
            [
                "plan": .link(plan), "actions": .links([try house.line(plan, code, on: day).record]),
                "stands-on": .period(try #require(Period("2026-09-01"))), "text": .text("It is being done."),
            ])
    }

    @Test func b72ListsWhatNobodyCarriesOut() throws {
        #expect(try rollUp() == nil)
        try below("B", [["1.1.a"], []])
        try below("C", [["1.1.c"]])
        let found = try #require(try rollUp())
        #expect(found.gaps.map(\.action.action.code) == ["1.1.b", "1.1.d"])
        #expect(Set(found.plans.map(\.name)) == ["B", "C"] && found.plans.map(\.carriers) == [1, 1])
    }

    @Test func b72CountsAnActionOnceThatCarriesOutTwoAndOnceOneThatTwoCarryOut() throws {
        let first = try below("B", [["1.1.a", "1.1.b"], ["1.1.a"]])
        try below("C", [["1.1.a"]])
        try report(first, "1.1.a")
        let found = try #require(try rollUp())
        // Above: a by three actions of two plans, b by one of them; each of the four actions above in one place only.
        #expect(found.lines.map(\.carriers.count) == [3, 1, 0, 0])
        #expect(found.count(.underWay) == 2 && found.count(.silent) == 0 && found.gaps.count == 2)
        #expect(PlanStand.Standing.allCases.map(found.count).reduce(0, +) + found.gaps.count == 4)
        // Below: three actions, whatever they carry out.
        #expect(found.carriers.count == 3 && Set(found.carriers.map(\.line.record)).count == 3)
        #expect(Set(found.plans.map { "\($0.name) \($0.carried)" }) == ["B 2", "C 1"])
    }

    @Test func b72WhatWasGivenUpBelowCarriesNothingOut() throws {
        let plan = try below("B", [["1.1.a"]])
        try house.take("abandon", "plan-action", house.line(plan, "1.1.a", on: day).record)
        let found = try #require(try rollUp())
        #expect(found.gaps.count == 4 && found.carriers.isEmpty)
        #expect(found.plans.map(\.carriers) == [0])
    }

    @Test func b72WhatWasGivenUpAboveIsNoGap() throws {
        try below("B", [["1.1.a"]])
        try house.take("abandon", "plan-action", house.line(above, "1.1.b", on: day).record)
        #expect(try #require(try rollUp()).gaps.map(\.action.action.code) == ["1.1.c", "1.1.d"])
    }

    @Test func b72APlanOfAnotherCountsNothing() throws {
        let other = try house.bringIn(PlanRollUpTests.table("Z", "Nets")).plan
        try below("B", [["1.1.a"]], under: other)
        #expect(try rollUp() == nil)
    }

    @Test func b72ANewPlanBeginsWithWhatWasLeftUnfinished() throws {
        try house.take("abandon", "plan-action", house.line(above, "1.1.b", on: day).record)
        try report(above, "1.1.c")
        let stand = try #require(try house.stand(above, on: day))
        let table = stand.unfinished(titled: "Plan D", reference: "D", on: try #require(CalendarDate("2026-09-03")))
        let plan = try house.bringIn(table).plan
        let next = try #require(try house.stand(plan, on: "2026-09-03"))
        #expect(next.lines.map(\.action.code) == ["1.1.a", "1.1.c", "1.1.d"])
        #expect(next.lines.map(\.action.timetable.text) == ["Ongoing", "Ongoing", "Ongoing"])
        #expect(!next.lines.contains { !$0.action.stateOfPlay.isEmpty })
        #expect(try house.stand(above, on: "2026-09-03")?.lines.count == 4)
    }

    @Test func b64SaysCellByCellWhatChangedBetweenTwoDays() throws {
        try report(above, "1.1.c")
        func changes(_ from: String, _ to: String) throws -> [String] {
            try house.register.registry.planDifference(
                of: above, house.asking, from: try #require(CalendarDate(from)), to: try #require(CalendarDate(to))
            ).changes.map { "\($0.code) \($0.column.rawValue): \($0.before) > \($0.after)" }
        }
        #expect(try changes("2026-09-01", day) == [])
        #expect(try changes("2026-08-31", "2026-08-30") == [])
        let all = try changes("2026-08-31", day)
        #expect(all.count == 10 && all.contains("1.1.c State of Play:  > It is being done."))
        #expect(all.first == "1.1.a Objective:  > Safety")
        let back = try changes(day, "2026-08-31")
        #expect(back.count == 10 && back.contains("1.1.c State of Play: It is being done. > "))
    }
}
