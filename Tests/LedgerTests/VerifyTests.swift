import Access
import Foundation
import Ledger
import Mechanisms
import SQLiteStore
import Testing
import Vocabulary

@Suite struct VerifyTests {
    /// A register of nine events, every column filled somewhere, closed and checkpointed.
    private func register() throws -> TestRegister {
        let register = try TestRegister()
        for number in 1...4 as ClosedRange<UInt64> {
            let origin = try register.ledger.fingerprinter()("test", Array(String(number).utf8), 0)
            let reasoned = EventDraft(
                mechanism: "case", record: Draft.id(number + 100), version: 1, kind: "opened", state: "open",
                changes: ["reference": .text("case \(number)")], effective: .day(TestRegister.now.day),
                reason: "as reported")
            _ = try register.ledger.append(
                [Draft.person(number, name: "Person \(number)", origin: origin), reasoned],
                under: TestRegister.grant(.write))
        }
        try register.ledger.checkpoint()
        return register
    }

    /// Changes the stored rows behind the ledger's back.
    private func tamper(_ register: TestRegister, _ sql: String...) throws {
        try register.ledger.close()
        let store = try SQLiteStore(path: register.file("ledger.sqlite").path, schema: .ledger)
        try store.write { connection in
            for statement in sql { try connection.execute(statement, []) }
        }
        try store.close()
        try register.reopenAfterClosing(for: .reading)
    }

    @Test(arguments: [
        "recorded_at", "account", "function", "organisation", "purpose", "rule", "mechanism", "record", "kind", "state",
        "effective", "person", "body",
    ])
    func aChangedTextIsFoundAndTheFirstBadEventNamed(column: String) throws {
        let register = try register()
        try tamper(
            register,
            "UPDATE event SET \(column) = substr(\(column), 1, 2) || '~' || substr(\(column), 4) WHERE sequence = 6")
        let verification = try register.ledger.verify()
        #expect(verification.firstBadEvent == 6)
        #expect(verification.faults.map(\.check) == [.chain])
        #expect(verification.soundThrough == 5)
    }

    @Test(arguments: [
        "version = version + 1", "previous = 1", "origin = x'00112233445566778899aabbccddeeff'", "origin = NULL",
        "person = NULL", "organisation = NULL", "organisation = ''", "hash = zeroblob(32)", "hash = x'00'",
        "reason = 'other'", "sequence = 77", "body = body || ' '",
    ])
    func anyOtherChangeOfAColumnIsFound(change: String) throws {
        let register = try register()
        try tamper(register, "UPDATE event SET \(change) WHERE sequence = 4")
        #expect(try register.ledger.verify().firstBadEvent == 4)
    }

    @Test func aRemovedEventIsFound() throws {
        let register = try register()
        try tamper(register, "DELETE FROM event WHERE sequence = 3")
        #expect(try register.ledger.verify().firstBadEvent == 3)
    }

    @Test func twoEventsInEachOthersPlaceAreFound() throws {
        let register = try register()
        try tamper(
            register, "UPDATE event SET sequence = 99 WHERE sequence = 3",
            "UPDATE event SET sequence = 3 WHERE sequence = 5",
            "UPDATE event SET sequence = 5 WHERE sequence = 99")
        #expect(try register.ledger.verify().firstBadEvent == 3)
    }

    @Test(arguments: 1...8 as ClosedRange<Int>)
    func aTailCutOffAfterACheckpointIsFound(left: Int) throws {
        let register = try register()
        try tamper(register, "DELETE FROM event WHERE sequence > \(left)")
        let verification = try register.ledger.verify()
        #expect(verification.firstBadEvent == Int64(left) + 1)
        #expect(verification.faults.map(\.check) == [.checkpoints])
    }

    @Test func missingCheckpointsAreFound() throws {
        let register = try register()
        try FileManager.default.removeItem(at: register.file("checkpoints.jsonl"))
        #expect(try register.ledger.verify().faults.map(\.check) == [.checkpoints])
    }

    @Test func aCheckpointThatACrashCutShortIsTakenAwayWhenTheLedgerOpens() throws {
        let register = try register()
        try register.ledger.close()
        let file = try FileHandle(forWritingTo: register.file("checkpoints.jsonl"))
        try file.seekToEnd()
        try file.write(contentsOf: Data(#"{"hash":"12"#.utf8))
        try file.close()
        try register.reopenAfterClosing()
        _ = try register.ledger.append([Draft.person(50)], under: TestRegister.grant(.write))
        try register.ledger.checkpoint()
        let verification = try register.ledger.verify()
        #expect(verification.faults == [])
        #expect(verification.checkpoints == 3)
    }

    @Test func aForgedCheckpointIsFound() throws {
        let register = try register()
        let file = register.file("checkpoints.jsonl")
        let forged = try String(contentsOf: file, encoding: .utf8).replacing(
            "\"sequence\":\"9\"", with: "\"sequence\":\"8\"")
        try Data(forged.utf8).write(to: file)
        #expect(try register.ledger.verify().faults.map(\.check) == [.checkpoints])
    }

    @Test(arguments: [
        "UPDATE record SET state = 1", "DELETE FROM record WHERE version = 1", "DELETE FROM standing",
        "UPDATE standing SET holder = 2", "UPDATE word SET text = 'x' WHERE number = 1",
        "DELETE FROM origin", "DELETE FROM identity_token",
        "INSERT INTO link (target, mechanism, field, source) VALUES (1, 1, 1, 1)",
        "INSERT INTO erasure (person, sequence) VALUES ('a', 1)", "DELETE FROM access",
    ])
    func aChangedDerivedTableIsFound(change: String) throws {
        let register = try register()
        try tamper(register, change)
        #expect(try register.ledger.verify().faults == [])
        #expect(try register.ledger.verify(projections: true).faults.map(\.check) == [.projections])
    }

    @Test func aRebuildPutsDerivedTablesRight() throws {
        let register = try register()
        try tamper(register, "DELETE FROM record", "UPDATE origin SET record = 'x'", "DELETE FROM identity_token")
        try register.reopen()
        #expect(try register.ledger.rebuild(under: TestRegister.grant(.rebuild)))
        #expect(try register.ledger.verify(projections: true).faults == [])
    }

    @Test func aByteFlippedAnywhereInAStoredEventIsFound() throws {
        let register = try register()
        try register.ledger.close()
        let file = register.file("ledger.sqlite")
        let sound = try Data(contentsOf: file)
        // The rows of the events lie together: from the first body to the end of the last.
        let body = try #require(sound.range(of: Data(#"["text","case 1"]"#.utf8)))
        let places = stride(from: body.lowerBound - 900, to: body.upperBound + 60, by: 7)
        var unfound: [Int] = []
        for place in places {
            var damaged = sound
            damaged[place] ^= 0x10
            try damaged.write(to: file)
            if try isFound(register) == false { unfound.append(place) }
        }
        try sound.write(to: file)
        #expect(unfound == [])
    }

    private func isFound(_ register: TestRegister) throws -> Bool {
        do {
            let ledger = try TestRegister.open(register.path, for: .readingSealed)
            let verification = try ledger.verify()
            try ledger.close()
            return !verification.faults.isEmpty
        } catch is StoreFailure {
            return true
        }
    }
}
