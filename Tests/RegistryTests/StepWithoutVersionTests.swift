import Access
import InterfaceKit
import Ledger
import Mechanisms
import Registry
import Testing
import Vocabulary

/// A step that came without a version, as from a form that was tampered with: it opens nothing, and tells nothing.
struct StepWithoutVersionTests {
    private let register: InterfaceRegister
    private var people: InterfacePeople { register.people }

    init() throws { register = try InterfaceRegister() }

    private func step(_ transition: String, _ mechanism: String, on record: RecordID) throws -> SubmissionOutcome {
        let command = Command(
            mechanism: mechanism, record: record, transition: transition, expectedVersion: 0, changes: [:],
            effective: .day(InterfaceRegister.now.day), reason: "r")
        return try register.registry.submit([command], Asking(people.caseworkerOfAlpha))
    }

    @Test(arguments: ["person", "case", "task"])
    func isAnsweredAlikeForWhatIsOutOfReachAndWhatIsNotThere(mechanism: String) throws {
        let theirs = try register.open("person", by: people.caseworkerOfBeta)
        let nobody = RecordID(high: 0x019D_0000_0000_7001, low: 0x8000_0000_0000_0042)
        let transition = try #require(
            register.registry.book.mechanism(mechanism)?.transitions.first { !$0.opensRecord && !$0.isByRegister })
        #expect(throws: RegistryRefusal.notFound) { try step(transition.name, mechanism, on: theirs) }
        #expect(throws: RegistryRefusal.notFound) { try step(transition.name, mechanism, on: nobody) }
    }

    @Test func changesNothingOfWhatIsWithinReach() throws {
        let own = try register.open("person", by: people.caseworkerOfAlpha)
        guard case .refused(let refusal) = try step("close", "person", on: own) else {
            Issue.record("a step without a version was taken")
            return
        }
        #expect(refusal.problems.map(\.kind) == [.staleVersion])
        #expect(try register.registry.read(own, Asking(people.caseworkerOfAlpha)).version == 1)
    }
}
