import InterfaceKit
import Mechanisms
import Registry
import Testing
import Vocabulary

/// B61, B84, B107: what there is with a partner, what agreements say of trafficking, who was at a meeting.
@Suite struct PartnerTests {
    private let house: OverviewHouse

    init() throws { house = try OverviewHouse() }

    @discardableResult
    private func agreement(
        _ title: String, _ countries: [String], signed: String, clause: String? = nil
    ) throws -> RecordID {
        var fields: [String: FieldValue] = [
            "title": .text(title), "kind": .code("bilateral"), "scope": .codes(["other"]),
            "countries": .codes(countries), "signed-on": try house.day(signed),
            "in-force-from": try house.day(signed),
        ]
        fields["trafficking-clause"] = clause.map { .code($0) }
        let record = try house.take("propose", "agreement", nil, fields)
        try house.take("sign", "agreement", record)
        try house.take("enter-into-force", "agreement", record)
        return record
    }

    @Test func b84CoverageIsCountedByPartnerAndYear() throws {
        try agreement("One", ["NG"], signed: "2020-03-01", clause: "mention")
        try agreement("Two", ["NG", "VN"], signed: "2020-06-01")
        try agreement("Three", ["NG"], signed: "2021-01-01", clause: "none")
        // Country, year, signed; nothing, mentioned, obligations, followed up; nobody looked.
        #expect(
            try house.rows(.clauses) == [
                ["NG", "2021", "1", "1", "0", "0", "0", "0"], ["NG", "2020", "2", "0", "1", "0", "0", "1"],
                ["VN", "2020", "1", "0", "0", "0", "0", "1"],
            ])
        #expect(try house.rows(.clauses, on: "2020-12-31").map { $0[1] } == ["2020", "2020"])
    }

    @Test func b107OnePageGathersWhatThereIsWithAPartner() throws {
        try agreement("Harbour treaty", ["NG"], signed: "2020-03-01")
        try house.take(
            "name", "route-priority", nil,
            [
                "organisation": .link(house.plans.register.people.alpha), "sent-on": try house.day("2026-01-01"),
                "kind": .code("origin"), "from": .code("NG"),
            ])
        let row = try #require(try house.rows(.partners).first { $0[0] == "NG" })
        #expect(row[1] == "Harbour treaty" && row[2...4].allSatisfy(\.isEmpty) && row[5] == "1" && row[6].isEmpty)
        let before = try house.rows(.partners, on: "2019-01-01")
        #expect(!before.contains { $0[0] == "NG" })
    }

    @Test func b107TheProgrammeOfWorkIsCountedOnceWithWhatIsDoneOfIt() throws {
        let plan = try house.take("adopt", "plan", nil, ["title": .text("Harbours together")])
        let part = try house.take(
            "set", "plan-part", nil,
            ["plan": .link(plan), "level": .code("objective"), "place": .integer(1), "text": .text("Light")])
        let actions = try [1, 2, 3].map { place in
            try house.take(
                "set", "plan-action", nil,
                [
                    "plan": .link(plan), "part": .link(part), "place": .integer(place), "code": .text("1.\(place)"),
                    "text": .text("Lamp"),
                ])
        }
        try house.take("abandon", "plan-action", actions[2])
        for title in ["One", "Two"] {
            let agreement = try agreement(title, ["NG"], signed: "2020-03-01")
            try house.take("name-programme", "agreement", agreement, ["programme": .links([plan])])
            let other: [String: FieldValue] = ["programme": .links([plan]), "title": .text("Other")]
            #expect(try !house.codes { try house.take("name-programme", "agreement", agreement, other) }.isEmpty)
        }
        let row = try #require(try house.rows(.partners).first { $0[0] == "NG" })
        #expect(Array(row[2...4]) == ["Harbours together", "2", "0"])
    }

    @Test func b61CivilSocietyIsCountedMeetingByMeeting() throws {
        let houses = try ["ngo", "law-enforcement"].map { kind in
            try house.take("open", "organisation", nil, ["name": .text(kind), "kind": .code(kind)])
        }
        let meeting = try house.take(
            "plan", "meeting", nil,
            ["body": .text("Board"), "title": .text("First"), "first-date": try house.day("2026-05-01")])
        #expect(try house.rows(.meetings).isEmpty)
        try house.take(
            "hold", "meeting", meeting,
            ["held-on": try house.day("2026-05-02"), "organisations": .links(houses)])
        #expect(try house.rows(.meetings).map { Array($0.dropFirst(4)) } == [["2", "1", "0", "0"]])
    }
}
