import Access
import Foundation
import Ledger
import Mechanisms
import SQLiteStore
import Testing

@Suite struct KeyTests {
    @Test func aWrongKeyFileIsRecognisedAndNothingIsChanged() throws {
        let register = try TestRegister()
        let other = try TestRegister()
        try register.ledger.close()
        try FileManager.default.removeItem(at: register.file("master.key"))
        try FileManager.default.copyItem(at: other.file("master.key"), to: register.file("master.key"))
        #expect(throws: LedgerFailure.wrongMasterKey) { try TestRegister.open(register.path) }
    }

    @Test func aFileThatIsNoKeyIsRefused() throws {
        let register = try TestRegister()
        try register.ledger.close()
        try Data("not a key\n".utf8).write(to: register.file("master.key"))
        chmod(register.file("master.key").path, 0o600)
        #expect(throws: LedgerFailure.malformedMasterKey) { try TestRegister.open(register.path) }
    }

    @Test func aKeyFileThatOthersMayReadIsRefused() throws {
        let register = try TestRegister()
        try register.ledger.close()
        chmod(register.file("master.key").path, 0o640)
        #expect(throws: StoreFailure.exposedKey(path: register.file("master.key").path, mode: "0640")) {
            try TestRegister.open(register.path)
        }
    }

    @Test func theVaultOfAnotherRegisterIsRefused() throws {
        let register = try TestRegister()
        let other = try TestRegister()
        try register.ledger.close()
        try other.ledger.close()
        for name in ["vault.sqlite", "master.key"] {
            try FileManager.default.removeItem(at: register.file(name))
            try FileManager.default.copyItem(at: other.file(name), to: register.file(name))
        }
        #expect(throws: LedgerFailure.vaultOfAnotherRegister) { try TestRegister.open(register.path) }
    }

    @Test func allFilesArePrivateToTheirOwner() throws {
        let register = try TestRegister()
        _ = try register.ledger.append([Draft.person(1, name: "Somebody")], under: TestRegister.grant(.write))
        for name in try FileManager.default.contentsOfDirectory(atPath: register.path) {
            let attributes = try FileManager.default.attributesOfItem(atPath: register.file(name).path)
            #expect((attributes[.posixPermissions] as? Int) == 0o600, "\(name)")
        }
    }

    @Test func afterTheMasterKeyIsChangedIdentitiesOpenAndTheOldKeyDoesNot() throws {
        let register = try TestRegister()
        _ = try register.ledger.append([Draft.person(1, name: "Somebody")], under: TestRegister.grant(.write))
        let old = try Data(contentsOf: register.file("master.key"))
        try register.ledger.rotateMasterKey(under: TestRegister.grant(.initialise))
        try register.reopenAfterClosing()
        let state = try register.ledger.read(Draft.id(1), under: TestRegister.grant(.read, on: Draft.id(1)))
        #expect(state.fields["family-name"] == .text("Somebody"))
        #expect(try register.ledger.find(["family-name": "Somebody"], within: TestRegister.reach(.search)).count == 1)
        #expect(try register.ledger.verify(projections: true).faults == [])
        try register.ledger.close()
        try old.write(to: register.file("master.key"))
        chmod(register.file("master.key").path, 0o600)
        #expect(throws: LedgerFailure.wrongMasterKey) { try TestRegister.open(register.path) }
    }

    @Test func aChangeOfTheMasterKeyCutShortBeforeTheLastStepIsCompletedWhenTheLedgerOpens() throws {
        let register = try TestRegister()
        let old = try Data(contentsOf: register.file("master.key"))
        try register.ledger.rotateMasterKey(under: TestRegister.grant(.initialise))
        // As if the process had died between wrapping the keys and renaming the file.
        try FileManager.default.moveItem(
            at: register.file("master.key"), to: register.file("master.key.next"))
        try old.write(to: register.file("master.key"))
        chmod(register.file("master.key").path, 0o600)
        try register.reopenAfterClosing()
        #expect(!FileManager.default.fileExists(atPath: register.file("master.key.next").path))
        #expect(try register.ledger.verify(projections: true).faults == [])
    }

    @Test func withoutTheKeyEventsAndChecksStillWork() throws {
        let register = try TestRegister()
        _ = try register.ledger.append([Draft.person(1, name: "Somebody")], under: TestRegister.grant(.write))
        try register.ledger.close()
        try FileManager.default.removeItem(at: register.file("master.key"))
        let sealed = try TestRegister.open(register.path, for: .readingSealed)
        #expect(try sealed.verify(projections: true).faults == [])
        #expect(throws: LedgerFailure.closedFor(action: .read)) {
            try sealed.read(Draft.id(1), under: TestRegister.grant(.read, on: Draft.id(1)))
        }
    }
}
