import Access
import InterfaceKit
import Mechanisms
import Registry
import Testing
import Vocabulary

/// B44: who was asked for contributions and sent none is seen, and nothing of the content is kept.
@Suite struct ContributionTests {
    private let house: QuestionnaireRegister
    private let round: RecordID
    private let alpha: RecordID

    init() throws {
        house = try QuestionnaireRegister()
        alpha = house.register.people.alpha
        let call = try house.take(
            "draft", "questionnaire", nil,
            [
                "title": .text("Contributions of the half-year"), "kind": .code("contributions"),
                "edition": .integer(1), "language": .code("eng"),
            ])
        try house.ask("sent", "yes-no", 1, of: call)
        try house.take("fix", "questionnaire", call)
        round = try house.send(call, "Half-year", days: 10)
    }

    @discardableResult
    private func contribute(_ organisation: RecordID, _ more: [String: FieldValue] = [:]) throws -> RecordID {
        let changes: [String: FieldValue] = [
            "organisation": .link(organisation), "round": .link(round), "channel": .code("europol"),
            "kind": .code("messages"), "period": .period(try #require(Period("2026-Q3"))),
            "sent-on": .period(.day(house.today)), "count": .integer(12),
        ]
        return try house.take("send", "intelligence-contribution", nil, changes.merging(more) { $1 })
    }

    private func rows(as actor: Actor? = nil) throws -> [[String]] {
        let asking = actor.map { Asking($0) } ?? house.secretariat
        return try house.registry.overview(.contributions, on: house.today, asking).rows.map { $0.map(\.plain) }
    }

    @Test func b44WhoHasNotContributedByTheDeadlineIsSeen() throws {
        #expect(
            try rows().map { [$0[0], $0[3]] } == [
                ["Organisation Alpha", "not-due"], ["Organisation Beta", "not-due"],
            ])
        try contribute(alpha)
        house.clock.pass(days: 11)
        let found = try rows()
        #expect(
            found.map { [$0[0], $0[1], $0[3]] } == [
                ["Organisation Beta", "Half-year", "not-contributed"], ["Organisation Alpha", "Half-year", "in-time"],
            ])
        #expect(found[1].suffix(6) == ["europol", "messages", "2026-Q3", "12", "no-feedback", ""])
        try contribute(house.register.people.beta)
        #expect(
            try rows().map { [$0[0], $0[3]] } == [["Organisation Beta", "late"], ["Organisation Alpha", "in-time"]])
    }

    @Test func b44FeedbackAndUseAreDatedFacts() throws {
        let record = try contribute(alpha)
        let product = try house.take(
            "plan", "evaluation", nil, ["title": .text("Threat assessment"), "kind": .code("threat-assessment")])
        let early = FieldValue.period(.day(house.today.adding(days: -1)))
        #expect(throws: Refusal.self) {
            try house.take("feed-back", "intelligence-contribution", record, ["feedback-on": early])
        }
        let today = FieldValue.period(.day(house.today))
        try house.take(
            "feed-back", "intelligence-contribution", record, ["feedback-on": today, "used-in": .links([product])])
        #expect(try rows().last.map { Array($0.suffix(2)) } == ["\(house.today)", "Threat assessment"])
    }

    @Test func b44AWithdrawnContributionIsNone() throws {
        let record = try contribute(alpha)
        try house.take("withdraw", "intelligence-contribution", record)
        #expect(try rows().count == 2)
    }

    @Test func b44ThereIsNoFieldForContent() throws {
        let mechanism = try #require(house.registry.book.mechanism("intelligence-contribution"))
        #expect(mechanism.fields.allSatisfy { $0.kind != .text })
    }

    @Test func b44AnAuthorityRecordsItsOwnAndACaseworkerNone() throws {
        let people = house.register.people
        #expect(throws: Never.self) {
            try house.take(
                "send", "intelligence-contribution", nil,
                [
                    "organisation": .link(alpha), "channel": .code("national"), "kind": .code("reports"),
                    "period": .period(try #require(Period("2026-08"))), "sent-on": .period(.day(house.today)),
                    "count": .integer(1),
                ], by: people.authorityOfAlpha)
        }
        #expect(throws: (any Error).self) {
            try house.take("send", "intelligence-contribution", nil, [:], by: people.caseworkerOfAlpha)
        }
        #expect(try rows(as: people.caseworkerOfAlpha).count == 3)
    }

    @Test func b44AMonthIsNoDayOfSending() throws {
        #expect(throws: Refusal.self) { try contribute(alpha, ["sent-on": .period(#require(Period("2026-09")))]) }
        #expect(throws: Refusal.self) { try contribute(alpha, ["count": .integer(0)]) }
    }
}
