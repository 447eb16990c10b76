import Access
import InterfaceKit
import Mechanisms
import Testing
import Vocabulary

@testable import Registry

/// B77: which recommendations and actions serve the targets of the United Nations.
@Suite struct DevelopmentTargetTests {
    private let house: OverviewHouse
    private let cycle: RecordID
    private let body: RecordID

    init() throws {
        house = try OverviewHouse()
        body = try house.take("enter", "recommending-body", nil, ["name": .text("Harbour Board")])
        cycle = try house.take("enter", "recommendation-cycle", nil, ["body": .link(body), "title": .text("First")])
    }

    @discardableResult
    private func recommend(_ targets: [String]) throws -> RecordID {
        var fields: [String: FieldValue] = [
            "body": .link(body), "cycle": .link(cycle), "place": .integer(1), "number": .text("7"),
            "text": .text("Buy lamps."),
        ]
        if !targets.isEmpty { fields["targets"] = .codes(targets) }
        return try house.take("issue", "recommendation", nil, fields)
    }

    private func rows() throws -> [[String]] { try house.rows(.developmentTargets) }

    @Test func b77ATargetThatNothingServesIsMarked() throws {
        #expect(try rows().map { Array($0.prefix(2)) } == ["5.2", "8.7", "16.2"].map { [$0, "nothing-mapped"] })
    }

    @Test func b77ARecommendationStandsUnderEachTargetThatItServes() throws {
        try recommend(["5.2", "16.2"])
        #expect(
            try rows() == [
                ["5.2", "recommendation", "7 Buy lamps.", "Harbour Board", "open"],
                ["8.7", "nothing-mapped", "", "", ""],
                ["16.2", "recommendation", "7 Buy lamps.", "Harbour Board", "open"],
            ])
    }

    @Test func b77WhoeverAnswersSaysTheTargetToo() throws {
        let made = try recommend([])
        try house.take(
            "answer", "recommendation", made,
            [
                "acceptance": .code("accepted"), "response": .text("We will."),
                "responded-on": try house.day("2026-08-01"), "targets": .codes(["8.7"]),
            ])
        #expect(try rows().map { $0[1] } == ["nothing-mapped", "recommendation", "nothing-mapped"])
    }

    @Test func b77AnActionOfAPlanStandsUnderItsTargetUntilItIsAbandoned() throws {
        let plan = try house.take("adopt", "plan", nil, ["title": .text("Plan of the harbour")])
        let part = try house.take(
            "set", "plan-part", nil,
            ["plan": .link(plan), "level": .code("objective"), "place": .integer(1), "text": .text("Light")])
        let action = try house.take(
            "set", "plan-action", nil,
            [
                "plan": .link(plan), "part": .link(part), "place": .integer(1), "code": .text("1.1"),
                "text": .text("Buy ten"), "targets": .codes(["8.7"]),
            ])
        #expect(try rows()[1] == ["8.7", "action", "1.1 Buy ten", "Plan of the harbour", "open"])
        try house.take("abandon", "plan-action", action)
        #expect(try rows()[1].prefix(2) == ["8.7", "nothing-mapped"])
    }

    @Test func b77NoTargetIsMadeUp() throws {
        #expect(try house.codes { try recommend(["17.1"]) } == ["M107"])
    }
}
