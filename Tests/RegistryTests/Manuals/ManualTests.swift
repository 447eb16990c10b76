import Access
import InterfaceKit
import Mechanisms
import Testing
import Vocabulary

@testable import Registry

/// B106: no text of a manual without the proposal that it comes from, and procedures cite the edition.
@Suite struct ManualTests {
    private let house: OverviewHouse
    private let manual: RecordID
    private let body: RecordID
    private let other = Actor(account: "another", function: .coordinator, organisation: nil)

    init() throws {
        house = try OverviewHouse()
        manual = try house.take("enter", "manual", nil, ["title": .text("Manual of the harbour")])
        body = house.plans.register.people.alpha
    }

    @discardableResult
    private func propose(_ section: String, _ text: String?, _ reason: String = "It was dark.") throws -> RecordID {
        var fields: [String: FieldValue] = [
            "manual": .link(manual), "section": .text(section), "reason": .text(reason), "from": .link(body),
        ]
        fields["text"] = text.map { .text($0) }
        return try house.take("propose", "amendment-proposal", nil, fields)
    }

    private func accept(_ proposal: RecordID) throws {
        try house.take("accept", "amendment-proposal", proposal, ["decision": .text("Agreed.")], by: other)
    }

    private func issue(_ edition: String, on day: String) throws {
        try house.take(
            "issue", "manual", manual, ["edition": .text(edition), "issued-on": try house.day(day)], on: day)
    }

    /// Edition, section, text and reason of each row.
    private func sections(on day: String) throws -> [[String]] {
        try house.rows(.manuals, on: day).map { [$0[1], $0[3], $0[5], $0[6]] }
    }

    @Test func b106EachTextNamesTheProposalThatItComesFrom() throws {
        try accept(propose("10", "Call the pilot.", "First text"))
        try accept(propose("9", "Light the lamps.", "First text too"))
        try propose("9", "Put out the lamps.", "Nobody decided this")
        try issue("1", on: "2026-02-01")
        #expect(
            try sections(on: "2026-02-01") == [
                ["1", "9", "Light the lamps.", "First text too"], ["1", "10", "Call the pilot.", "First text"],
            ])
    }

    @Test func b106AnEditionStaysAsItWasWhenTheNextOneIsIssued() throws {
        try accept(propose("9", "Light the lamps."))
        try issue("1", on: "2026-02-01")
        let first = try sections(on: "2026-03-01")
        let change = try propose("9", "Light two lamps.", "One is not enough")
        try accept(change)
        #expect(try sections(on: "2026-03-01") == first)
        #expect(try house.column("edition", of: .amendments).contains("next-edition"))
        try issue("2", on: "2026-06-01")
        #expect(try sections(on: "2026-05-31") == first)
        #expect(try sections(on: "2026-06-01") == [["2", "9", "Light two lamps.", "One is not enough"]])
        #expect(try house.column("edition", of: .amendments) == ["1", "2"])
        let named = try house.table(.manuals, on: "2026-06-01").rows[0][6].record
        #expect(named == change)
    }

    @Test func b106ASectionIsTakenOutByAProposalToo() throws {
        try accept(propose("9", "Light the lamps."))
        try accept(propose("10", "Call the pilot."))
        try issue("1", on: "2026-02-01")
        try accept(propose("9", nil, "It is light now"))
        try issue("2", on: "2026-06-01")
        #expect(try sections(on: "2026-06-01").map { $0[1] } == ["10"])
    }

    @Test func b106NobodyDecidesOnTheirOwnProposal() throws {
        let own = try propose("9", "Light the lamps.")
        let decision: [String: FieldValue] = ["decision": .text("Agreed.")]
        #expect(try house.codes { try house.take("accept", "amendment-proposal", own, decision) } == ["M119"])
        #expect(
            try house.codes { try house.take("accept", "amendment-proposal", own, by: other) } == ["M109"])
        #expect(
            try house.codes {
                try house.take(
                    "accept", "amendment-proposal", own, decision.merging(["text": .text("Other.")]) { $1 }, by: other)
            } == ["M121"])
    }

    @Test func b106ANumberOfAnEditionIsGivenOnce() throws {
        try issue("1", on: "2026-02-01")
        #expect(try house.codes { try issue("1", on: "2026-06-01") } == ["M132"])
        #expect(try house.codes { try issue("2", on: "2026-01-01") } == ["M114"])
    }

    @Test func b106AProcedureCitesTheEditionThatThereIs() throws {
        func enter(_ edition: String?) throws {
            var fields: [String: FieldValue] = [
                "country": .code("PT"), "topic": .code("referral"), "text": .text("By telephone."),
                "valid-from": try house.day("2026-01-01"), "manual": .link(manual),
            ]
            fields["edition"] = edition.map { .text($0) }
            try house.take("enter", "national-procedure", nil, fields)
        }
        #expect(try house.codes { try enter("1") } == ["M128"])
        try issue("1", on: "2026-02-01")
        #expect(try house.codes { try enter(nil) }.contains("M109"))
        try enter("1")
        #expect(try house.column("standing", of: .manualCitations) == ["newest-edition"])
        try issue("2", on: "2026-06-01")
        #expect(try house.column("standing", of: .manualCitations) == ["earlier-edition"])
        #expect(try house.column("edition", of: .manualCitations) == ["1"])
    }

    @Test func b106AManualWithoutAnEditionIsMarked() throws {
        try accept(propose("9", "Light the lamps."))
        #expect(try house.column("edition", of: .manuals) == ["no-edition"])
    }
}
