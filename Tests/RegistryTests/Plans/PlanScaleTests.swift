import Intake
import InterfaceKit
import Registry
import TestKit
import Testing
import Vocabulary

/// What is asked of a large plan again asks the ledger no more than of a small one (decisions 0232, 0262).
struct PlanScaleTests {
    /// Statements at the second question after the plan came in, by the number of its actions.
    private func statements(_ actions: Int, _ ask: (PlanRegister, RecordID, CalendarDate) throws -> Int) throws -> Int {
        let house = try PlanRegister()
        let rows = (0..<actions).map { place in
            let letter = "abcde".dropFirst(place % 5).prefix(1)
            return "1. All,\(place / 5 + 1). One,\(letter)) Action \(place),March 2026,Keepers,,State \(place)"
        }
        let header = "chapter,objective,action,timetable,responsible,assessment,state-of-play"
        let plan = try house.bringIn(
            TablePlanReader.read(
                MemoryBytes(([header] + rows).joined(separator: "\n")), title: "Long", reference: nil,
                date: CalendarDate("2026-09-01")
            ).table
        ).plan
        let day = try #require(CalendarDate("2026-09-02"))
        #expect(try ask(house, plan, day) >= actions, "nothing was measured")
        let before = house.tally.statements
        #expect(try ask(house, plan, day) >= actions)
        return house.tally.statements - before
    }

    @Test func b64TheTableOfADay() throws {
        func ask(_ house: PlanRegister, _ plan: RecordID, _ day: CalendarDate) throws -> Int {
            try house.register.registry.planStand(of: plan, house.asking, on: day)?.tableRows.count ?? 0
        }
        let few = try statements(5, ask)
        let many = try statements(120, ask)
        #expect(many == few, "\(many) for 120, \(few) for 5")
    }

    @Test func b65TheCalendar() throws {
        func ask(_ house: PlanRegister, _ plan: RecordID, _ day: CalendarDate) throws -> Int {
            try house.register.registry.obligations(
                ObligationRequest(on: day, through: day, kinds: ["action-deadline"]), house.asking
            ).rows.count { $0.state == .late }
        }
        let few = try statements(5, ask)
        let many = try statements(120, ask)
        #expect(many == few, "\(many) for 120, \(few) for 5")
    }

    @Test func b76TheCuts() throws {
        func ask(_ house: PlanRegister, _ plan: RecordID, _ day: CalendarDate) throws -> Int {
            let table = try house.register.registry.overview(.planCuts, on: day, house.asking)
            guard case .number(let actions)? = table.rows.first?[3].value else { return 0 }
            return actions
        }
        let few = try statements(5, ask)
        let many = try statements(120, ask)
        #expect(many == few, "\(many) for 120, \(few) for 5")
    }
}
