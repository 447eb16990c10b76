import Access
import InterfaceKit
import Ledger
import Mechanisms
import Registry
import Synchronization
import Testing
import Vocabulary

/// The first answer is given again to the same account at the same post, for as long as the policy lets them know.
struct RepeatedRequestTests {
    private let register: InterfaceRegister
    private var people: InterfacePeople { register.people }
    private let key = "a-key-of-sixteen-letters"

    init() throws { register = try InterfaceRegister() }

    private func open(_ mechanism: String, _ changes: [String: FieldValue] = [:], way: String = "open") -> Command {
        var random = SystemRandomNumberGenerator()
        return Command(
            mechanism: mechanism, record: RecordID(at: InterfaceRegister.now, using: &random), transition: way,
            changes: changes, effective: .day(InterfaceRegister.now.day))
    }

    private func written(_ command: Command, by actor: Actor) throws -> Set<RecordID>? {
        guard case .written(let versions) = try register.registry.submit([command], Asking(actor), key: key) else {
            return nil
        }
        return Set(versions.keys)
    }

    @Test func theSamePostGetsTheFirstAnswer() throws {
        let first = try written(open("person"), by: people.caseworkerOfAlpha)
        #expect(try written(open("person"), by: people.caseworkerOfAlpha) == first)
    }

    @Test func anotherPostOfTheSameAccountStartsAnew() throws {
        let actor = people.caseworkerOfAlpha
        let second = try register.open(
            "function", "open", ["organisation": .link(people.alpha), "kind": .code("caseworker")],
            by: people.coordinator)
        let first = try written(open("person"), by: actor)
        let other = Actor(account: actor.account, function: .caseworker, organisation: people.alpha, post: second)
        #expect(try written(open("person"), by: other) != first)
    }

    @Test func whoeverLostTheRecordIsToldNothingOfIt() throws {
        let actor = people.caseworkerOfAlpha
        let command = open("case", ["phenomenon": .code("trafficking")])
        _ = try written(command, by: actor)
        let handed = Command(
            mechanism: "case", record: command.record, transition: "hand-over", expectedVersion: 1,
            changes: ["owner": .link(people.beta), "responsible": .link(try #require(people.caseworkerOfBeta.post))],
            effective: .day(InterfaceRegister.now.day), reason: "moved")
        guard case .written = try register.registry.submit([handed], Asking(actor)) else {
            Issue.record("it was not handed over")
            return
        }
        #expect(throws: RegistryRefusal.notFound) {
            try written(open("case", ["phenomenon": .code("trafficking")]), by: actor)
        }
    }

    @Test func anEmergencyAccessSentTwiceIsOne() throws {
        let theirs = try register.open("person", by: people.caseworkerOfBeta)
        func command() -> Command {
            let opened = open("break-glass", ["about": .link(theirs)], way: "break")
            return Command(
                mechanism: opened.mechanism, record: opened.record, transition: opened.transition,
                changes: opened.changes, effective: opened.effective, reason: "Somebody is in danger")
        }
        let first = try written(command(), by: people.caseworkerOfAlpha)
        #expect(try written(command(), by: people.caseworkerOfAlpha) == first)
    }

    /// Whether there is a record is told only to whom it would let in, and either way it is seen.
    @Test func anEmergencyAccessTellsNothingOfRecordsWithoutATrace() throws {
        let theirs = try register.open("person", by: people.caseworkerOfBeta)
        let nobody = RecordID(high: 0x019D_0000_0000_7001, low: 0x8000_0000_0000_0042)
        let asking = Asking(people.caseworkerOfAlpha)
        func refusal(_ about: RecordID, reason: String?) throws -> Refusal? {
            let opened = open("break-glass", ["about": .link(about)], way: "break")
            let command = Command(
                mechanism: opened.mechanism, record: opened.record, transition: opened.transition,
                changes: opened.changes, effective: opened.effective, reason: reason)
            guard case .refused(let refusal) = try register.registry.submit([command], asking) else { return nil }
            return refusal
        }
        let (there, absent) = (try refusal(theirs, reason: nil), try refusal(nobody, reason: nil))
        #expect(there?.problems.map(\.code) == ["M111"])
        #expect(there == absent)
        #expect(try refusal(nobody, reason: "Somebody is in danger")?.problems.map(\.code) == ["M108"])
        #expect(try register.registry.ledger.accesses(to: nobody).last?.draft.kind == LedgerEvent.refuse)
        #expect(try refusal(theirs, reason: "Somebody is in danger") == nil)
    }

    private final class Moment: Sendable {
        let kept = Mutex(InterfaceRegister.now)

        func jump(hours: Int64) {
            kept.withLock { $0 = Timestamp(milliseconds: $0.milliseconds + hours * 3_600_000) }
        }
    }

    private func answer(_ register: InterfaceRegister, key: String) throws -> Set<RecordID>? {
        let asking = Asking(register.people.caseworkerOfAlpha)
        guard case .written(let versions) = try register.registry.submit([open("person")], asking, key: key) else {
            return nil
        }
        return Set(versions.keys)
    }

    /// A clock that is set forwards, or back again, makes no repetition a second write: decision 0177.
    @Test(arguments: [49, 24 * 400, -30] as [Int64])
    func aClockThatJumpsForgetsNothing(hours: Int64) throws {
        let moment = Moment()
        let register = try InterfaceRegister(clock: { moment.kept.withLock { $0 } })
        let first = try answer(register, key: key)
        moment.jump(hours: hours)
        #expect(try answer(register, key: key) == first)
        #expect(try answer(register, key: "another-key-of-letters") != first)
        moment.jump(hours: -hours)
        #expect(try answer(register, key: key) == first)
        #expect(try register.registry.hasAnswered(key, Asking(register.people.caseworkerOfAlpha)))
        #expect(try register.ledger.records(of: "person").count == 2)
    }

    @Test func anAnswerIsForgottenAfterTwoDaysInWhichOthersWereGiven() throws {
        let moment = Moment()
        let register = try InterfaceRegister(clock: { moment.kept.withLock { $0 } })
        let first = try answer(register, key: key)
        for hour in 1...47 {
            moment.jump(hours: 1)
            _ = try answer(register, key: "a-key-for-the-hour-\(hour)")
        }
        #expect(try answer(register, key: key) == first)
        moment.jump(hours: 1)
        _ = try answer(register, key: "a-key-for-the-last-hour")
        #expect(try answer(register, key: key) != first)
    }
}
