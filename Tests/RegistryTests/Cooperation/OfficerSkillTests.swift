import Access
import InterfaceKit
import Mechanisms
import Registry
import Testing
import Vocabulary

/// B53: a match without a name, released by the owner only, gone when its time is over.
@Suite struct OfficerSkillTests {
    private let states: CooperationHouse

    init() throws { states = try CooperationHouse() }

    @Test func b53WhoeverAsksLearnsThatThereIsAMatchAndWhomToAsk() throws {
        try states.officer("alpha-1", fluent: ["yor"], skills: ["financial"])
        let found = try states.matches("yor", "financial")
        #expect(found.map(\.post) == [states.release.post] && found.first?.country == "PT")
        #expect(found.first?.title == "Desk of release-of-alpha" && found.first?.organisation == "Organisation Alpha")
        #expect(found.first?.isVacant == true)
        #expect(try states.matches("yor", "online").isEmpty && states.matches("hau").isEmpty)
    }

    @Test func b53OneAndManyAreTheSameAnswer() throws {
        try states.officer("alpha-1", fluent: ["yor"])
        let one = try states.matches("yor")
        for number in 2...7 { try states.officer("alpha-\(number)", fluent: ["yor"], days: number) }
        #expect(try states.matches("yor") == one && one.count == 1)
    }

    @Test func b53TheLevelCounts() throws {
        try states.officer("alpha-1", basic: ["yor"])
        #expect(try states.matches("yor").count == 1)
        #expect(try states.matches("yor", fluent: true).isEmpty)
        // A question that asks for nothing would be answered by everybody.
        #expect(SkillQuestion(language: nil, skill: nil) == nil)
    }

    @Test func b53ExpiredAvailabilityDropsOutOnTheDay() throws {
        let officer = try states.officer("alpha-1", fluent: ["yor"], days: 2)
        states.house.clock.pass(days: 2)
        #expect(try states.matches("yor").count == 1, "the last day counts")
        states.house.clock.pass(days: 1)
        #expect(try states.matches("yor").isEmpty)
        let later = FieldValue.period(.day(states.house.today.adding(days: 5)))
        try states.house.take("correct", "officer-skill", officer, ["available-until": later], by: states.planner)
        #expect(try states.matches("yor").count == 1)
        try states.house.take("end", "officer-skill", officer, by: states.planner)
        #expect(try states.matches("yor").isEmpty)
    }

    @Test func b53OthersReadNoRecordOfAnOfficer() throws {
        let officer = try states.officer("alpha-1", fluent: ["yor"])
        #expect(states.mayRead(officer, states.planner) && states.mayRead(officer, states.release))
        let list = ListRequest("officer-skill")
        #expect(try states.registry.list(list, Asking(states.planner)).rows.count == 1)
        #expect(try states.registry.list(list, Asking(states.asker)).rows.isEmpty)
        for other in [
            states.asker, states.people.caseworkerOfAlpha, states.people.coordinator, states.people.rapporteur,
        ] {
            #expect(!states.mayRead(officer, other), "\(other.account)")
        }
        // What is asked for cannot be pointed at either: not by its id, and not by filtering.
        let filtered = ListRequest("officer-skill", filters: ["fluent": ["yor"]])
        #expect(try states.registry.list(filtered, Asking(states.asker)).rows.isEmpty)
    }

    @Test func b53OnlyTheOwnerReleases() throws {
        let officer = try states.officer("alpha-1", fluent: ["yor"])
        let request = try states.ask()
        let release: [String: FieldValue] = ["officers": .links([officer])]
        // Whoever asks grants nothing to themselves, neither by the step nor when asking.
        #expect(
            try states.codes {
                try states.house.take("grant", "cooperation-request", request, release, by: states.asker)
            } == ["M108"])
        #expect(try states.codes { try states.ask(release) } == ["M108"])
        #expect(!states.mayRead(officer, states.asker))
        #expect(
            try states.codes { try states.house.take("grant", "cooperation-request", request, by: states.release) }
                == ["M109"])
        try states.house.take("grant", "cooperation-request", request, release, by: states.release)
        #expect(states.mayRead(officer, states.asker))
        let seen = try states.registry.read(officer, Asking(states.asker))
        #expect(seen.value("handle") == .text("alpha-1"))
        // Until the last day asked for.
        states.house.clock.pass(days: 11)
        #expect(!states.mayRead(officer, states.asker))
    }

    @Test(arguments: ["grant", "refuse"])
    func b53NobodyAnswersWhatTheyAskedThemselves(step: String) throws {
        let request = try states.ask(["kind": .code("information")])
        let codes = try states.codes {
            try states.house.take(step, "cooperation-request", request, by: states.asker)
        }
        #expect(codes == ["M119", "M156"])
        try states.house.take(step, "cooperation-request", request, by: states.release)
    }

    @Test(arguments: ["grant", "refuse"])
    func b53AColleagueOfTheAskerDoesNotAnswerEither(step: String) throws {
        // Beta asks a post of its own house, and another officer of Beta would answer.
        let colleague = Actor(
            account: "colleague", function: .liaisonOfficer, organisation: states.people.beta,
            post: states.people.caseworkerOfBeta.post)
        let request = try states.ask(["kind": .code("information")])
        #expect(
            try states.codes {
                try states.house.take(step, "cooperation-request", request, by: colleague)
            } == ["M156"])
        // Nor does a colleague of the post that was asked, whose house the request is not.
        #expect(throws: (any Error).self) {
            try states.house.take(step, "cooperation-request", request, by: states.planner)
        }
        try states.house.take(step, "cooperation-request", request, by: states.release)
    }

    @Test func b53AnAnswerIsDueUntilItIsGiven() throws {
        let request = try states.ask(["kind": .code("information")])
        let last = states.house.today.adding(days: 5)
        func owed(on day: CalendarDate) throws -> [Obligation] {
            try states.registry.obligations(
                ObligationRequest(on: day, through: day.adding(days: 30), kinds: ["cooperation-request"]),
                Asking(states.release)
            ).rows
        }
        let row = try #require(try owed(on: states.house.today).first)
        #expect(row.latest == last && row.isOwn && row.record == request && row.state == .toCome)
        #expect(try owed(on: last.adding(days: 1)).first?.state == .late)
        try states.house.take("refuse", "cooperation-request", request, by: states.release)
        #expect(try owed(on: states.house.today).isEmpty)
        #expect(try states.codes { try states.ask(["answer-by": .period(.day(last.adding(days: 30)))]) } != [])
    }

    @Test func b53WhatIsWithdrawnOrRefusedReleasesNobody() throws {
        let officer = try states.officer("alpha-1", fluent: ["yor"])
        let first = try states.ask()
        try states.house.take("refuse", "cooperation-request", first, by: states.release)
        let second = try states.ask()
        try states.house.take(
            "grant", "cooperation-request", second, ["officers": .links([officer])], by: states.release)
        #expect(states.mayRead(officer, states.asker))
        try states.house.take("withdraw", "cooperation-request", second, by: states.release)
        #expect(!states.mayRead(officer, states.asker))
    }

    @Test func b53WhoMayAskNobodyForAnythingIsToldNothing() throws {
        try states.officer("alpha-1", fluent: ["yor"])
        for other in [states.people.caseworkerOfBeta, states.people.coordinator, states.people.rapporteur] {
            #expect(throws: RegistryRefusal.self) { try states.matches("yor", by: other) }
        }
    }

    @Test(arguments: ["Jane Doe", "Alpha", "a b"])
    func b53AHandleIsAKeyAndNoName(handle: String) throws {
        #expect(try states.codes { try states.officer(handle, fluent: ["yor"]) } == ["M132"])
    }

    @Test func b53AHandleIsGivenOnce() throws {
        try states.officer("alpha-1", fluent: ["yor"])
        #expect(try states.codes { try states.officer("alpha-1", fluent: ["hau"]) } == ["M132"])
    }
}
