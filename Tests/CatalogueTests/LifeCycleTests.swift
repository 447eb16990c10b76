import Access
import Catalogue
import Foundation
import Mechanisms
import NumericMethods
import TestKit
import Testing
import Vocabulary

/// What the declarations make of commands, under the interpreter and the code lists of the house.
@Suite struct LifeCycleTests {
    private struct Memory: Register {
        var records: [RecordID: RecordState] = [:]

        func state(of record: RecordID) -> RecordState? { records[record] }
        func mechanism(of record: RecordID) -> String? { records[record]?.mechanism }
        func isLinked(_ record: RecordID, from mechanism: String, field: String) -> Bool {
            records.values.contains { $0.mechanism == mechanism && $0.fields[field] == .link(record) }
        }
        func records(of mechanism: String, naming record: RecordID, in field: String) -> [RecordState] { [] }
        func steps(of record: RecordID) -> [StepTaken] { [] }
        func isBeside(_ record: RecordID, _ other: RecordID) -> Bool {
            records.values.contains { third in
                let named = third.fields.values.flatMap(\.linked)
                return named.contains(record) && named.contains(other)
            }
        }
    }

    private let interpreter: Interpreter
    private let grant: Grant
    private var memory = Memory()
    private let day = Period.day(CalendarDate(daysSinceEpoch: 19_500))

    init() throws {
        interpreter = try ShippedInterpreter.make()
        let actor = Actor(account: "test", function: .competentAuthority, organisation: RecordID(high: 1, low: 500))
        grant = try Policy().decide(actor, .write, on: Target(.victims, relations: [.own]), for: .protection).get()
    }

    private func id(_ number: UInt64) -> RecordID { RecordID(high: 1, low: number) }

    private func command(
        _ mechanism: String, _ record: UInt64, _ transition: String, version: Int = 0,
        _ changes: [String: FieldValue] = [:], reason: String? = nil
    ) -> Command {
        Command(
            mechanism: mechanism, record: id(record), transition: transition, expectedVersion: version,
            changes: changes, effective: day, reason: reason)
    }

    private mutating func take(_ commands: Command...) throws -> [EventDraft] {
        var generator = SeededGenerator(seed: 3)
        let drafts = try interpreter.decide(
            commands, under: grant, register: memory, at: Timestamp(milliseconds: 0), using: &generator
        ).get()
        for draft in drafts {
            if memory.records[draft.record] == nil {
                memory.records[draft.record] = RecordState(opening: draft)
            } else {
                memory.records[draft.record]?.apply(draft)
            }
        }
        return drafts
    }

    @Test mutating func smugglingThatWasTraffickingOpensAStatusForEachPersonWhoHasNone() throws {
        _ = try take(command("person", 1, "open"), command("person", 2, "open"))
        _ = try take(command("status-episode", 9, "open-as-potential", ["person": .link(id(1))]))
        _ = try take(
            command(
                "incident", 3, "record",
                ["phenomenon": .code("smuggling"), "persons": .links([id(1), id(2)]), "started-on": .period(day)]))
        let drafts = try take(
            command(
                "incident", 3, "requalify", version: 1, ["phenomenon": .code("trafficking")],
                reason: "debts were worked off"))
        #expect(drafts.map(\.mechanism) == ["incident", "status-episode"])
        #expect(drafts.last?.changes["person"] == .link(id(2)))
        #expect(drafts.last?.state == "signalled")
        #expect(drafts.last?.changes["registering-organisation"] == .link(id(500)), "it is counted as theirs")
        #expect(memory.records[id(3)]?.fields["started-on"] == .period(day))
    }

    @Test mutating func aPresumedVictimHasAtLeastThirtyDaysThatNobodyShortens() throws {
        _ = try take(
            command("person", 1, "open"),
            command(
                "organisation", 2, "open",
                [
                    "name": .text("An authority"), "kind": .code("law-enforcement"),
                ]))
        _ = try take(command("status-episode", 3, "open-as-potential", ["person": .link(id(1))]))
        let presumed = try take(
            command(
                "status-episode", 3, "presume", version: 1,
                ["authority": .link(id(2)), "decided-on": .period(day), "recovery-from": .period(day)]))
        let until = Period.day(day.start.adding(days: 30))
        #expect(presumed.first?.changes["recovery-until"] == .period(until))
        let shorter = command(
            "status-episode", 3, "correct-presumed", version: 2, ["recovery-until": .period(day)], reason: "in a hurry")
        #expect(throws: Refusal.self) { try take(shorter) }
        let declined = try take(command("status-episode", 3, "decline", version: 2))
        #expect(declined.first?.state == "declined")
    }

    @Test mutating func aNegativeDecisionWithoutReasonsIsRefusedAndGetsItsLastDayToAppeal() throws {
        _ = try take(
            command("person", 1, "open"),
            command(
                "organisation", 2, "open",
                [
                    "name": .text("An authority"), "kind": .code("law-enforcement"),
                ]))
        _ = try take(command("status-episode", 3, "open-as-presumed", ["person": .link(id(1))]))
        let decision: [String: FieldValue] = ["authority": .link(id(2)), "decided-on": .period(day)]
        #expect(throws: Refusal.self) { try take(command("status-episode", 3, "not-identify", version: 1, decision)) }
        let reasoned = decision.merging(["reasons": .text("see file")]) { _, new in new }
        let drafts = try take(command("status-episode", 3, "not-identify", version: 1, reasoned))
        #expect(drafts.first?.changes["appeal-until"] == .period(.day(day.start.adding(days: 14))))
    }
}
