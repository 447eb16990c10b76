import Foundation
import InterfaceKit
import Testing
import Vocabulary

@testable import Website

/// An address gets nothing but one code before its holder has shown that it is theirs.
@Suite struct ReminderMailboxTests {
    private let register: InterfaceRegister
    private let mailbox: ReminderMailbox
    private let address: MailAddress
    private let now = InterfaceRegister.now
    private let account = "account-of-somebody"

    init() throws {
        register = try InterfaceRegister()
        mailbox = ReminderMailbox(
            try SealedShelf(folder: register.folder.appending(path: "shelf"), of: register.ledger))
        address = try MailAddress("post@office.example")
    }

    private func later(minutes: Int64) -> Timestamp { Timestamp(milliseconds: now.milliseconds + minutes * 60_000) }

    @Test func isUsedOnceItsCodeCameBack() throws {
        let code = try mailbox.ask(for: address, of: account, at: now)
        #expect(mailbox.address(of: account) == nil)
        try mailbox.prove("\(code.prefix(4))-\(code.dropFirst(4).lowercased()) ", of: account, at: later(minutes: 5))
        #expect(mailbox.address(of: account) == address)
        #expect(mailbox.address(of: "account-of-another") == nil)
    }

    @Test func aCodeIsGoodForADayAndForFiveTries() throws {
        let code = try mailbox.ask(for: address, of: account, at: now)
        #expect(throws: ReminderMailbox.Refusal.wrongCode) {
            try mailbox.prove(code, of: account, at: later(minutes: 24 * 60))
        }
        for _ in 1...4 {
            #expect(throws: ReminderMailbox.Refusal.wrongCode) { try mailbox.prove("", of: account, at: now) }
        }
        #expect(throws: ReminderMailbox.Refusal.wrongCode) { try mailbox.prove(code, of: account, at: now) }
    }

    @Test func nobodyFillsTheMailboxOfAnother() throws {
        for number in 0..<5 {
            _ = try mailbox.ask(for: address, of: account, at: later(minutes: Int64(number) * 2))
        }
        #expect(throws: ReminderMailbox.Refusal.tooManyCodes) {
            _ = try mailbox.ask(for: address, of: account, at: later(minutes: 60))
        }
        _ = try mailbox.ask(for: address, of: account, at: later(minutes: 24 * 60))
        #expect(throws: ReminderMailbox.Refusal.tooManyCodes) {
            _ = try mailbox.ask(for: address, of: account, at: later(minutes: 24 * 60 + 1))
        }
    }

    @Test func anotherAddressTakesThePlaceOfTheOneBefore() throws {
        let code = try mailbox.ask(for: address, of: account, at: now)
        try mailbox.prove(code, of: account, at: now)
        _ = try mailbox.ask(for: try MailAddress("other@office.example"), of: account, at: later(minutes: 3))
        #expect(mailbox.address(of: account) == nil)
        mailbox.remove(of: account)
        #expect(mailbox.kept(account) == nil)
    }

    @Test func itLiesSealedAndStaysHoweverLongNobodyTouchesIt() throws {
        let shelf = try SealedShelf(folder: register.folder.appending(path: "shelf"), of: register.ledger)
        let code = try mailbox.ask(for: address, of: account, at: now)
        try mailbox.prove(code, of: account, at: now)
        shelf.sweep(account, now: Date.distantFuture.timeIntervalSince1970)
        #expect(mailbox.address(of: account) == address)
        let files = FileManager.default.enumerator(atPath: register.folder.path)?.allObjects as? [String] ?? []
        for file in files {
            let bytes = FileManager.default.contents(atPath: register.folder.appending(path: file).path) ?? Data()
            #expect(bytes.range(of: Data("office.example".utf8)) == nil, "\(file)")
        }
    }
}
