import Access
import Mechanisms
import Registry
import Testing
import Vocabulary

/// B71, B75: silence is told from failure, the state is heard first; a practice says how well it is proven.
@Suite struct ComplianceTests {
    private let house: OverviewHouse

    init() throws { house = try OverviewHouse() }

    private func judge(_ verdict: String, evidence: String? = "Report 3") throws -> RecordID {
        var fields: [String: FieldValue] = [
            "standard": .text("Lamps are lit"), "country": .code("PT"), "period": try house.day("2025"),
            "verdict": .code(verdict),
        ]
        fields["evidence"] = evidence.map { .text($0) }
        return try house.take("record", "compliance-record", nil, fields)
    }

    private func publish(_ record: RecordID, _ step: String, on day: String = "2026-09-01") throws -> [String] {
        try house.codes {
            try house.take(
                step, "compliance-record", record,
                ["publicity": .code("political"), "published-on": try house.day(day)], on: day)
        }
    }

    @Test func b71SilenceIsToldFromFailure() throws {
        #expect(try house.codes { _ = try judge("not-met", evidence: nil) } == ["M109"])
        _ = try judge("not-met")
        _ = try judge("no-report", evidence: nil)
        #expect(
            Set(try house.rows(.compliance).map { [$0[3], $0[4]] }) == [
                ["not-met", "judged"], ["no-report", "silence"],
            ])
    }

    @Test func b71TheStateIsHeardBeforeAnythingIsPublished() throws {
        let record = try judge("not-met")
        #expect(try publish(record, "publish") == ["M103"])
        #expect(try publish(record, "publish-unanswered") == ["M103"])
        try house.take("put", "compliance-record", record, ["reply-by": try house.day("2026-08-31")], on: "2026-08-01")
        #expect(try publish(record, "publish") == ["M103"])
        #expect(try publish(record, "publish-unanswered", on: "2026-08-31") == ["M152"])
        #expect(try publish(record, "publish-unanswered", on: "2026-09-01") == [])
    }

    @Test func b71AfterItsReplyNobodyWaits() throws {
        let record = try judge("partly")
        try house.take("put", "compliance-record", record, ["reply-by": try house.day("2026-12-31")], on: "2026-08-01")
        try house.take("reply", "compliance-record", record, ["reply": .text("The lamps are ordered.")])
        #expect(try publish(record, "publish") == [])
        #expect(
            try house.rows(.compliance).map { [$0[6], $0[7], $0[8]] } == [
                ["The lamps are ordered.", "published", "political"]
            ])
    }

    @Test func b71AJudgementIsNotChangedOnTheWay() throws {
        let record = try judge("partly")
        try house.take("put", "compliance-record", record, ["reply-by": try house.day("2026-12-31")])
        #expect(
            try house.codes {
                try house.take(
                    "reply", "compliance-record", record, ["reply": .text("No."), "verdict": .code("not-met")])
            } == ["M121"])
    }

    private func practice(_ level: String, shownBy: String? = nil, _ title: String = "Lamps") throws -> RecordID {
        var fields: [String: FieldValue] = [
            "title": .text(title), "problem": .text("Darkness"), "what": .text("Light"), "evidence": .code(level),
        ]
        fields["shown-by"] = shownBy.map { .text($0) }
        return try house.take("submit", "good-practice", nil, fields)
    }

    @Test func b75APracticeSaysHowWellItIsProvenAndByWhat() throws {
        #expect(try house.codes { _ = try practice("evaluated") } == ["M109"])
        _ = try practice("untested", shownBy: nil, "First")
        _ = try practice("replicated", shownBy: "Two reports", "Second")
        #expect(try house.column("practice", of: .practices) == ["Second", "First"])
    }

    @Test func b75NobodyChecksTheirOwnAndReuseIsCounted() throws {
        let practice = try practice("untested")
        #expect(try house.codes { try house.take("check", "good-practice", practice) } == ["M119"])
        let head = Actor(account: "head", function: .coordinator, organisation: nil)
        try house.take("check", "good-practice", practice, by: head)
        try house.take("publish", "good-practice", practice)
        #expect(try house.column("used-by", of: .practices) == ["0"])
    }
}
