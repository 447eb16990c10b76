import Mechanisms
import Testing
import Vocabulary

/// A Convention, a Protocol to it and acts on them, in memory.
struct TreatyRoom {
    /// Enters into force on the ninetieth day after the second consent; binds later ones on the thirtieth; a denunciation
    /// takes effect a year later.
    static let convention = id(1)
    /// The same rules; only for parties to the Convention.
    static let supplement = id(2)

    private(set) var acts: [TreatyAct] = []
    private var number: UInt64 = 100

    static func id(_ number: UInt64) -> RecordID {
        RecordID(high: 0x019D_0000_0000_7000, low: 0x8000_0000_0000_0000 | number)
    }

    static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    static func treaty(
        _ record: RecordID, under parent: RecordID? = nil, _ other: [String: FieldValue] = [:]
    ) throws -> TreatyTerms {
        try #require(TreatyTerms(state("treaty", record, terms(under: parent).merging(other) { $1 }, in: "listed")))
    }

    static func terms(under parent: RecordID? = nil) throws -> [String: FieldValue] {
        var fields: [String: FieldValue] = [
            "title": .text("A treaty"), "adopted-on": .period(.day(try day("2000-11-15"))),
            "entry-consents": .integer(2), "entry-time": .integer(90), "entry-unit": .code("days"),
            "later-time": .integer(30), "later-unit": .code("days"), "withdrawal-time": .integer(12),
            "withdrawal-unit": .code("months"),
        ]
        fields["parent"] = parent.map(FieldValue.link)
        return fields
    }

    static func state(
        _ mechanism: String, _ record: RecordID, _ fields: [String: FieldValue], in state: String
    ) throws -> RecordState {
        RecordState(
            opening: EventDraft(
                mechanism: mechanism, record: record, version: 1, kind: "enter", state: state, changes: fields,
                effective: .day(try day("2026-01-01"))))
    }

    static func fields(
        _ party: String, _ kind: String, _ day: String, on treaty: RecordID, _ other: [String: FieldValue] = [:]
    ) throws -> [String: FieldValue] {
        var fields: [String: FieldValue] = [
            "treaty": .link(treaty), "kind": .code(kind), "done-on": .period(try #require(Period(day))),
        ]
        fields[party.count == 2 ? "country" : "organisation"] = .code(party)
        return fields.merging(other) { $1 }
    }

    mutating func take(
        _ party: String, _ kind: String, _ day: String, on treaty: RecordID = convention,
        _ other: [String: FieldValue] = [:]
    ) throws {
        number += 1
        let fields = try TreatyRoom.fields(party, kind, day, on: treaty, other)
        acts.append(
            try #require(TreatyAct(TreatyRoom.state("treaty-act", TreatyRoom.id(number), fields, in: "recorded"))))
    }

    func law(_ treaties: [TreatyTerms]? = nil) throws -> TreatyLaw {
        TreatyLaw(
            try treaties ?? [
                TreatyRoom.treaty(TreatyRoom.convention),
                TreatyRoom.treaty(TreatyRoom.supplement, under: TreatyRoom.convention),
            ], acts: acts)
    }
}
