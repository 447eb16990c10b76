import Access
import InterfaceKit
import Ledger
import Mechanisms
import Registry
import Testing
import Vocabulary

/// B70, B73: from finding to recommendation to action there is a thread, and no state reviews itself.
@Suite struct EvaluationTests {
    private let house: OverviewHouse
    private let plan: RecordID
    private let cycle: RecordID
    private let body: RecordID

    init() throws {
        house = try OverviewHouse()
        plan = try house.take("adopt", "plan", nil, ["title": .text("Plan of the harbour")])
        body = try house.take("enter", "recommending-body", nil, ["name": .text("Harbour Board")])
        cycle = try house.take(
            "enter", "recommendation-cycle", nil, ["body": .link(body), "title": .text("Evaluation report")])
    }

    private func evaluation(_ changes: [String: FieldValue] = [:]) throws -> RecordID {
        try house.take(
            "plan", "evaluation", nil,
            ["kind": .code("plan-evaluation"), "title": .text("Evaluation"), "evaluated-plan": .link(plan)]
                .merging(changes) { $1 })
    }

    private func review(_ reviewers: [String]) throws -> RecordID {
        try evaluation(["kind": .code("peer-review"), "country": .code("PT"), "reviewers": .codes(reviewers)])
    }

    @discardableResult
    private func recommend(_ evaluation: RecordID?, finding: String?) throws -> RecordID {
        var fields: [String: FieldValue] = [
            "body": .link(body), "cycle": .link(cycle), "place": .integer(1), "text": .text("Buy lamps."),
        ]
        fields["evaluation"] = evaluation.map { .link($0) }
        fields["finding"] = finding.map { .text($0) }
        return try house.take("issue", "recommendation", nil, fields)
    }

    private func adopt(_ evaluation: RecordID, _ changes: [String: FieldValue] = [:]) throws {
        let all: [String: FieldValue] = ["adopted-on": try house.day("2026-08-01"), "rights": .text("Respected.")]
        try house.take("adopt", "evaluation", evaluation, all.merging(changes) { $1 })
    }

    @Test func b70NoStateReviewsItself() throws {
        #expect(try house.codes { _ = try review(["ES", "PT"]) } == ["M151"])
        let made = try review(["ES"])
        #expect(
            try house.codes {
                try house.take("correct", "evaluation", made, ["reviewers": .codes(["PT"])])
            } == ["M151"])
    }

    @Test func b70NothingIsAdoptedBeforeEachFindingIsARecommendation() throws {
        let made = try review(["ES"])
        try house.take("draft", "evaluation", made, ["report": .text("It is dark.")])
        try house.take("comment", "evaluation", made, ["comments": .text("Not so dark.")])
        #expect(try house.codes { try adopt(made) } == ["M109"])
        try recommend(made, finding: "There are no lamps.")
        try adopt(made)
    }

    @Test func b70TheOneReviewedIsHeardFirstAndItsCommentsStay() throws {
        let made = try review(["ES"])
        try house.take("draft", "evaluation", made, ["report": .text("It is dark.")])
        try recommend(made, finding: "There are no lamps.")
        #expect(try house.codes { try adopt(made) } == ["M109"])
        for comment in ["Not so dark.", "One lamp is lit."] {
            try house.take("comment", "evaluation", made, ["comments": .text(comment)])
        }
        let kept = try house.plans.register.ledger.history(of: made).compactMap { $0.draft.changes["comments"] }
        #expect(kept == [.text("Not so dark."), .text("One lamp is lit.")])
    }

    @Test func b73AFindingIsNoFindingWithoutItsEvaluation() throws {
        #expect(try house.codes { try recommend(nil, finding: "It is dark.") } == ["M109"])
        let evaluation = try evaluation()
        #expect(try house.codes { try recommend(evaluation, finding: nil) } == ["M109"])
    }

    @Test func b73AnEvaluationOfAPlanSaysWhatItFoundOfRights() throws {
        let evaluation = try evaluation(["nothing-found": .text("All is well.")])
        try house.take("draft", "evaluation", evaluation, ["report": .text("Light.")])
        #expect(
            try house.codes {
                try house.take("adopt", "evaluation", evaluation, ["adopted-on": try house.day("2026-08-01")])
            } == ["M109"])
        try adopt(evaluation)
    }

    @Test func b73FromFindingToRecommendationToActionThereIsAThread() throws {
        let evaluation = try evaluation()
        let recommendation = try recommend(evaluation, finding: "There are no lamps.")
        #expect(
            try house.rows(.evaluations).map { Array($0.suffix(4)) } == [
                ["There are no lamps.", "Buy lamps.", "standing-silent", "no-action"]
            ])
        let chapter = try house.take(
            "set", "plan-part", nil,
            [
                "plan": .link(plan), "level": .code("objective"), "place": .integer(1), "text": .text("Light"),
            ])
        let action = try house.take(
            "set", "plan-action", nil,
            [
                "plan": .link(plan), "part": .link(chapter), "place": .integer(1), "code": .text("1.1"),
                "text": .text("Buy ten"),
            ])
        try house.take(
            "map", "recommendation-mapping", nil,
            ["recommendation": .link(recommendation), "kind": .code("implements"), "action": .link(action)])
        #expect(
            try house.rows(.evaluations).map { Array($0.suffix(3)) } == [
                ["Buy lamps.", "standing-answered", "1.1 Buy ten"]
            ])
    }

    @Test func b73AnEvaluationWithoutAFindingIsMarked() throws {
        _ = try evaluation()
        #expect(try house.column("finding", of: .evaluations) == ["no-finding"])
    }
}
