import Mechanisms
import Registry
import Testing
import Vocabulary

/// B57, B59, B61: who leads a body, who does its tasks, which office is equivalent to a rapporteur.
@Suite struct BodyTests {
    private let house: OverviewHouse

    init() throws { house = try OverviewHouse() }

    private func organisation(_ kind: String, _ country: String?) throws -> RecordID {
        var fields: [String: FieldValue] = ["name": .text("House \(kind)"), "kind": .code(kind)]
        fields["country"] = country.map { .code($0) }
        return try house.take("open", "organisation", nil, fields)
    }

    private func body(_ changes: [String: FieldValue]) throws -> RecordID {
        try house.take(
            "enter", "coordination-body", nil,
            ["name": .text("Body"), "kind": .code("national-coordination"), "country": .code("PT")]
                .merging(changes) { $1 })
    }

    @Test(
        arguments: [
            ("central-government", "PT", "led-from-within"), ("international-organisation", "PT", "led-from-outside"),
            ("ngo", "US", "led-from-outside"), ("ngo", nil, "lead-not-known"),
        ] as [(String, String?, String)])
    func b61ALeadFromOutsideTheStateIsFlagged(kind: String, country: String?, standing: String) throws {
        _ = try body(["lead": .link(try organisation(kind, country))])
        #expect(try house.column("leadership", of: .bodies) == [standing])
    }

    @Test func b61ANationalBodyHasALead() throws {
        #expect(try house.codes { _ = try body([:]) } == ["M109"])
    }

    @Test func b61TasksWithoutAnybodyResponsibleComeFirst() throws {
        let lead = try organisation("central-government", "PT")
        let body = try body(["lead": .link(lead)])
        let done: [String: FieldValue] = [
            "body": .link(body), "title": .text("Light the lamps"), "responsible": .link(lead),
        ]
        try house.take("set", "coordination-task", nil, done)
        try house.take("set", "coordination-task", nil, ["body": .link(body), "title": .text("Ring the bell")])
        #expect(try house.column("responsible", of: .tasks) == ["nobody", "House central-government"])
    }

    @Test func b61CivilSocietyIsCountedAmongTheMembers() throws {
        let houses = [try organisation("ngo", "PT"), try organisation("court-or-prosecution", "PT")]
        _ = try body(["lead": .link(houses[1]), "members": .links(houses)])
        #expect(try house.rows(.bodies).map { [$0[5], $0[6]] } == [["2", "1"]])
    }

    @Test func b57TermsAndFirstMeetingAreFactsWithADay() throws {
        let meeting = try house.take(
            "plan", "meeting", nil,
            ["body": .text("Group"), "title": .text("First"), "first-date": try house.day("2026-05-01")])
        let group: [String: FieldValue] = [
            "kind": .code("expert-group"), "mandate": .text("Advise on lamps."),
            "terms-adopted-on": try house.day("2026-04-01"), "first-meeting": .link(meeting),
        ]
        #expect(try house.codes { _ = try body(group) } == ["M127"])
        try house.take("hold", "meeting", meeting, ["held-on": try house.day("2026-05-02")])
        _ = try body(group)
        #expect(try house.rows(.bodies).map { Array($0.suffix(2)) } == [["2026-04-01", "2026-05-02"]])
    }

    @Test func b59AnEquivalentOfARapporteurStandsWithMandateAndIndependence() throws {
        let organisation = try organisation("central-government", "PT")
        let office: [String: FieldValue] = [
            "organisation": .link(organisation), "kind": .code("equivalent-mechanism"), "mandate-act": .text("Act 4"),
        ]
        #expect(try house.codes { try house.take("establish", "office", nil, office) } == ["M109"])
        try house.take(
            "establish", "office", nil, office.merging(["independence": .text("Reports to parliament.")]) { $1 })
        #expect(
            try house.rows(.offices).map { [$0[0], $0[3], $0[4]] } == [
                ["equivalent-mechanism", "Act 4", "Reports to parliament."]
            ])
    }

    @Test func b108WhatWasLeftUndoneInACrisisIsSaidBeforeItIsReviewed() throws {
        let body = try body(["lead": .link(try organisation("central-government", "PT"))])
        let crisis = try house.take(
            "record", "crisis-response", nil,
            ["body": .link(body), "crisis": .text("Storm"), "began-on": try house.day("2026-03-01")])
        var reviewed: [String: FieldValue] = [
            "response": .text("The lamps were lit."), "ended-on": try house.day("2026-03-09"),
        ]
        #expect(try house.codes { try house.take("review", "crisis-response", crisis, reviewed) } == ["M109"])
        reviewed["left-undone"] = .text("Nobody rang the bell.")
        #expect(
            try house.codes {
                try house.take(
                    "review", "crisis-response", crisis,
                    reviewed.merging(["ended-on": try house.day("2026-02-01")]) { $1 })
            } == ["M110"])
        try house.take("review", "crisis-response", crisis, reviewed)
        #expect(
            try house.codes {
                try house.take("correct", "crisis-response", crisis, ["crisis": .text("Calm")])
            } == ["M103"])
    }
}
