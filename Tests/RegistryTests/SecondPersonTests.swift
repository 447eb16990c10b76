import Access
import InterfaceKit
import Mechanisms
import Registry
import Testing
import Vocabulary

/// Whoever keeps posts cannot give themselves one that reaches names: decision 0153.
struct SecondPersonTests {
    private let register: InterfaceRegister
    private let post: RecordID
    private var people: InterfacePeople { register.people }
    private let today = InterfaceRegister.now.day

    init() throws {
        register = try InterfaceRegister()
        post = try register.open(
            "function", "open",
            ["organisation": .link(register.people.alpha), "kind": .code("caseworker"), "title": .text("Desk")],
            by: register.people.coordinator)
    }

    private func mandate(
        _ way: String, by actor: Actor, for account: String = "account-of-somebody", post: RecordID? = nil
    ) throws -> RecordID {
        try register.open(
            "mandate", way,
            [
                "function": .link(post ?? self.post), "holder": .text("Somebody"), "account": .text(account),
                "rank": .code("main"), "from": .period(.day(today)), "until": .period(.day(today.adding(days: 90))),
            ], by: actor)
    }

    @discardableResult
    private func take(
        _ step: String, _ record: RecordID, _ changes: [String: FieldValue] = [:], by actor: Actor,
        of mechanism: String = "mandate", version: Int = 1, reason: String? = nil
    ) throws -> SubmissionOutcome {
        try register.registry.submit(
            [
                Command(
                    mechanism: mechanism, record: record, transition: step, expectedVersion: version, changes: changes,
                    effective: .day(today), reason: reason)
            ], Asking(actor))
    }

    @Test(arguments: ["caseworker", "competent-authority", "liaison-officer", "coordinator", "system-operator"])
    func aPostThatReachesNamesOrGivesPostsIsNotGivenByOne(kind: String) throws {
        let post = try register.open(
            "function", "open", ["organisation": .link(people.alpha), "kind": .code(kind)], by: people.coordinator)
        #expect(throws: RegistryRefusal.secondPersonNeeded) {
            try mandate("open", by: people.operatorOfMachine, post: post)
        }
    }

    @Test func aPostThatReachesNoNamesIsGivenByOne() throws {
        let post = try register.open(
            "function", "open", ["organisation": .link(people.alpha), "kind": .code("rapporteur")],
            by: people.coordinator)
        _ = try mandate("open", by: people.operatorOfMachine, post: post)
    }

    @Test func aProposalIsConfirmedByAnotherAndByNeitherProposerNorHolder() throws {
        let proposed = try mandate("propose", by: people.operatorOfMachine, for: people.coordinator.account)
        #expect(register.registry.directory.actor(people.coordinator.account, through: proposed, on: today) == nil)
        #expect(throws: RegistryRefusal.ownProposal) { try take("confirm", proposed, by: people.operatorOfMachine) }
        #expect(throws: RegistryRefusal.ownProposal) { try take("confirm", proposed, by: people.coordinator) }
        let third = Actor(account: "third", function: .coordinator, organisation: people.beta, post: post)
        guard case .written = try take("confirm", proposed, by: third) else {
            Issue.record("it was not confirmed")
            return
        }
        #expect(register.registry.directory.actor(people.coordinator.account, through: proposed, on: today) != nil)
    }

    @Test func whoeverConfirmsChangesNothingAtTheSameTime() throws {
        let proposed = try mandate("propose", by: people.operatorOfMachine)
        #expect(throws: RegistryRefusal.secondPersonNeeded) {
            try take("confirm", proposed, ["account": .text(people.coordinator.account)], by: people.coordinator)
        }
    }

    @Test(
        arguments: [
            ("account", .text("another"), false), ("from", .period(.day(CalendarDate(daysSinceEpoch: 0))), false),
            ("until", .period(.day(CalendarDate(daysSinceEpoch: 40_000))), false), ("holder", .text("Renamed"), true),
            ("until", .period(.day(InterfaceRegister.now.day.adding(days: 1))), true),
        ] as [(String, FieldValue, Bool)])
    func aCorrectionGivesNothingMore(field: String, value: FieldValue, isAllowed: Bool) throws {
        let proposed = try mandate("propose", by: people.operatorOfMachine)
        try take("confirm", proposed, by: people.coordinator)
        func correct() throws {
            try take("correct", proposed, [field: value], by: people.operatorOfMachine, version: 2, reason: "wrong")
        }
        if isAllowed {
            try correct()
        } else {
            #expect(throws: RegistryRefusal.secondPersonNeeded) { try correct() }
        }
    }

    @Test func aPostThatSomebodyHoldsKeepsItsKind() throws {
        let quiet = try register.open(
            "function", "open", ["organisation": .link(people.alpha), "kind": .code("rapporteur")],
            by: people.coordinator)
        _ = try mandate("open", by: people.operatorOfMachine, post: quiet)
        #expect(throws: RegistryRefusal.postIsHeld) {
            try take(
                "correct", quiet, ["kind": .code("caseworker")], by: people.operatorOfMachine, of: "function",
                reason: "wrong")
        }
    }

    @Test func whoeverSitsAtTheMachineGivesTheFirstOnes() throws {
        _ = try mandate("open", by: Actor(account: "shell-0", function: .systemOperator, organisation: nil))
    }
}
