import Access
import Accounts
import Foundation
import InterfaceKit
import Ledger
import Mechanisms
import Registry
import Testing
import Vocabulary

@testable import Website

/// Those who hold a post are told what it owes, once, and of nobody anything (B66).
@Suite struct ReminderDispatcherTests {
    private let house: DeskHouse
    private let post: RecordID
    private let main: Account
    private let alternate: Account
    private let today = InterfaceRegister.now.day

    init() throws {
        house = try DeskHouse()
        main = try house.person("carol")
        alternate = try house.person("oscar")
        post = try house.register.open(
            "function", "open",
            ["organisation": .link(house.register.people.alpha), "kind": .code("caseworker")],
            by: house.register.people.coordinator)
        for (account, rank) in [(main, "main"), (alternate, "alternate")] {
            try house.register.open(
                "mandate", "open",
                [
                    "function": .link(post), "holder": .text(account.displayName),
                    "account": .text(account.id.description), "rank": .code(rank),
                    "from": .period(.day(today.adding(days: -1))),
                ], by: Actor(account: "shell-0", function: .systemOperator, organisation: nil))
        }
        try house.register.registry.refreshDirectory()
    }

    private func task(due days: Int) throws {
        let worker = Actor(
            account: "somebody", function: .caseworker, organisation: house.register.people.alpha, post: post)
        try house.register.open(
            "task", "set",
            [
                "title": .text("Find Given Family a bed"), "assigned-to": .link(post),
                "due-on": .period(.day(today.adding(days: days))),
            ], by: worker)
    }

    private func address(_ account: Account) throws {
        let mailbox = ReminderMailbox(house.workbench.shelf)
        let address = try MailAddress("\(account.signInName)@office.example")
        let code = try mailbox.ask(for: address, of: account.id.description, at: InterfaceRegister.now)
        try mailbox.prove(code, of: account.id.description, at: InterfaceRegister.now)
    }

    /// As after a new start: nothing is kept but ledger, accounts and shelf.
    private func send(_ sender: ScriptedPost?, days: Int = 0, isTrial: Bool = false) async throws -> ReminderRound {
        let dispatcher = try ReminderDispatcher(
            house.register.registry, house.accounts, ReminderMailbox(house.workbench.shelf), sender: sender,
            languages: WorkbenchHouse.languages(), origin: "https://register.example.org")
        return try await dispatcher.send(
            on: today.adding(days: days), at: InterfaceRegister.now, isTrial: isTrial, by: "shell-0")
    }

    @Test func b66GoesToTheMainHolderAndToTheAlternate() async throws {
        for account in [main, alternate] { try address(account) }
        try task(due: 0)
        let sender = try ScriptedPost()
        #expect(try await send(sender).sent == 2)
        #expect(Set(sender.taken.map(\.to.text)) == ["carol@office.example", "oscar@office.example"])
    }

    @Test func b66EachIsSentOnceHoweverOftenTheHouseIsStarted() async throws {
        try address(main)
        try task(due: 0)
        let sender = try ScriptedPost()
        for _ in 1...3 { _ = try await send(sender) }
        #expect(sender.taken.count == 1)
        // A day after, its next one has come; the day after that, none.
        for days in [1, 1, 2] { _ = try await send(sender, days: days) }
        #expect(sender.taken.count == 2)
        try task(due: 2)
        _ = try await send(sender, days: 2)
        #expect(sender.taken.count == 3)
    }

    @Test func b66SaysOfNobodyAnything() async throws {
        try address(main)
        try task(due: 0)
        try task(due: 0)
        let sender = try ScriptedPost()
        _ = try await send(sender)
        let letter = try #require(sender.taken.first)
        #expect(letter.subject == "2 things are due")
        #expect(letter.text.contains("Task: 2, by 21 September 2026 (today)"))
        #expect(letter.text.contains("https://register.example.org/work/calendar"))
        for word in ["Given", "bed", "Officer", "carol", "Alpha", post.description] {
            #expect(!letter.text.contains(word) && !letter.subject.contains(word))
        }
        let events = try house.register.ledger.accesses(to: house.register.ledger.register)
        let sent = try #require(events.last { $0.draft.kind == "reminder-sent" })
        #expect(Set(sent.draft.changes.keys) == ["subject", "mandate", "letter", "reminders"])
        #expect(sent.draft.changes["reminders"] == .code("2"))
    }

    /// The machine falls after the server took the letter and before that is noted: the shelf has nothing of it.
    @Test func b66ALetterThatWasNotNotedIsSentAgainUnderTheSameName() async throws {
        try address(main)
        try task(due: 0)
        let sender = try ScriptedPost()
        _ = try await send(sender)
        house.workbench.shelf.remove(
            .reminded, "00000000-0000-7000-8000-000000000000", of: main.id.description)
        _ = try await send(sender)
        #expect(sender.taken.count == 2 && Set(sender.taken.map(\.name)).count == 1)
    }

    @Test func b66OneWhoIsRefusedKeepsNobodyElseWaiting() async throws {
        for account in [main, alternate] { try address(account) }
        try task(due: 0)
        let sender = try ScriptedPost(failing: [.refused(status: 550)])
        let round = try await send(sender)
        #expect(round.lines.map(\.outcome) == [.failed(code: "W185"), .sent] && round.hasFailures)
        #expect(try await send(sender).lines.map(\.outcome) == [.sent])
    }

    @Test func b66AServerThatIsNotThereEndsTheRoundAndLosesNothing() async throws {
        for account in [main, alternate] { try address(account) }
        try task(due: 0)
        let sender = try ScriptedPost(failing: [.tooSlow])
        let round = try await send(sender)
        #expect(round.lines.count == 1 && round.brokenOff?.hasPrefix("W186") == true)
        #expect(try await send(sender).sent == 2)
    }

    @Test func b66WhoGaveNoAddressFindsItInTheCalendar() async throws {
        try task(due: 0)
        let sender = try ScriptedPost()
        #expect(try await send(sender).lines.map(\.outcome) == [.noAddress, .noAddress])
        try address(main)
        #expect(try await send(sender).sent == 1)
    }

    @Test func b66ATrialSendsNothingAndNotesNothing() async throws {
        try address(main)
        try task(due: 0)
        let before = try house.register.ledger.position().sequence
        #expect(try await send(nil, isTrial: true).lines.map(\.outcome).contains(.wouldBeSent))
        #expect(try house.register.ledger.position().sequence == before)
        let sender = try ScriptedPost()
        #expect(try await send(sender).sent == 1)
        await #expect(throws: MailFailure.noServer) { _ = try await send(nil) }
    }

    @Test func b52WhoLeftOrIsLockedOutIsToldNothing() async throws {
        try address(main)
        try task(due: 0)
        try house.accounts.set(.locked, of: main.id, by: "shell-0", at: InterfaceRegister.now)
        let sender = try ScriptedPost()
        _ = try await send(sender)
        #expect(sender.taken.isEmpty)
    }

    @Test(arguments: [(299, false), (300, true), (1439, true)])
    func b66TheRoundOfADayBeginsAtItsTime(minute: Int64, isTime: Bool) {
        let midnight = Int64(today.daysSinceEpoch) * 86_400_000
        let moment = Timestamp(milliseconds: midnight + minute * 60_000)
        #expect(ReminderDispatcher.isTime(moment, from: 300, done: nil) == isTime)
        #expect(!ReminderDispatcher.isTime(moment, from: 300, done: today))
    }
}
