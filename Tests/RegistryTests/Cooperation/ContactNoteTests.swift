import Access
import InterfaceKit
import Mechanisms
import Registry
import Testing
import Vocabulary

/// B58: informal contacts leave a note without names, which becomes a formal request, and the hours saved are counted.
@Suite struct ContactNoteTests {
    private let states: CooperationHouse

    init() throws { states = try CooperationHouse() }

    @discardableResult
    private func note(
        _ summary: String = "which form the court wants", hours: Int? = 3, channel: String = "telephone",
        _ more: [String: FieldValue] = [:]
    ) throws -> RecordID {
        var changes: [String: FieldValue] = [
            "with": .link(states.people.alpha), "channel": .code(channel), "topic": .code("judicial-cooperation"),
            "held-on": .period(.day(states.house.today)), "summary": .text(summary),
        ]
        changes["hours-saved"] = hours.map { .integer($0) }
        return try states.house.take("note", "contact-note", nil, changes.merging(more) { $1 }, by: states.asker)
    }

    private func rows(_ actor: Actor? = nil) throws -> [[String]] {
        try states.registry.overview(
            .informalCooperation, on: states.house.today, Asking(actor ?? states.people.coordinator)
        ).rows.map { $0.map(\.plain) }
    }

    @Test func b58EntryWarnsOnNames() throws {
        #expect(try states.codes { try note("spoke with Mr Lantern about the form") } == ["M155"])
        try note("the Court of Appeal of Kapok wants another form", ["nobody-named": .boolean(true)])
        try note()
    }

    @Test func b58ATextIsAskedAboutAgainOnlyWhereItChanges() throws {
        let record = try note()
        try states.house.take("correct", "contact-note", record, ["hours-saved": .integer(5)], by: states.asker)
        #expect(
            try states.codes {
                try states.house.take(
                    "correct", "contact-note", record, ["summary": .text("write to a.b@example.org")],
                    by: states.asker)
            } == ["M155"])
    }

    @Test func b58ThatNobodyIsNamedIsSaidOfEachText() throws {
        let yes = ["nobody-named": FieldValue.boolean(true)]
        let record = try note("the Court of Appeal of Kapok wants another form", yes)
        func correct(_ summary: String, _ more: [String: FieldValue] = [:]) throws -> [String] {
            try states.codes {
                try states.house.take(
                    "correct", "contact-note", record, more.merging(["summary": .text(summary)]) { $1 },
                    by: states.asker)
            }
        }
        #expect(try correct("spoke with Mr Lantern about the form") == ["M155"])
        #expect(try correct("the Court of Appeal of Zinnia wants another form", yes) == [])
        // What does not look so is taken, and says nothing of the next text.
        #expect(try correct("which form the court wants") == [])
        #expect(try correct("Kapok Lantern wants another form") == ["M155"])
    }

    @Test func b58ANoteTurnsIntoAFormalRequest() throws {
        let record = try note()
        try states.ask(["note": .link(record)])
        for _ in 1...4 { try note() }
        #expect(try rows() == [["telephone", "judicial-cooperation", "5", "15", "1"]])
    }

    @Test func b58NobodyTurnsANoteOfOthersIntoARequest() throws {
        let record = try note()
        let changes: [String: FieldValue] = [
            "kind": .code("information"), "asked": .link(try #require(states.asker.post)),
            "organisation": .link(states.people.alpha), "need": .text("the form"), "note": .link(record),
            "until": .period(.day(states.house.today.adding(days: 10))),
            "answer-by": .period(.day(states.house.today.adding(days: 5))),
        ]
        #expect(
            try states.codes {
                try states.house.take("ask", "cooperation-request", nil, changes, by: states.release)
            } == ["M108"])
        #expect(!states.mayRead(record, states.release) && states.mayRead(record, states.asker))
    }

    @Test func b58FewNotesAreNotTold() throws {
        for _ in 1...4 { try note(hours: 2) }
        #expect(try rows() == [["telephone", "judicial-cooperation", "too-few", "too-few", "too-few"]])
        let fifth = try note(hours: nil)
        #expect(try rows() == [["telephone", "judicial-cooperation", "5", "8", "0"]])
        try states.house.take("withdraw", "contact-note", fifth, by: states.asker)
        #expect(try rows() == [["telephone", "judicial-cooperation", "too-few", "too-few", "too-few"]])
    }

    @Test func b58WaysThatSavedMostComeFirst() throws {
        for _ in 1...5 { try note(hours: 1) }
        for _ in 1...5 { try note(hours: 4, channel: "messenger") }
        #expect(try rows().map { $0[0] } == ["messenger", "telephone"] && rows().map { $0[3] } == ["20", "5"])
    }

    @Test func b58HoursNobodyStatedAreNoZero() throws {
        for _ in 1...5 { try note(hours: nil) }
        #expect(try rows() == [["telephone", "judicial-cooperation", "5", "", "0"]])
        #expect(try states.codes { try note(hours: 1000) } == ["M106"])
    }
}
