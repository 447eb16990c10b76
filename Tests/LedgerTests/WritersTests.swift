import Access
import Foundation
import Ledger
import Mechanisms
import Synchronization
import Testing
import Vocabulary

/// Many threads on one ledger.
@Suite struct WritersTests {
    private static let writers = 32
    private static let writesEach = 12

    /// Runs `body` on so many threads at once and waits for all: a queue would give no more than there are processors.
    private static func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
        let ended = DispatchGroup()
        for place in 0..<count {
            ended.enter()
            Thread.detachNewThread {
                body(place)
                ended.leave()
            }
        }
        ended.wait()
    }

    @Test func whatManyThreadsWriteAtOnceIsAllThereOnceAndInOneChain() throws {
        let register = try TestRegister(rules: SmallBook.rules)
        let grant = try TestRegister.grant(.write)
        let acknowledged = Mutex<[Int64]>([])
        let ledger = register.ledger
        WritersTests.onThreads(WritersTests.writers) { writer in
            for place in 0..<WritersTests.writesEach {
                let id = UInt64(1000 + writer * 100 + place)
                guard
                    case .written(let through)? = try? ledger.append(
                        [Draft.person(id, name: "Person \(id)")], under: grant),
                    (try? ledger.record(Draft.id(id)))?.version == 1
                else { return }
                acknowledged.withLock { $0.append(through) }
            }
        }
        let places = acknowledged.withLock { $0.sorted() }
        #expect(places == Array(2...Int64(WritersTests.writers * WritersTests.writesEach) + 1))
        #expect(try register.ledger.verify(projections: true).faults == [])
    }

    @Test func ofManyWhoChangeTheSameVersionOneWinsAndTheOthersHearOfIt() throws {
        let register = try TestRegister(rules: SmallBook.rules)
        let grant = try TestRegister.grant(.write)
        _ = try register.ledger.append([Draft.person(1)], under: grant)
        let outcomes = Mutex<[GroupOutcome]>([])
        let ledger = register.ledger
        WritersTests.onThreads(WritersTests.writers) { _ in
            guard let outcome = try? ledger.append([Draft.person(1, version: 2)], under: grant) else { return }
            outcomes.withLock { $0.append(outcome) }
        }
        let all = outcomes.withLock(\.self)
        #expect(all.count == WritersTests.writers)
        #expect(all.count { if case .written = $0 { true } else { false } } == 1)
        let conflicts = all.compactMap { if case .conflict(let conflict) = $0 { conflict } else { nil } }
        #expect(conflicts.count == WritersTests.writers - 1)
        #expect(conflicts.allSatisfy { $0.expected == 1 && $0.found == 2 && $0.foundAt == 3 })
    }

    @Test func oneWhoIsRefusedInTheMiddleTakesNobodyWithThem() throws {
        let register = try TestRegister(rules: SmallBook.rules)
        let grant = try TestRegister.grant(.write)
        let refused = Mutex(0)
        let ledger = register.ledger
        WritersTests.onThreads(WritersTests.writers) { writer in
            let id = UInt64(2000 + writer)
            let drafts = writer % 4 == 0 ? [Draft.person(id), Draft.person(id)] : [Draft.person(id)]
            if case .conflict? = try? ledger.append(drafts, under: grant) { refused.withLock { $0 += 1 } }
        }
        #expect(refused.withLock(\.self) == WritersTests.writers / 4)
        #expect(try register.ledger.records(of: "person").count == WritersTests.writers * 3 / 4)
        #expect(try register.ledger.verify(projections: true).faults == [])
    }

    @Test func theSameKeyAndRequestAgainWriteNothingAndGiveTheFirstAnswer() throws {
        let register = try TestRegister(rules: SmallBook.rules)
        let grant = try TestRegister.grant(.write)
        let key = RequestKey("a-key", of: grant.actor, request: [1, 2, 3])
        #expect(try register.ledger.answered(key) == nil)
        let drafts = [Draft.person(1), Draft.episode(2, of: 1)]
        let first = try register.ledger.append(drafts, under: grant, key: key)
        #expect(first == .written(through: 3))
        #expect(try register.ledger.append(drafts, under: grant, key: key) == first)
        #expect(try register.ledger.answered(key) == [Draft.id(1): 1, Draft.id(2): 1])
        #expect(try register.ledger.position().sequence == 3)
        let other = RequestKey("a-key", of: grant.actor, request: [1, 2, 4])
        #expect(throws: LedgerFailure.keyReused) { try register.ledger.answered(other) }
        #expect(throws: LedgerFailure.keyReused) {
            try register.ledger.append([Draft.person(5)], under: grant, key: other)
        }
        let neighbour = Actor(account: "another", function: .caseworker, organisation: nil)
        #expect(try register.ledger.answered(RequestKey("a-key", of: neighbour, request: [1, 2, 3])) == nil)
    }

    @Test func aDoubleClickFromTwoThreadsIsOneRecord() throws {
        let register = try TestRegister(rules: SmallBook.rules)
        let grant = try TestRegister.grant(.write)
        let key = RequestKey("double", of: grant.actor, request: [7])
        let outcomes = Mutex<[GroupOutcome]>([])
        let ledger = register.ledger
        WritersTests.onThreads(8) { click in
            // Each click decides on its own id, as a form posted twice does.
            let draft = Draft.person(UInt64(100 + click))
            guard let outcome = try? ledger.append([draft], under: grant, key: key) else { return }
            outcomes.withLock { $0.append(outcome) }
        }
        #expect(outcomes.withLock { $0 } == Array(repeating: .written(through: 2), count: 8))
        #expect(try register.ledger.records(of: "person").count == 1)
    }
}
