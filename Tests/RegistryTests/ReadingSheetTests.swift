import Access
import InterfaceKit
import Ledger
import Mechanisms
import Registry
import Testing
import Vocabulary

struct ReadingSheetTests {
    private let register: InterfaceRegister
    private let tally = CountingStore.Tally()
    private var registry: Registry { register.registry }
    private var worker: Actor { register.people.caseworkerOfAlpha }

    private struct Broken: Error {}

    init() throws {
        let tally = tally
        register = try InterfaceRegister(wrap: { premises in
            LedgerPremises(
                events: CountingStore(premises.events, tally: tally), vault: premises.vault, papers: premises.papers)
        })
    }

    private func person() throws -> RecordID {
        try register.open("person", "open", ["given-name": .text("Somebody")], by: worker)
    }

    @Test func severalListsAreWrittenDownInOneTransactionAndAsManyEvents() throws {
        let record = try person()
        _ = try (person(), person())
        let start = try register.ledger.position().sequence
        let (before, inside) = try registry.writingDownTogether { sheet in
            let before = tally.transactions
            for _ in 1...3 { _ = try registry.list(ListRequest("person"), Asking(worker, on: sheet)) }
            return (before, tally.transactions)
        }
        #expect(inside == before)
        #expect(tally.transactions == before + 1)
        #expect(try register.ledger.position().sequence == start + 3)
        let accesses = try register.ledger.accesses(to: record).filter { $0.draft.kind == LedgerEvent.list }
        #expect(accesses.count == 3)
        #expect(accesses.allSatisfy { $0.account == worker.account && $0.draft.changes["found-count"] == .integer(3) })
        #expect(try register.ledger.verify(projections: true).faults == [])
    }

    @Test func whatWasReadIsWrittenDownThoughNoAnswerCameOfIt() throws {
        let record = try person()
        #expect(throws: Broken.self) {
            try registry.writingDownTogether { sheet in
                _ = try registry.list(ListRequest("person"), Asking(worker, on: sheet))
                throw Broken()
            }
        }
        #expect(try register.ledger.accesses(to: record).last?.draft.kind == LedgerEvent.list)
    }

    @Test func aSheetThatWasHandedInTakesNothingMore() throws {
        let record = try person()
        let kept = try registry.writingDownTogether { $0 }
        _ = try registry.list(ListRequest("person"), Asking(worker, on: kept))
        #expect(try register.ledger.accesses(to: record).last?.draft.kind == LedgerEvent.list)
    }

    @Test func anAnswerThatReadNothingWritesNothing() throws {
        let before = try register.ledger.position().sequence
        #expect(try registry.writingDownTogether { _ in 7 } == 7)
        #expect(try register.ledger.position().sequence == before)
    }
}
