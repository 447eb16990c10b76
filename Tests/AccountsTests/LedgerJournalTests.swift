import Access
import Mechanisms
import Crypto
import Foundation
import Ledger
import SQLiteStore
import Testing
import Vocabulary

@testable import Accounts

/// With a ledger in earnest beside the accounts.
@Suite struct LedgerJournalTests {
    private let folder: DataFolder
    private let ledger: Ledger

    init() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "journal-\(UUID().uuidString)").path
        folder = try DataFolder.make(at: path)
        ledger = try Ledger.initialise(
            folder.premises(isNew: true), rules: .none, under: Self.grant(.initialise)
        ) { TestDoor.start }
    }

    private static func grant(_ action: Action) throws -> Grant {
        let actor = Actor(account: "shell-0", function: .systemOperator, organisation: nil)
        return try Policy().decide(actor, action, for: .administration).get()
    }

    private func accounts() throws -> Accounts {
        try Accounts(
            store: folder.accounts(.accounts), key: ledger.derivedKey(for: .accounts), journal: ledger,
            guessedWords: try TestDoor.guessedWords(), settings: .quick, derivation: CountingDerivation())
    }

    @Test func whatHappensAtTheDoorIsInTheLedgerWithoutANameAndTheChainHolds() throws {
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        let accounts = try accounts()
        let account = try accounts.make(
            NewAccount(
                signInName: "mandarin", displayName: "Officer", language: "en", requiresSecondFactor: false),
            by: "shell-0", at: TestDoor.start)
        let link = try accounts.makeLink(.invitation, for: account.id, by: "shell-0", at: TestDoor.start)
        try accounts.setPassword(
            TestDoor.password, through: link.secret, from: TestDoor.visitor, at: TestDoor.start)
        _ = try? accounts.signIn(
            name: "mandarin", password: "not the password", from: TestDoor.visitor, at: TestDoor.start)
        let events = try ledger.accesses(to: ledger.register)
        #expect(
            events.map(\.draft.kind) == [
                "initialise", "account-made", "link-made", "link-used", "password-set", "sign-in-failed",
            ])
        #expect(
            events.map(\.account) == ["shell-0", "shell-0", "shell-0"] + [account.id, account.id].map(\.description)
                + ["nobody"])
        #expect(events[5].draft.changes["subject"] == .code(account.id.description))
        #expect(events[5].draft.changes["refusal"] == .code("N101"))
        #expect(try ledger.verify(projections: true).isSound)
        try ledger.close()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasPrefix("ledger") {
            let bytes = try Data(contentsOf: URL(filePath: folder.path).appending(path: name))
            #expect(bytes.range(of: Data("mandarin".utf8)) == nil, "\(name)")
        }
    }

    @Test func theKeyOutlivesAChangeOfTheMasterKey() throws {
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        let first = try accounts()
        let account = try first.make(
            NewAccount(signInName: "mandarin", displayName: "Officer", language: "en"), by: "shell-0",
            at: TestDoor.start)
        try first.close()
        try ledger.rotateMasterKey(under: Self.grant(.initialise))
        folder.release()
        let again = try DataFolder.open(at: folder.path)
        let opened = try Ledger.open(again.premises(), for: .writing, rules: .none) { TestDoor.start }
        let second = try Accounts(
            store: again.accounts(.accounts), key: opened.derivedKey(for: .accounts), journal: opened,
            guessedWords: try TestDoor.guessedWords())
        #expect(try second.account(account.id).signInName == "mandarin")
    }

    @Test func aLedgerOpenedWithoutItsKeysGivesNone() throws {
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        try ledger.close()
        folder.release()
        let sealed = try Ledger.open(
            DataFolder.open(at: folder.path, isReadOnly: true).premises(), for: .readingSealed, rules: .none
        ) { TestDoor.start }
        #expect(throws: LedgerFailure.self) { try sealed.derivedKey(for: .accounts) }
    }
}
