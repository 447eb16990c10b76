import Access
import Foundation
import Ledger
import Mechanisms
import SQLiteStore
import Testing

@Suite struct BackupTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("backup-\(UUID().uuidString)")

    private func restore(_ backup: String, into path: String, keysFrom: String? = nil, mayReplace: Bool = false) throws
        -> Verification
    {
        try Ledger.restore(
            at: RestoringFolder(backup: backup, into: path, keysFrom: keysFrom, mayReplace: mayReplace),
            rules: .none, under: TestRegister.grant(.restore)
        ) { TestRegister.now }
    }

    private func registerWithBackup() throws -> (TestRegister, backup: String) {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let register = try TestRegister()
        _ = try register.ledger.append(
            [Draft.person(1, name: "Somebody"), Draft.person(2, name: "Another")], under: TestRegister.grant(.write))
        let backup = folder.appendingPathComponent("ledger.backup").path
        _ = try register.ledger.backup(to: backup, under: TestRegister.grant(.backup))
        return (register, backup)
    }

    @Test func aBackupRestoredIntoANewFolderWithItsKeysIsTheSameLedger() throws {
        let (register, backup) = try registerWithBackup()
        defer { try? FileManager.default.removeItem(at: folder) }
        try register.ledger.close()
        let restored = folder.appendingPathComponent("new").path
        let verification = try restore(backup, into: restored, keysFrom: register.path)
        #expect(verification.events == 3)
        let ledger = try TestRegister.open(restored)
        #expect(
            try ledger.read(Draft.id(2), under: TestRegister.grant(.read, on: Draft.id(2))).fields["family-name"]
                == .text("Another"))
        #expect(try ledger.verify(projections: true).faults == [])
    }

    @Test func aLedgerThatIsThereIsNotReplacedUnlessToldAndThenKeptAside() throws {
        let (register, backup) = try registerWithBackup()
        defer { try? FileManager.default.removeItem(at: folder) }
        try register.ledger.close()
        #expect(throws: LedgerFailure.wouldReplace(folder: register.path)) {
            try restore(backup, into: register.path)
        }
        _ = try restore(backup, into: register.path, mayReplace: true)
        #expect(FileManager.default.fileExists(atPath: register.file("ledger.sqlite.replaced-1").path))
        try register.reopenAfterClosing()
        #expect(try register.ledger.verify(projections: true).faults == [])
    }

    @Test func aPersonErasedAfterTheBackupStaysErased() throws {
        let (register, backup) = try registerWithBackup()
        defer { try? FileManager.default.removeItem(at: folder) }
        try register.ledger.erase(Draft.id(1), reason: nil, under: TestRegister.grant(.erase))
        try register.ledger.close()
        _ = try restore(backup, into: register.path, mayReplace: true)
        try register.reopenAfterClosing()
        guard
            case .sealed = try register.ledger.read(Draft.id(1), under: TestRegister.grant(.read, on: Draft.id(1)))
                .fields["family-name"]
        else {
            Issue.record("a backup brought an erased person back")
            return
        }
        #expect(try register.ledger.find(["family-name": "Somebody"], within: TestRegister.reach(.search)) == [])
        #expect(try register.ledger.erased() == [Draft.id(1)])
        #expect(try register.ledger.verify(projections: true).faults == [])
    }

    @Test func aBackupWithOneChangedByteIsRefusedAndNothingIsChanged() throws {
        let (register, backup) = try registerWithBackup()
        defer { try? FileManager.default.removeItem(at: folder) }
        try register.ledger.close()
        var bytes = try Data(contentsOf: URL(fileURLWithPath: backup))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(fileURLWithPath: backup))
        #expect(throws: LedgerFailure.brokenBackup(reason: "its bytes are not those that were written")) {
            try restore(backup, into: register.path, mayReplace: true)
        }
        try register.reopenAfterClosing()
        #expect(try register.ledger.verify(projections: true).faults == [])
    }

    @Test(arguments: [0.0, 0.01, 0.66])
    func aBackupThatWasCutOffIsRefusedAsABackup(share: Double) throws {
        let (register, backup) = try registerWithBackup()
        defer { try? FileManager.default.removeItem(at: folder) }
        try register.ledger.close()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: backup))
        try bytes.prefix(Int(Double(bytes.count) * share)).write(to: URL(fileURLWithPath: backup))
        #expect(throws: LedgerFailure.brokenBackup(reason: "its bytes are not those that were written")) {
            try restore(backup, into: register.path, mayReplace: true)
        }
        try register.reopenAfterClosing()
        #expect(try register.ledger.verify(projections: true).faults == [])
    }

    @Test func aRehearsalProvesTheBackupAndLeavesEverythingAsItWas() throws {
        let (register, backup) = try registerWithBackup()
        defer { try? FileManager.default.removeItem(at: folder) }
        try register.ledger.close()
        let scratch = folder.appendingPathComponent("scratch")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: false)
        try FileManager.default.copyItem(
            at: register.file("vault.sqlite"), to: scratch.appendingPathComponent("vault.sqlite"))
        let before = try Data(contentsOf: register.file("ledger.sqlite"))
        let proof = try Ledger.rehearse(
            at: RestoringFolder(backup: backup, into: scratch.path, keyPath: register.file("master.key").path),
            rules: .none, under: TestRegister.grant(.restore)
        ) { TestRegister.now }
        #expect(proof.verification.events == 3)
        #expect(proof.checkpoint.sequence == 3)
        #expect(proof.records == ["person": 2])
        #expect(proof.erasedAgain == 0)
        #expect(try Data(contentsOf: register.file("ledger.sqlite")) == before)
        let left = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
        #expect(!left.contains("ledger.sqlite") && !left.contains("restoring"))
    }

    @Test func anOlderSchemaIsBroughtUpByARebuildAndRefusedBefore() throws {
        let register = try TestRegister(rules: SmallBook.rules)
        _ = try register.ledger.append(
            [Draft.person(1, name: "Somebody"), Draft.episode(2, of: 1)], under: TestRegister.grant(.write))
        try register.ledger.close()
        let path = register.file("ledger.sqlite").path
        let store = try SQLiteStore(path: path, schema: .ledger)
        try store.write { connection in
            for table in ["word", "standing", "listed_code", "rule", "request", "attachment", "record", "link"] {
                try connection.define("DROP TABLE \(table)")
            }
            try connection.define("CREATE TABLE record (mechanism TEXT NOT NULL, id TEXT PRIMARY KEY)")
            try connection.mark(Schema(applicationID: 0, version: 1, statements: []))
        }
        try store.close()
        #expect(throws: StoreFailure.otherSchema(file: path, found: 1, known: Schema.ledger.version)) {
            try TestRegister.open(register.path, rules: SmallBook.rules)
        }
        let ledger = try TestRegister.open(register.path, for: .rebuilding, rules: SmallBook.rules)
        #expect(try ledger.rebuild(under: TestRegister.grant(.rebuild)))
        try ledger.close()
        try register.reopenAfterClosing()
        #expect(try register.ledger.verify(projections: true).faults == [])
        #expect(try register.ledger.record(Draft.id(2))?.state == "potential")
    }

    @Test func anotherBookIsRefusedUntilARebuildUnlessNoRecordMakesADifference() throws {
        let register = try TestRegister()
        _ = try register.ledger.append([Draft.person(1)], under: TestRegister.grant(.write))
        try register.ledger.close()
        #expect(throws: LedgerFailure.otherBook(mechanism: "person")) {
            try TestRegister.open(register.path, rules: SmallBook.rules)
        }
        let others = ProjectionRules(SmallBook.mechanisms.filter { $0.name != "person" })
        try TestRegister.open(register.path, rules: others).close()
        let ledger = try TestRegister.open(register.path, for: .rebuilding, rules: SmallBook.rules)
        #expect(try ledger.rebuild(under: TestRegister.grant(.rebuild)))
        try ledger.close()
        let fitting = try TestRegister.open(register.path, rules: SmallBook.rules)
        #expect(try fitting.verify(projections: true).faults == [])
        try fitting.close()
        try register.reopenAfterClosing(for: .readingSealed)
    }

    @Test func aBackupContainsNoKey() throws {
        let (register, backup) = try registerWithBackup()
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try SQLiteStore(path: backup, schema: .ledger)
        #expect(throws: (any Error).self) {
            try store.read { try $0.query("SELECT person FROM person_key", []) { _ in true } }
        }
        try store.close()
        try register.ledger.close()
    }
}
