import Access
import InterfaceKit
import Mechanisms
import Testing
import Vocabulary

@testable import Registry

/// B56: nothing about a case goes out, and nothing at all without a second person.
@Suite struct MediaTests {
    private let house: OverviewHouse
    private let other = Actor(account: "another", function: .coordinator, organisation: nil)

    init() throws { house = try OverviewHouse() }

    private func draft(_ subject: String = "no-case", embargo: String? = nil) throws -> RecordID {
        var fields: [String: FieldValue] = [
            "title": .text("Lamps of the harbour"), "text": .text("There are ten."), "subject": .code(subject),
        ]
        fields["embargo-until"] = try embargo.map { try house.day($0) }
        return try house.take("draft", "press-release", nil, fields)
    }

    private func check(_ release: RecordID, by actor: Actor? = nil) throws {
        try house.take(
            "check", "press-release", release, ["check": .text("Nobody is named.")], by: actor ?? other)
    }

    private func issue(_ release: RecordID, on day: String = "2026-09-01") throws {
        try house.take("issue", "press-release", release, ["issued-on": try house.day(day)])
    }

    private func outlook() throws -> [String] { try house.column("outlook", of: .pressReleases) }

    @Test func b56NothingGoesOutBeforeASecondPersonLooked() throws {
        let made = try draft()
        #expect(try outlook() == ["unchecked"])
        #expect(try house.codes { try issue(made) } == ["M103"])
        let author = Actor(account: "secretariat", function: .coordinator, organisation: nil)
        #expect(try house.codes { try check(made, by: author) } == ["M119"])
        #expect(try house.codes { try house.take("check", "press-release", made, by: other) } == ["M109"])
        try check(made)
        #expect(try outlook() == ["may-go-out"])
        try issue(made)
        #expect(try outlook() == ["issued"])
    }

    @Test func b56NothingAboutACaseIsIssuedWhoeverCheckedIt() throws {
        let made = try draft("case")
        try check(made)
        #expect(try house.codes { try issue(made) } == ["M117"])
        #expect(try outlook() == ["consent-wanting"])
        // What was checked cannot be turned into something else on its way out.
        #expect(
            try house.codes {
                try house.take(
                    "issue", "press-release", made,
                    ["issued-on": try house.day("2026-09-01"), "subject": .code("no-case")])
            }.contains("M121"))
    }

    @Test func b56WhatIsChangedIsCheckedAgain() throws {
        let made = try draft("case")
        try check(made)
        try house.take("return", "press-release", made)
        try house.take(
            "correct", "press-release", made, ["subject": .code("no-case"), "text": .text("There are two.")])
        #expect(try house.codes { try issue(made) } == ["M103"])
        try check(made)
        try issue(made)
    }

    @Test func b56NothingGoesOutBeforeItsDay() throws {
        let made = try draft(embargo: "2026-09-10")
        try check(made)
        #expect(try outlook() == ["embargo"])
        #expect(try house.codes { try issue(made, on: "2026-09-09") } == ["M110"])
        try issue(made, on: "2026-09-10")
    }

    @Test func b56WhoSpeaksToTheMediaIsAContactOfAState() throws {
        for (title, task) in [("Press desk", "media"), ("Duty officer", "referral")] {
            try house.take(
                "enter", "contact-point", nil,
                [
                    "title": .text(title), "organisation": .link(house.plans.register.people.alpha),
                    "country": .code("PT"), "tasks": .codes([task]), "languages": .codes(["por", "eng"]),
                    "telephone": .text("+351 000"), "time-zone": .text("Europe/Lisbon"), "hours": .text("always"),
                ])
        }
        #expect(try house.column("contact", of: .mediaContacts) == ["Press desk"])
        #expect(try house.column("languages", of: .mediaContacts) == ["por eng"])
        #expect(try house.column("spokesperson", of: .mediaContacts) == ["nobody"])
    }
}
