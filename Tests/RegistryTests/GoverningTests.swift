import Access
import InterfaceKit
import Ledger
import Mechanisms
import Registry
import Testing
import Vocabulary

/// Who says who else reaches a record: those to whom it belongs, and nobody who was let in.
struct GoverningTests {
    private let register: InterfaceRegister
    private var people: InterfacePeople { register.people }
    private let today = InterfaceRegister.now.day

    init() throws { register = try InterfaceRegister() }

    /// Beta's records, handed to Alpha by law.
    private func shareWithAlpha(_ records: [RecordID], _ changes: [String: FieldValue] = [:]) throws -> RecordID {
        let basics: [String: FieldValue] = [
            "packet": .code("victim-data"), "records": .links(records), "receiver": .link(people.alpha),
            "purpose": .code("protection"), "basis": .code("legal-obligation"), "legal-basis": .text("Act 1"),
            "marking": .code("named"), "expires-on": .period(.day(today.adding(days: 10))),
        ]
        return try register.open("share", "offer", basics.merging(changes) { $1 }, by: people.caseworkerOfBeta)
    }

    private func take(
        _ step: String, _ mechanism: String, _ record: RecordID, _ changes: [String: FieldValue], by actor: Actor,
        reason: String? = nil
    ) throws -> SubmissionOutcome {
        try register.registry.submit(
            [
                Command(
                    mechanism: mechanism, record: record, transition: step, expectedVersion: 1, changes: changes,
                    effective: .day(today), reason: reason)
            ], Asking(actor))
    }

    private func mayRead(_ record: RecordID, _ actor: Actor) -> Bool {
        (try? register.registry.read(record, Asking(actor))) != nil
    }

    @Test func whoReceivesAShareAnswersItAndCannotLengthenIt() throws {
        let person = try register.open("person", by: people.caseworkerOfBeta)
        let share = try shareWithAlpha([person])
        #expect(throws: RegistryRefusal.self) {
            try take(
                "acknowledge", "share", share, ["expires-on": .period(.day(today.adding(days: 900)))],
                by: people.caseworkerOfAlpha)
        }
        guard case .written = try take("acknowledge", "share", share, [:], by: people.caseworkerOfAlpha) else {
            Issue.record("the share was not acknowledged")
            return
        }
    }

    @Test func anAuthorityThatARecordWasReferredToDoesNotMakeItItsOwn() throws {
        let person = try register.open("person", by: people.caseworkerOfBeta)
        let episode = try register.open(
            "status-episode", "open-as-potential", ["person": .link(person)], by: people.caseworkerOfBeta)
        _ = try shareWithAlpha([person, episode])
        #expect(mayRead(episode, people.authorityOfAlpha))
        #expect(throws: RegistryRefusal.self) {
            try take(
                "correct-potential", "status-episode", episode,
                ["registering-organisation": .link(people.alpha)], by: people.authorityOfAlpha, reason: "mine")
        }
        let outcome = try register.registry.submit(
            [
                Command(
                    mechanism: "status-episode", record: RecordID(high: 0x0193_0000_0000_7000, low: 1 << 63),
                    transition: "open-as-potential", changes: ["person": .link(person)], effective: .day(today))
            ], Asking(people.authorityOfAlpha))
        guard case .refused(let refusal) = outcome else {
            Issue.record("a new episode made the person the authority's own")
            return
        }
        #expect(refusal.problems.map(\.code) == ["M108"])
    }

    @Test(arguments: [0, 30])
    func aShareByConsentEndsWithTheConsent(days: Int) throws {
        let person = try register.open("person", by: people.caseworkerOfBeta)
        let consent = try register.open(
            "consent", "give",
            [
                "person": .link(person), "purpose": .code("protection"),
                "given-on": .period(.day(today.adding(days: -60))), "until": .period(.day(today.adding(days: days))),
            ], by: people.caseworkerOfBeta)
        _ = try shareWithAlpha([person], ["basis": .code("consent"), "consent": .link(consent)])
        #expect(mayRead(person, people.caseworkerOfAlpha))
        _ = try take("withdraw", "consent", consent, [:], by: people.caseworkerOfBeta)
        #expect(!mayRead(person, people.caseworkerOfAlpha))
    }

    @Test(arguments: ["attach", "attach-clean", "attach-infected"])
    func nobodySaysByHandThatAFileIsClean(step: String) throws {
        let person = try register.open("person", by: people.caseworkerOfBeta)
        let outcome = try register.registry.submit(
            [
                Command(
                    mechanism: "document", record: RecordID(high: 0x0193_0000_0000_7000, low: 1 << 63),
                    transition: step,
                    changes: [
                        "about": .link(person), "name": .text("a"), "media-type": .text("text/plain"),
                        "size": .integer(1), "hash": .text("00"),
                    ], effective: .day(today))
            ], Asking(people.caseworkerOfBeta))
        guard case .refused(let refusal) = outcome else {
            Issue.record("taken")
            return
        }
        #expect(refusal.problems.map(\.code) == ["M104"])
    }

    @Test func anOldKeyOpensNothingForWhoNoLongerHoldsThePost() throws {
        let command = Command(
            mechanism: "person", record: RecordID(high: 0x0193_0000_0000_7000, low: 1 << 63 | 7), transition: "open",
            changes: [:], effective: .day(today))
        let actor = people.caseworkerOfBeta
        guard case .written = try register.registry.submit([command], Asking(actor), key: "a-key-of-sixteen-9") else {
            Issue.record("not opened")
            return
        }
        let former = Actor(account: actor.account, function: .public, organisation: nil)
        #expect(throws: RegistryRefusal.self) {
            try register.registry.submit([command], Asking(former), key: "a-key-of-sixteen-9")
        }
    }

    @Test func aTokenReachesNoFurtherThanItNamesWhateverThePath() throws {
        let person = try register.open("person", by: people.caseworkerOfBeta)
        let narrow = people.caseworkerOfBeta.within(.readOnly(mechanisms: ["case"]))
        let asking = Asking(narrow)
        #expect(!mayRead(person, narrow))
        #expect(register.registry.visibleMechanisms(asking).map(\.name) == ["case"])
        #expect(throws: RegistryRefusal.self) { try register.registry.list(ListRequest("person"), asking) }
        #expect(throws: RegistryRefusal.self) {
            try register.registry.search("person", for: ["family-name": "x"], .folded, asking)
        }
        #expect(try register.registry.list(ListRequest("case"), asking).rows.isEmpty)
    }
}
