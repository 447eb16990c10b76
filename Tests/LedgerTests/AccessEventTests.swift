import Access
import Ledger
import Mechanisms
import Testing
import Vocabulary

/// What the ledger writes down of those who look, and of those who may not.
@Suite struct AccessEventTests {
    @Test func aReadingSaysThroughWhichRelationAndWhatWasShown() throws {
        let register = try TestRegister(rules: SmallBook.rules)
        _ = try register.ledger.append([Draft.person(1, name: "Somebody")], under: TestRegister.grant(.write))
        _ = try register.ledger.read(Draft.id(1), under: TestRegister.grant(.read, on: Draft.id(1)))
        let access = try #require(try register.ledger.accesses(to: Draft.id(1)).last)
        #expect(access.draft.changes["relation"] == .code("own"))
        #expect(access.draft.changes["fields"] == .codes(["citizenships", "family-name", "sex"]))
    }

    @Test func ofManyReadingsTheNewestAreToldInTheirOrder() throws {
        let register = try TestRegister(rules: SmallBook.rules)
        _ = try register.ledger.append([Draft.person(1)], under: TestRegister.grant(.write))
        for _ in 0..<3 { _ = try register.ledger.read(Draft.id(1), under: TestRegister.grant(.read, on: Draft.id(1))) }
        let all = try register.ledger.accesses(to: Draft.id(1)).map(\.sequence)
        #expect(all.count == 3)
        #expect(try register.ledger.accesses(to: Draft.id(1), newest: 2).map(\.sequence) == Array(all.suffix(2)))
        #expect(try register.ledger.accesses(to: Draft.id(1), newest: 0).isEmpty)
    }

    @Test func leaveForOneRecordOpensNoOther() throws {
        let register = try TestRegister()
        _ = try register.ledger.append([Draft.person(1), Draft.person(2)], under: TestRegister.grant(.write))
        for grant in [try TestRegister.grant(.read, on: Draft.id(1)), try TestRegister.grant(.read)] {
            #expect(throws: LedgerFailure.grantForAnother(record: Draft.id(2))) {
                try register.ledger.read(Draft.id(2), under: grant)
            }
        }
        #expect(try register.ledger.accesses(to: Draft.id(2)).isEmpty)
    }

    @Test func aRecordIsReadAsItWasAtAPlaceOfTheLedger() throws {
        let register = try TestRegister()
        let grant = try TestRegister.grant(.read, on: Draft.id(2))
        _ = try register.ledger.append([Draft.person(1), Draft.episode(2, of: 1)], under: TestRegister.grant(.write))
        _ = try register.ledger.append(
            [Draft.episode(2, of: 1, version: 2, state: "identified")], under: TestRegister.grant(.write))
        #expect(try register.ledger.read(Draft.id(2), under: grant, asOf: 3).state == "potential")
        #expect(try register.ledger.read(Draft.id(2), under: grant, asOf: 4).state == "identified")
        #expect(throws: LedgerFailure.noSuchRecord(record: Draft.id(2))) {
            try register.ledger.read(Draft.id(2), under: grant, asOf: 2)
        }
    }

    @Test func aListStandsAmongTheAccessesOfEachThatItShows() throws {
        let register = try TestRegister(rules: SmallBook.rules)
        let persons = (1...120).map { Draft.id($0) }
        _ = try register.ledger.append((1...120).map { Draft.person($0) }, under: TestRegister.grant(.write))
        let before = try register.ledger.position().sequence
        let grant = try #require(TestRegister.reach(.list).grant)
        try register.ledger.note([Ledger.Shown(.list, of: persons, mechanism: "person", filters: ["sex"], under: grant)]
        )
        // A hundred are named on an event.
        #expect(try register.ledger.position().sequence == before + 2)
        for person in [1, 100, 101, 120].map({ Draft.id($0) }) {
            let event = try #require(try register.ledger.accesses(to: person).last)
            #expect(event.draft.kind == LedgerEvent.list)
            #expect(event.draft.changes["found-count"] == .integer(120))
            #expect(event.draft.changes["fields"] == .codes(["sex"]))
        }
        #expect(try register.ledger.accesses(to: Draft.id(121)).isEmpty)
        #expect(try register.ledger.verify(projections: true).faults == [])
    }

    @Test func aRefusalIsAnEventAboutTheRecordAndTheOneWhoWasRefused() throws {
        let register = try TestRegister()
        _ = try register.ledger.append([Draft.person(1)], under: TestRegister.grant(.write))
        let actor = Actor(account: "curious", function: .coordinator, organisation: Draft.id(900_002))
        try register.ledger.note(
            .refuse, by: actor, .read, of: Draft.id(1), for: .coordination, code: "R101")
        let event = try #require(try register.ledger.accesses(to: Draft.id(1)).last)
        #expect(event.draft.kind == LedgerEvent.refuse)
        #expect(event.account == "curious")
        #expect(event.draft.changes == ["action": .code("read"), "refusal": .code("R101")])
        #expect(try register.ledger.verify(projections: true).faults == [])
    }

    @Test func whoIsOutOfReachIsNeitherFoundNorCountedNorNamed() throws {
        let register = try TestRegister(rules: SmallBook.rules)
        _ = try register.ledger.append([Draft.person(1, name: "Somebody")], under: TestRegister.grant(.write))
        let stranger = Actor(account: "s", function: .caseworker, organisation: Draft.id(900_002))
        let reach = Policy().reach(of: stranger, .search, .victims, for: .protection)
        #expect(try register.ledger.find(["family-name": "Somebody"], within: reach) == [])
        let search = try #require(try register.ledger.accesses(to: register.ledger.register).last)
        #expect(search.draft.changes["found"] == .links([]))
        #expect(search.draft.changes["found-count"] == .integer(0))
        #expect(try register.ledger.find(["family-name": "Somebody"], within: TestRegister.reach(.search)).count == 1)
    }

    @Test func aLegalHoldStopsAnErasureUntilItIsReleased() throws {
        let register = try TestRegister()
        _ = try register.ledger.append([Draft.person(1, name: "Somebody")], under: TestRegister.grant(.write))
        _ = try register.ledger.append([hold(version: 1, state: "held")], under: TestRegister.grant(.write))
        #expect(throws: LedgerFailure.onHold(person: Draft.id(1), holds: 1)) {
            try register.ledger.erase(Draft.id(1), reason: nil, under: TestRegister.grant(.erase))
        }
        _ = try register.ledger.append([hold(version: 2, state: "released")], under: TestRegister.grant(.write))
        try register.ledger.erase(Draft.id(1), reason: nil, under: TestRegister.grant(.erase))
        #expect(try register.ledger.erased() == [Draft.id(1)])
    }

    private func hold(version: Int, state: String) -> EventDraft {
        EventDraft(
            mechanism: "legal-hold", record: Draft.id(50), version: version, kind: state, state: state,
            changes: version == 1 ? ["person": .link(Draft.id(1))] : [:], effective: .day(TestRegister.now.day))
    }
}
