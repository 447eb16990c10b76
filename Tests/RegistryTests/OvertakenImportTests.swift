import Access
import Foundation
import Intake
import InterfaceKit
import Ledger
import Mechanisms
@testable import Registry
import Synchronization
import Testing
import Vocabulary

/// An import takes long: what it rests on may end before it does.
struct OvertakenImportTests {
    private final class Moment: Sendable {
        let kept = Mutex(InterfaceRegister.now)
    }

    private let register: InterfaceRegister
    private let moment = Moment()
    private let mandate: RecordID
    private let worker: Actor
    private var people: InterfacePeople { register.people }
    private static let today = InterfaceRegister.now.day

    init() throws {
        let moment = moment
        register = try InterfaceRegister(clock: { moment.kept.withLock { $0 } })
        let people = register.people
        let post = try register.open(
            "function", "open", ["organisation": .link(people.alpha), "kind": .code("caseworker")],
            by: people.coordinator)
        mandate = try register.open(
            "mandate", "propose",
            [
                "function": .link(post), "holder": .text("Somebody"), "account": .text("account-of-somebody"),
                "rank": .code("main"), "from": .period(.day(Self.today.adding(days: -1))),
                "until": .period(.day(Self.today.adding(days: 1))),
            ], by: people.coordinator)
        try Self.step("confirm", mandate, 1, people.operatorOfMachine, register.registry)
        worker = try #require(
            register.registry.directory.actor("account-of-somebody", through: mandate, on: Self.today))
    }

    private static func step(
        _ way: String, _ record: RecordID, _ version: Int, _ actor: Actor, _ registry: Registry,
        of mechanism: String = "mandate", _ changes: [String: FieldValue] = [:]
    ) throws {
        let command = Command(
            mechanism: mechanism, record: record, transition: way, expectedVersion: version, changes: changes,
            effective: .day(today), reason: "because")
        guard case .written = try registry.submit([command], Asking(actor)) else { throw RegistryRefusal.overtaken }
    }

    private func endMandate() throws {
        try Self.step(
            "end", mandate, 2, people.coordinator, register.registry, ["until": .period(.day(Self.today))])
    }

    private func row(_ number: Int, _ mechanism: String = "person", _ changes: [String: FieldValue] = [:])
        -> RowCommands
    {
        var random = SystemRandomNumberGenerator()
        return RowCommands(
            row: number,
            commands: [
                Command(
                    mechanism: mechanism, record: RecordID(at: InterfaceRegister.now, using: &random),
                    transition: mechanism == "task" ? "set" : "open", changes: changes, effective: .day(Self.today))
            ])
    }

    private func persons() throws -> Int { try register.ledger.records(of: "person").count }

    @Test func stopsOnceItsMandateHasEndedAndKeepsWhatIsIn() async throws {
        let sink = try RegisterSink(register.registry, Asking(worker), eventsAtOnce: 1)
        _ = try await sink.submit([row(2), row(3)])
        try endMandate()
        await #expect(throws: RegistryRefusal.mandateEnded) { try await sink.submit([row(4)]) }
        #expect(try await sink.settle().events == 2)
        #expect(try persons() == 2)
    }

    @Test func writesNothingOfABatchThatWaitedWhileItsMandateEnded() async throws {
        let sink = try RegisterSink(register.registry, Asking(worker))
        _ = try await sink.submit([row(2), row(3)])
        try endMandate()
        await #expect(throws: RegistryRefusal.mandateEnded) { try await sink.finish() }
        #expect(try persons() == 0)
    }

    @Test func writesNothingAfterTheLastDayOfItsMandate() async throws {
        let sink = try RegisterSink(register.registry, Asking(worker))
        _ = try await sink.submit([row(2)])
        moment.kept.withLock { $0 = Timestamp(milliseconds: $0.milliseconds + 86_400_000) }
        await #expect(throws: RegistryRefusal.mandateEnded) { try await sink.submit([row(3)]) }
        #expect(try await sink.settle().events == 0)
        #expect(try persons() == 0)
    }

    @Test func leavesOutARowWhoseGroundIsGoneAndTakesTheOthers() async throws {
        let matter = try register.open(
            "case", "open", ["phenomenon": .code("trafficking")], by: people.caseworkerOfBeta)
        let share = try register.open(
            "share", "offer",
            [
                "packet": .code("victim-data"), "records": .links([matter]), "receiver": .link(people.alpha),
                "purpose": .code("protection"), "basis": .code("legal-obligation"), "legal-basis": .text("Article 1"),
                "marking": .code("named"), "expires-on": .period(.day(Self.today.adding(days: 10))),
            ], by: people.caseworkerOfBeta)
        let sink = try RegisterSink(register.registry, Asking(worker))
        _ = try await sink.submit([
            row(2), row(3, "task", ["title": .text("Call"), "about": .link(matter)]), row(4),
        ])
        try Self.step("withdraw", share, 1, people.caseworkerOfBeta, register.registry, of: "share")
        await #expect(throws: RegistryRefusal.lostRace(groups: 1)) { try await sink.finish() }
        #expect(try persons() == 2)
        #expect(try register.ledger.records(of: "task").isEmpty)
    }

    @Test func ownBatchesAndWhatOthersDoElsewhereStandInNoRowsWay() async throws {
        let sink = try RegisterSink(register.registry, Asking(worker), eventsAtOnce: 2)
        for number in 2...9 {
            _ = try await sink.submit([row(number)])
            if number == 5 { try register.open("person", by: people.caseworkerOfBeta) }
        }
        #expect(try await sink.finish() == 8)
        #expect(try persons() == 9)
    }

    /// A file that was broken off goes on under another mandate, and passes over what is in.
    @Test func theSameFileGoesOnForWhoeverHoldsAPost() async throws {
        let source = ImportSource(
            try SourceDescription(
                yaml: """
                    source: small
                    version: 3
                    columns: { no: , name: }
                    key: [no]
                    effective: { constant: "2026-01-01" }
                    records:
                      person:
                        mechanism: person
                        fields: { given-name: { column: name } }
                    """, known: register.registry.book), hash: "0123")
        let text = "no,name\n" + (1...3000).map { "\($0),Onefold\n" }.joined()
        let listener = ImportListener(progress: { _ in
            // The second time it has ended already.
            try? endMandate()
        })
        let before = try register.ledger.position().sequence
        let broken = await #expect(throws: BrokenImport.self) {
            _ = try await RegisterImport(
                MemoryBytes(text), as: source, into: register.registry, Asking(worker), eventsAtOnce: 100
            ).run(listener)
        }
        #expect((broken?.cause as? RegistryRefusal)?.code == "R125")
        let written = try persons()
        #expect(broken?.events == written && written < 3000)
        let last = try endOfImport(after: before)
        #expect(last?.draft.changes["outcome"] == .code("failed"))
        #expect(last?.draft.changes["events"] == .integer(written))
        let again = try await RegisterImport(
            MemoryBytes(text), as: source, into: register.registry, Asking(people.caseworkerOfAlpha)
        ).run(ImportListener())
        #expect(again.summary.alreadyKnown == written)
        #expect(try persons() == 3000)
    }

    private func endOfImport(after position: Int64) throws -> Event? {
        var found: Event?
        try register.ledger.events(from: position + 1) { event in
            if event.draft.kind == LedgerEvent.endImport { found = event }
            return true
        }
        return found
    }
}
