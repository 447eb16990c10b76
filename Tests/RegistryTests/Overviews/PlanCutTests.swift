import Mechanisms
import Registry
import Testing
import Vocabulary

/// B76: progress and money by pillar and by marker.
@Suite struct PlanCutTests {
    private let house: OverviewHouse
    private let plan: RecordID
    private let objective: RecordID

    init() throws {
        house = try OverviewHouse()
        plan = try house.take(
            "adopt", "plan", nil, ["title": .text("Plan"), "currency": .text("EUR")], on: "2026-01-01")
        let chapter = try house.take(
            "set", "plan-part", nil,
            [
                "plan": .link(plan), "level": .code("chapter"), "place": .integer(1), "text": .text("Chapter"),
            ], on: "2026-01-01")
        objective = try house.take(
            "set", "plan-part", nil,
            [
                "plan": .link(plan), "level": .code("objective"), "within": .link(chapter), "place": .integer(1),
                "text": .text("Objective"),
            ], on: "2026-01-01")
    }

    private func action(_ place: Int, _ changes: [String: FieldValue]) throws {
        let basics: [String: FieldValue] = [
            "plan": .link(plan), "part": .link(objective), "place": .integer(place), "code": .text("1.\(place)"),
            "text": .text("Action \(place)"),
        ]
        try house.take("set", "plan-action", nil, basics.merging(changes) { $1 }, on: "2026-01-01")
    }

    /// Cut, part, actions, silent, budget, spent.
    private func cells(_ cut: String) throws -> [[String]] {
        try house.rows(.planCuts).filter { $0[1] == cut }.map { [$0[2], $0[3], $0[7], $0[9], $0[10], $0[11]] }
    }

    @Test func b76ProgressAndMoneyAreCutByPillarAndByMarker() throws {
        try action(
            1,
            [
                "pillars": .codes(["prevention", "protection"]), "gender-marker": .integer(2), "budget": .integer(100),
                "spent": .integer(40),
            ])
        try action(2, ["pillars": .codes(["prevention"]), "gender-marker": .integer(0), "budget": .integer(50)])
        try action(3, [:])
        // Worked by hand: what serves two pillars is in both; nobody spent on the second, which is no zero.
        #expect(try cells("all") == [["all-actions", "3", "3", "150", "40", "EUR"]])
        #expect(
            try cells("pillar") == [
                ["prevention", "2", "2", "150", "40", "EUR"], ["protection", "1", "1", "100", "40", "EUR"],
                ["not-said", "1", "1", "", "", "EUR"],
            ])
        #expect(
            try cells("gender-marker") == [
                ["marker-0", "1", "1", "50", "", "EUR"], ["marker-2", "1", "1", "100", "40", "EUR"],
                ["not-said", "1", "1", "", "", "EUR"],
            ])
    }

    @Test func b76APlanThatWasNotInForceOnTheDayHasNone() throws {
        try action(1, [:])
        #expect(try house.rows(.planCuts, on: "2025-12-31").isEmpty)
    }

    @Test func b76MoneyIsNoNegativeNumber() throws {
        #expect(throws: Refusal.self) { try action(1, ["budget": .integer(-1)]) }
    }
}
