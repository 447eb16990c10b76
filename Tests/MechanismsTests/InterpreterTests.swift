import Access
import Mechanisms
import NumericMethods
import TestKit
import Testing
import Vocabulary

@Suite struct InterpreterTests {
    private let now = Timestamp(milliseconds: 1_700_000_000_000)
    private let day = Period.day(CalendarDate(daysSinceEpoch: 19_000))

    private func decide(
        _ commands: [Command], in register: MemoryRegister = MemoryRegister(), as function: FunctionKind = .coordinator
    ) throws -> Result<[EventDraft], Refusal> {
        var generator = SeededGenerator(seed: 7)
        return try Interpreter(book: MiniatureBook.book()).decide(
            commands, under: leave(function), register: register, at: now, using: &generator)
    }

    private func kinds(_ result: Result<[EventDraft], Refusal>) -> [Refusal.Kind] {
        if case .failure(let refusal) = result { refusal.problems.map(\.kind) } else { [] }
    }

    private func id(_ number: UInt64) -> RecordID { RecordID(high: 0, low: number) }

    private func opening(_ changes: [String: FieldValue], record: UInt64 = 1) -> Command {
        Command(mechanism: "thing", record: id(record), transition: "open", changes: changes, effective: day)
    }

    @Test func openingARecordGivesItsFirstEvent() throws {
        let drafts = try decide([opening(["colour": .code("red")])]).get()
        #expect(drafts.map(\.version) == [1])
        #expect(drafts.map(\.state) == ["new"])
    }

    static let wrong: [(String, FieldValue, Refusal.Kind)] = [
        ("colour", .code("blue"), .unknownCode), ("colour", .code("old"), .unknownCode),
        ("colour", .text("red"), .wrongKind), ("colours", .codes(["red", "red"]), .repeatedValue),
        ("size", .integer(10), .wrongKind), ("note", .text(""), .wrongKind),
        ("shape", .text("round"), .unknownField), ("box", .link(RecordID(high: 9, low: 9)), .brokenLink),
        ("boxes", .links([RecordID(high: 9, low: 9)]), .brokenLink),
    ]

    @Test(arguments: wrong)
    func aValueThatDoesNotFitItsFieldIsRefused(field: String, value: FieldValue, kind: Refusal.Kind) throws {
        let changes: [String: FieldValue] = ["colour": .code("red")].merging([field: value]) { _, new in new }
        #expect(try kinds(decide([opening(changes)])) == [kind])
    }

    @Test func everyReasonIsNamedAndNoValueIsQuoted() throws {
        let result = try decide([opening(["note": .text(""), "size": .integer(77), "shape": .text("secret")])])
        #expect(Set(kinds(result)) == [.wrongKind, .unknownField, .missingField])
        if case .failure(let refusal) = result {
            #expect(!refusal.problems.contains { $0.message.contains("secret") || $0.message.contains("77") })
        }
    }

    @Test func aStepFromTheWrongStateIsRefused() throws {
        var register = MemoryRegister()
        register.take(try decide([opening(["colour": .code("red")])]).get())
        let finish = Command(
            mechanism: "thing", record: id(1), transition: "finish", expectedVersion: 1, changes: ["note": .text("x")],
            effective: day, reason: "over")
        register.take(try decide([finish], in: register).get())
        let again = Command(
            mechanism: "thing", record: id(1), transition: "finish", expectedVersion: 2, changes: [:], effective: day,
            reason: "again")
        #expect(try kinds(decide([again], in: register)) == [.wrongState])
    }

    @Test func aStaleVersionIsRefusedNotOverwritten() throws {
        var register = MemoryRegister()
        register.take(try decide([opening(["colour": .code("red")])]).get())
        let stale = Command(
            mechanism: "thing", record: id(1), transition: "finish", expectedVersion: 5, changes: [:], effective: day,
            reason: "over")
        #expect(try kinds(decide([stale], in: register)) == [.staleVersion])
    }

    @Test func aFunctionThatTheStepDoesNotNameIsRefused() throws {
        #expect(try kinds(decide([opening(["colour": .code("red")])], as: .rapporteur)) == [.wrongFunction])
    }

    @Test func aGroupIsDecidedAsAWhole() throws {
        let good = opening(["colour": .code("red")], record: 1)
        let bad = opening(["colour": .code("blue")], record: 2)
        #expect(try kinds(decide([good, bad])) == [.unknownCode])
    }

    @Test func laterCommandsOfAGroupSeeWhatEarlierOnesOpened() throws {
        let box = Command(mechanism: "box", record: id(5), transition: "open", changes: [:], effective: day)
        let thing = opening(["colour": .code("red"), "box": .link(id(5))])
        #expect(try decide([box, thing]).get().count == 2)
        #expect(try kinds(decide([thing, box])) == [.brokenLink])
    }

    @Test func aDeadlineIsComputedFromADayAndNotInventedFromAMonth() throws {
        for (from, until) in [("2023-03-01", "2023-03-11"), ("2023-03", nil)] {
            var register = MemoryRegister()
            let start = try #require(Period(from))
            register.take(try decide([opening(["colour": .code("red"), "from": .period(start)])]).get())
            let finish = Command(
                mechanism: "thing", record: id(1), transition: "finish", expectedVersion: 1,
                changes: ["note": .text("x")], effective: day, reason: "over")
            let draft = try #require(try decide([finish], in: register).get().first)
            #expect(draft.changes["until"] == until.flatMap { Period($0) }.map { .period($0) })
        }
    }

    @Test func aProtectiveDeadlineIsNotBroughtForward() throws {
        var register = MemoryRegister()
        let until = try #require(Period("2023-05-01"))
        register.take(try decide([opening(["colour": .code("red"), "until": .period(until)])]).get())
        let earlier = try #require(Period("2023-04-30"))
        let finish = Command(
            mechanism: "thing", record: id(1), transition: "finish", expectedVersion: 1,
            changes: ["note": .text("x"), "until": .period(earlier)], effective: day, reason: "over")
        #expect(try kinds(decide([finish], in: register)) == [.shortenedDeadline])
    }
}
