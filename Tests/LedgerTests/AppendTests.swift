import Access
import Ledger
import Mechanisms
import Testing

@Suite struct AppendTests {
    @Test func whatWasAppendedIsReadBackAfterReopening() throws {
        let register = try TestRegister()
        let outcome = try register.ledger.append(
            [Draft.person(1), Draft.episode(2, of: 1)], under: TestRegister.grant(.write))
        #expect(outcome == .written(through: 3))
        try register.reopen()
        let episode = try #require(try register.ledger.record(Draft.id(2)))
        #expect(episode.state == "potential")
        #expect(episode.fields == ["person": .link(Draft.id(1))])
        let verification = try register.ledger.verify()
        #expect(verification.faults == [])
        #expect(verification.events == 3)
    }

    @Test func aStaleWriteIsAConflictAndNothingOfItsGroupIsWritten() throws {
        let register = try TestRegister()
        let grant = try TestRegister.grant(.write)
        _ = try register.ledger.append([Draft.person(1)], under: grant)
        _ = try register.ledger.append([Draft.person(1, version: 2)], under: grant)
        let outcome = try register.ledger.append([Draft.episode(2, of: 1), Draft.person(1, version: 2)], under: grant)
        guard case .conflict(let conflict) = outcome else {
            Issue.record("expected a conflict, got \(outcome)")
            return
        }
        #expect(conflict.expected == 1)
        #expect(conflict.found == 2)
        #expect(conflict.record == Draft.id(1))
        #expect(try register.ledger.record(Draft.id(2)) == nil)
        #expect(try register.ledger.position().sequence == 3)
    }

    @Test func aKnownOriginIsNotWrittenAgain() throws {
        let register = try TestRegister()
        let grant = try TestRegister.grant(.importRecords)
        let origin = try register.ledger.fingerprinter()("uk-nrm", Array("row 7".utf8), 0)
        _ = try register.ledger.append([Draft.person(1, origin: origin)], under: grant)
        let again = try register.ledger.append([Draft.person(2, origin: origin)], under: grant)
        #expect(again == .known(origin, Draft.id(1)))
        #expect(try register.ledger.known([origin]) == [origin: Draft.id(1)])
    }

    @Test func inBulkAGroupInConflictIsLeftOutAndTheOthersGoIn() throws {
        let register = try TestRegister()
        let bulk = try register.ledger.bulkAppend(under: TestRegister.grant(.importRecords), eventsPerBatch: 4)
        for number in 1...10 as ClosedRange<UInt64> {
            try bulk.add([Draft.person(number * 2), Draft.episode(number * 2 + 1, of: number * 2)])
        }
        try bulk.add([Draft.episode(100, of: 2), Draft.person(2)])
        let summary = try bulk.finish()
        #expect(summary.groups == 10)
        #expect(summary.events == 20)
        #expect(summary.leftOut.map(\.group) == [10])
        #expect(try register.ledger.records(of: "person").count == 10)
        #expect(try register.ledger.verify().faults == [])
    }
}
