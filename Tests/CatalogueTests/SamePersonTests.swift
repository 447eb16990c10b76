import Access
import Catalogue
import Foundation
import Mechanisms
import NumericMethods
import TestKit
import Testing
import Vocabulary

/// How two records come to be one person, or two: decision 0182.
@Suite struct SamePersonTests {
    private struct Memory: Register {
        var records: [RecordID: RecordState] = [:]
        var taken: [RecordID: [StepTaken]] = [:]

        func state(of record: RecordID) -> RecordState? { records[record] }
        func mechanism(of record: RecordID) -> String? { records[record]?.mechanism }
        func isLinked(_ record: RecordID, from mechanism: String, field: String) -> Bool {
            !records(of: mechanism, naming: record, in: field).isEmpty
        }
        func records(of mechanism: String, naming record: RecordID, in field: String) -> [RecordState] {
            records.values.filter { $0.mechanism == mechanism && $0.fields[field] == .link(record) }
        }
        func isBeside(_ record: RecordID, _ other: RecordID) -> Bool { false }
        func steps(of record: RecordID) -> [StepTaken] { taken[record] ?? [] }
    }

    private let interpreter: Interpreter
    private var memory = Memory()
    private let day = Period.day(CalendarDate(daysSinceEpoch: 19_500))

    init() throws {
        interpreter = try ShippedInterpreter.make()
        for number: UInt64 in 1...3 { try take("open", of: "person", SamePersonTests.id(number)) }
    }

    private static func id(_ number: UInt64) -> RecordID { RecordID(high: 1, low: number) }
    private static let pair = id(100)

    @discardableResult
    private mutating func take(
        _ step: String, of mechanism: String = "same-person", _ record: RecordID = pair, by account: String = "anna",
        as function: FunctionKind = .caseworker, with changes: [String: FieldValue] = [:], reason: String? = "looked"
    ) throws -> String {
        let actor = Actor(account: account, function: function, organisation: Self.id(500))
        let grant = try Policy().decide(actor, .write, on: Target(.victims, relations: [.own]), for: .protection).get()
        var generator = SeededGenerator(seed: 3)
        let command = Command(
            mechanism: mechanism, record: record, transition: step,
            expectedVersion: memory.records[record]?.version ?? 0, changes: changes, effective: day, reason: reason)
        let drafts = try interpreter.decide(
            [command], under: grant, register: memory, at: Timestamp(milliseconds: 0), using: &generator
        ).get()
        for draft in drafts {
            memory.taken[draft.record, default: []].append(
                StepTaken(draft.kind, by: account, changes: draft.changes))
            if memory.records[draft.record] == nil {
                memory.records[draft.record] = RecordState(opening: draft)
            } else {
                memory.records[draft.record]?.apply(draft)
            }
        }
        return drafts[0].state
    }

    private mutating func propose(
        _ band: String, _ record: RecordID = pair, _ first: UInt64 = 1, _ second: UInt64 = 2
    ) throws {
        try take(
            "propose", record, by: "machine",
            with: [
                "first": .link(Self.id(first)), "second": .link(Self.id(second)), "basis": .text("model"),
                "band": .code(band), "probability": .integer(700), "evidence": .text("prior:-9.0"),
            ])
    }

    @discardableResult
    private mutating func judge(_ code: String, by account: String) throws -> String {
        try take("judge", by: account, with: ["judgement": .code(code)])
    }

    private func kinds(_ body: () throws -> Void) -> [Refusal.Kind] {
        do { try body() } catch let refusal as Refusal { return refusal.problems.map(\.kind) } catch { return [] }
        return []
    }

    @Test(arguments: [("same", "asserted"), ("different", "rejected"), ("unsure", "judged")])
    mutating func onePersonDecidesWhereTheEvidenceIsClear(says: String, leads: String) throws {
        try propose("clear")
        #expect(try judge(says, by: "anna") == leads)
    }

    @Test(arguments: [
        (["same", "same"], ["judged", "asserted"]), (["different", "different"], ["judged", "rejected"]),
        (["same", "different", "same"], ["judged", "disputed", "asserted"]),
        (["same", "unsure", "different"], ["judged", "disputed", "unsettled"]),
        (["unsure", "different", "different"], ["judged", "disputed", "rejected"]),
        (["unsure", "unsure", "same"], ["judged", "disputed", "unsettled"]),
    ])
    mutating func twoWhoAgreeDecideWhereItIsNotAndAThirdWhereTheyDiffer(says: [String], leads: [String]) throws {
        try propose("uncertain")
        var states: [String] = []
        for (place, code) in says.enumerated() { states.append(try judge(code, by: "person \(place)")) }
        #expect(states == leads)
    }

    @Test mutating func nobodyJudgesTwice() throws {
        try propose("uncertain")
        try judge("same", by: "anna")
        #expect(kinds { try judge("same", by: "anna") } == [.samePerson])
        #expect(try judge("same", by: "bela") == "asserted")
    }

    @Test mutating func nobodyJudgesTwiceInOneRequest() throws {
        try propose("uncertain")
        let actor = Actor(account: "anna", function: .caseworker, organisation: nil)
        let grant = try Policy().decide(actor, .write, on: Target(.victims, relations: [.own]), for: .protection).get()
        var generator = SeededGenerator(seed: 3)
        let commands = [1, 2].map { version in
            Command(
                mechanism: "same-person", record: Self.pair, transition: "judge", expectedVersion: version,
                changes: ["judgement": .code("same")], effective: day, reason: "looked")
        }
        let decision = try interpreter.decide(
            commands, under: grant, register: memory, at: Timestamp(milliseconds: 0), using: &generator)
        #expect(throws: Refusal.self) { try decision.get() }
    }

    @Test mutating func aJudgementIsSaidAnewWithAReasonAndChangesNothingElse() throws {
        try propose("uncertain")
        #expect(kinds { try take("judge", with: ["judgement": .code("same")], reason: " ") } == [.missingReason])
        #expect(
            kinds { try take("judge", with: ["judgement": .code("same"), "band": .code("clear")]) }
                == [.changesMore])
        #expect(kinds { try take("judge", with: ["judgement": .code("perhaps")]) } == [.unknownCode])
        try judge("same", by: "anna")
        #expect(kinds { try take("judge", by: "bela") } == [.missingField])
    }

    @Test(arguments: [FunctionKind.liaisonOfficer, .rapporteur, .coordinator, .dataProtectionOfficer, .systemOperator])
    mutating func othersThanThoseWhoReadNamesDoNotJudge(function: FunctionKind) throws {
        let judge = try #require(Mechanism.samePerson.transition("judge"))
        let propose = try #require(Mechanism.samePerson.transition("propose"))
        #expect(!judge.by.contains(function) && !propose.by.contains(function))
    }

    @Test(arguments: ["proposed", "asserted", "rejected", "withdrawn"])
    mutating func aPairIsProposedOnceWhateverBecameOfIt(state: String) throws {
        try propose("clear")
        switch state {
        case "asserted": try judge("same", by: "anna")
        case "rejected": try judge("different", by: "anna")
        case "withdrawn": try take("withdraw")
        default: break
        }
        #expect(kinds { try propose("clear", Self.id(101), 2, 1) } == [.alreadyStated])
        try propose("clear", Self.id(102), 1, 3)
    }

    @Test mutating func whatWasJudgedDifferentIsJoinedByNobodyUntilItIsTakenBack() throws {
        try propose("clear")
        try judge("different", by: "anna")
        let byHand: [String: FieldValue] = [
            "first": .link(Self.id(2)), "second": .link(Self.id(1)), "basis": .text("papers"),
        ]
        #expect(kinds { try take("assert", Self.id(103), with: byHand) } == [.alreadyStated])
        #expect(try take("withdraw", by: "bela") == "withdrawn")
        #expect(try take("assert", Self.id(103), with: byHand) == "asserted")
    }

    @Test mutating func whatThePersonSaysByHandHasNoEvidenceOfTheProgram() throws {
        let faked: [String: FieldValue] = [
            "first": .link(Self.id(1)), "second": .link(Self.id(2)), "basis": .text("papers"),
            "probability": .integer(999),
        ]
        #expect(kinds { try take("assert", Self.id(103), with: faked) } == [.changesMore])
        #expect(Mechanism.samePerson.transition("propose")?.isByRegister == true)
    }
}
