import Access
import InterfaceKit
import Ledger
import Mechanisms
import Registry
import Testing
import Vocabulary

/// What a decision found of other records still holds when it is written, or it is made anew.
///
/// Somebody else goes first in each of these: after the decision, before its write.
struct OvertakenTests {
    private let register: InterfaceRegister
    private let interruption = InterruptedStore.Interruption()
    private var people: InterfacePeople { register.people }
    private var worker: Actor { people.caseworkerOfBeta }
    private let today = InterfaceRegister.now.day

    init() throws {
        let interruption = interruption
        register = try InterfaceRegister(wrap: { premises in
            LedgerPremises(
                events: InterruptedStore(premises.events, interruption), vault: premises.vault,
                papers: premises.papers)
        })
    }

    private func submit(
        _ mechanism: String, _ way: String, _ changes: [String: FieldValue] = [:], on record: RecordID? = nil,
        version: Int = 0, by actor: Actor
    ) throws -> SubmissionOutcome {
        var random = SystemRandomNumberGenerator()
        let command = Command(
            mechanism: mechanism, record: record ?? RecordID(at: InterfaceRegister.now, using: &random),
            transition: way, expectedVersion: version, changes: changes, effective: .day(today), reason: "because")
        return try register.registry.submit([command], Asking(actor))
    }

    private func codes(_ outcome: SubmissionOutcome) -> [String] {
        if case .refused(let refusal) = outcome { refusal.problems.map(\.code) } else { [] }
    }

    private func isWritten(_ outcome: SubmissionOutcome) -> Bool {
        if case .written = outcome { true } else { false }
    }

    /// What somebody else does between the next decision and its write.
    private func meanwhile(_ act: @escaping @Sendable () throws -> SubmissionOutcome) {
        interruption.beforeNextWrite { [self] in
            let outcome = try act()
            #expect(isWritten(outcome))
        }
    }

    /// Wherever in the decision on one of two clicks the other is written.
    @Test(arguments: 1...24)
    func bothOfTwoClicksAreToldTheSame(reading: Int) throws {
        let person = try register.open("person", by: worker)
        let command = Command(
            mechanism: "person", record: person, transition: "close", expectedVersion: 1, changes: [:],
            effective: .day(today), reason: "because")
        let (registry, asking, key) = (register.registry, Asking(worker), "a-key-of-sixteen-letters")
        interruption.beforeReading(reading) {
            #expect(throws: Never.self) { _ = try registry.submit([command], asking, key: key) }
        }
        guard case .written(let versions) = try registry.submit([command], asking, key: key) else {
            Issue.record("one was told that it was too late")
            return
        }
        #expect(versions == [person: 2])
        #expect(try register.ledger.record(person)?.version == 2)
    }

    private func consent(of person: RecordID) throws -> RecordID {
        try register.open(
            "consent", "give",
            ["person": .link(person), "purpose": .code("protection"), "given-on": .period(.day(today))], by: worker)
    }

    private func offer(_ record: RecordID, on consent: RecordID) throws -> SubmissionOutcome {
        try submit(
            "share", "offer",
            [
                "packet": .code("victim-data"), "records": .links([record]), "receiver": .link(people.alpha),
                "purpose": .code("protection"), "basis": .code("consent"), "consent": .link(consent),
                "marking": .code("named"), "expires-on": .period(.day(today.adding(days: 10))),
            ], by: worker)
    }

    @Test func nothingIsSharedOnAConsentThatIsWithdrawnMeanwhile() throws {
        let person = try register.open("person", by: worker)
        let consent = try consent(of: person)
        meanwhile { try submit("consent", "withdraw", on: consent, version: 1, by: worker) }
        #expect(try codes(offer(person, on: consent)) == ["M117"])
        #expect(try register.ledger.records(of: "share").isEmpty)
    }

    @Test func aCaseIsNotSharedForWhoeverLeavesItMeanwhile() throws {
        let person = try register.open("person", by: worker)
        let other = try register.open("person", by: worker)
        let matter = try register.open("case", "open", ["phenomenon": .code("trafficking")], by: worker)
        let part = try register.open(
            "case-person", "open", ["case": .link(matter), "person": .link(person), "role": .code("victim")],
            by: worker)
        let consent = try consent(of: person)
        meanwhile {
            try submit(
                "case-person", "correct", ["person": .link(other)], on: part, version: 1, by: worker)
        }
        #expect(try codes(offer(matter, on: consent)) == ["M117"])
    }

    @Test func whoeverWasLetInByAShareWritesNothingOnceItIsWithdrawn() throws {
        let matter = try register.open("case", "open", ["phenomenon": .code("trafficking")], by: worker)
        let share = try register.open(
            "share", "offer",
            [
                "packet": .code("victim-data"), "records": .links([matter]), "receiver": .link(people.alpha),
                "purpose": .code("protection"), "basis": .code("legal-obligation"), "legal-basis": .text("Article 1"),
                "marking": .code("named"), "expires-on": .period(.day(today.adding(days: 10))),
            ], by: worker)
        func write() throws -> SubmissionOutcome {
            try submit(
                "task", "set", ["title": .text("Call"), "about": .link(matter)], by: people.caseworkerOfAlpha)
        }
        #expect(try isWritten(write()))
        meanwhile { try submit("share", "withdraw", on: share, version: 1, by: worker) }
        #expect(try codes(write()) == ["M108"])
    }

    @Test func nothingIsWrittenThroughAMandateThatEndsMeanwhile() throws {
        let (mandate, actor) = try mandated()
        #expect(try isWritten(submit("person", "open", by: actor)))
        meanwhile {
            try submit(
                "mandate", "end", ["until": .period(.day(today))], on: mandate, version: 2, by: people.coordinator)
        }
        #expect(throws: RegistryRefusal.noMandate) { try submit("person", "open", by: actor) }
    }

    @Test func aPostDoesNotComeToReachNamesWhileItsMandateIsGivenByOne() throws {
        let post = try register.open(
            "function", "open", ["organisation": .link(people.alpha), "kind": .code("rapporteur")],
            by: people.coordinator)
        meanwhile {
            try submit(
                "function", "correct", ["kind": .code("caseworker")], on: post, version: 1, by: people.coordinator)
        }
        #expect(throws: RegistryRefusal.secondPersonNeeded) {
            try submit("mandate", "open", holding(post), by: people.operatorOfMachine)
        }
    }

    @Test func aPostKeepsItsKindWhereSomebodyComesToHoldItMeanwhile() throws {
        let post = try register.open(
            "function", "open", ["organisation": .link(people.alpha), "kind": .code("rapporteur")],
            by: people.coordinator)
        meanwhile { try submit("mandate", "open", holding(post), by: people.operatorOfMachine) }
        #expect(throws: RegistryRefusal.postIsHeld) {
            try submit(
                "function", "correct", ["kind": .code("caseworker")], on: post, version: 1, by: people.coordinator)
        }
    }

    @Test func nobodyIsErasedOnWhomAHoldIsLaidMeanwhile() throws {
        let person = try register.open("person", by: worker)
        let officer = Actor(account: "officer", function: .dataProtectionOfficer, organisation: people.beta)
        let leave = try Policy().decide(officer, .erase, for: .dataProtection).get()
        interruption.beforeNextWrite { [self] in
            try register.open(
                "legal-hold", "hold", ["person": .link(person), "ground": .text("a trial")], by: officer)
        }
        #expect(throws: LedgerFailure.onHold(person: person, holds: 1)) {
            try register.ledger.erase(person, reason: nil, under: leave)
        }
    }

    @Test func whatOthersDoElsewhereStandsInNobodysWay() throws {
        let person = try register.open("person", by: worker)
        let consent = try consent(of: person)
        interruption.beforeNextWrite { [self] in
            _ = try register.open("person", by: people.caseworkerOfAlpha)
        }
        let before = try register.ledger.position().sequence
        #expect(try isWritten(offer(person, on: consent)))
        #expect(try register.ledger.position().sequence == before + 2)
    }

    private func holding(_ post: RecordID, account: String = "account-of-somebody") -> [String: FieldValue] {
        [
            "function": .link(post), "holder": .text("Somebody"), "account": .text(account), "rank": .code("main"),
            "from": .period(.day(today.adding(days: -1))),
        ]
    }

    /// Somebody who acts through a mandate, as everybody does who signs in.
    private func mandated() throws -> (mandate: RecordID, actor: Actor) {
        let post = try register.open(
            "function", "open", ["organisation": .link(people.alpha), "kind": .code("caseworker")],
            by: people.coordinator)
        let mandate = try register.open("mandate", "propose", holding(post), by: people.coordinator)
        #expect(try isWritten(submit("mandate", "confirm", on: mandate, version: 1, by: people.operatorOfMachine)))
        let actor = register.registry.directory.actor("account-of-somebody", through: mandate, on: today)
        return (mandate, try #require(actor))
    }
}
