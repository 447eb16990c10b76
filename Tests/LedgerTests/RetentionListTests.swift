import Access
import Mechanisms
import Testing
import Vocabulary

@testable import Ledger

/// From when on records are kept stands in the tables of lists, and follows the events alone.
@Suite struct RetentionListTests {
    private static let person = Mechanism(
        "person", chapter: .register, serves: [], subject: .itself, fields: [.identity("family-name"), .text("note")],
        states: ["registered", "closed"], closedStates: ["closed"],
        retention: [
            Retention(after: .closing, "retention-person", then: .eraseIdentity),
            Retention(after: .lastChange, "retention-unchanged", then: .review),
        ], transitions: [])
    private static let episode = Mechanism(
        "status-episode", chapter: .register, serves: [], fields: [.period("appeal-until"), .period("recovery-until")],
        states: ["presumed", "not-identified", "identified"],
        dueFields: [
            DueField("appeal-until", whileIn: ["not-identified"], lapses: true),
            DueField("recovery-until", whileIn: ["presumed"]),
        ], transitions: [])

    private let register: TestRegister
    private let today = TestRegister.now.day

    init() throws { register = try TestRegister(rules: ProjectionRules([Self.person, Self.episode])) }

    private func write(
        _ mechanism: String, _ number: UInt64, _ version: Int, _ state: String, on day: CalendarDate,
        _ changes: [String: FieldValue] = [:]
    ) throws {
        let draft = EventDraft(
            mechanism: mechanism, record: Draft.id(number), version: version, kind: "step", state: state,
            changes: changes, effective: .day(day))
        _ = try register.ledger.append([draft], under: TestRegister.grant(version == 1 ? .open : .write))
    }

    private func kept(_ clock: String, through day: CalendarDate, leavingOutErased: Bool = false) throws -> [RecordID] {
        var query = RecordQuery(
            "person", within: TestRegister.reach(.list), filters: [.days(field: clock, from: nil, through: day)])
        query.leavesOutErased = leavingOutErased
        return try register.ledger.list(query).rows.map(\.record)
    }

    private func due(through day: CalendarDate) throws -> [String] {
        let query = DueQuery("status-episode", within: TestRegister.reach(.list), through: day)
        return try register.ledger.due(query).map(\.field)
    }

    @Test func countsFromTheClosingAndNoLongerAfterAReopening() throws {
        let closing = today.adding(days: -400)
        try write("person", 1, 1, "registered", on: today.adding(days: -900))
        #expect(try kept("retention-person", through: today) == [])
        try write("person", 1, 2, "closed", on: closing)
        #expect(try kept("retention-person", through: closing) == [Draft.id(1)])
        #expect(try kept("retention-person", through: closing.adding(days: -1)) == [])
        #expect(try kept("retention-unchanged", through: closing) == [Draft.id(1)])
        try write("person", 1, 3, "registered", on: today)
        #expect(try kept("retention-person", through: today) == [])
        #expect(try register.ledger.verify(projections: true).faults == [])
    }

    @Test func leavesOutWhoeverWasErasedWhereAsked() throws {
        for number in 1...2 as ClosedRange<UInt64> {
            try write("person", number, 1, "registered", on: today)
            try write("person", number, 2, "closed", on: today)
        }
        try register.ledger.erase(Draft.id(1), reason: "asked", under: TestRegister.grant(.erase))
        #expect(try kept("retention-person", through: today).count == 2)
        #expect(try kept("retention-person", through: today, leavingOutErased: true) == [Draft.id(2)])
    }

    @Test func aDateIsSilentOnceTheStatusHasMovedOnOrItCanNoLongerBeKept() throws {
        let (past, coming) = (today.adding(days: -5), today.adding(days: 5))
        try write("status-episode", 1, 1, "presumed", on: today, ["recovery-until": .period(.day(past))])
        #expect(try due(through: coming) == ["recovery-until"])
        try write("status-episode", 1, 2, "identified", on: today)
        #expect(try due(through: coming) == [], "decided: nothing is due any more")
        try write("status-episode", 2, 1, "not-identified", on: today, ["appeal-until": .period(.day(past))])
        #expect(try due(through: coming) == [], "nobody can appeal any more")
        try write("status-episode", 3, 1, "not-identified", on: today, ["appeal-until": .period(.day(coming))])
        #expect(try due(through: coming) == ["appeal-until"])
        #expect(try register.ledger.verify(projections: true).faults == [])
    }

    @Test func everybodyOnALongListIsAmongThoseLookedAt() throws {
        let records = (1...250 as ClosedRange<UInt64>).map { Draft.id($0) }
        let grant = try #require(TestRegister.reach(.list).grant)
        try register.ledger.note([Ledger.Shown(.list, of: records, mechanism: "person", filters: [], under: grant)])
        for record in records { #expect(try register.ledger.accesses(to: record).count == 1) }
    }
}
