import Foundation
import Ledger
import Testing
import Vocabulary

@testable import Accounts

@Suite struct LinkTests {
    private let door: TestDoor
    private let account: Account
    private let made: MadeLink

    init() throws {
        door = try TestDoor()
        account = try door.person()
        made = try door.accounts.makeLink(.passwordReset, for: account.id, by: "shell-0", at: TestDoor.start)
    }

    private func use(_ password: String = TestDoor.otherPassword, at now: Timestamp = TestDoor.start) throws {
        try door.accounts.setPassword(password, through: made.secret, from: TestDoor.visitor, at: now)
    }

    @Test func isGoodOnce() throws {
        try use()
        #expect(throws: AccountRefusal.linkNotValid) { try use() }
        #expect(door.journal.kinds.suffix(3) == [.linkUsed, .passwordSet, .refused])
    }

    @Test func ofTwoWhoUseItAtTheSameTimeOneSetsThePassword() async throws {
        let (accounts, secret) = (door.accounts, made.secret)
        let passwords = (0..<6).map { "kapok lantern ribald zinnia \($0)" }
        let set = await withTaskGroup(of: String?.self) { group in
            for password in passwords {
                group.addTask {
                    let done: Void? = try? accounts.setPassword(
                        password, through: secret, from: TestDoor.visitor, at: TestDoor.start)
                    return done == nil ? nil : password
                }
            }
            return await group.reduce(into: [String]()) { if let password = $1 { $0.append(password) } }
        }
        #expect(set.count == 1)
        let password = try #require(set.first)
        _ = try door.accounts.signIn(
            name: "mandarin", password: password, from: TestDoor.visitor, at: TestDoor.start)
    }

    @Test(arguments: [(-1, true), (0, false)] as [(Int64, Bool)])
    func isGoodForADay(beyond: Int64, good: Bool) throws {
        let now = TestDoor.start.after(24 * 3_600_000 + beyond)
        let link = try? door.accounts.link(made.secret, from: TestDoor.visitor, at: now)
        #expect((link != nil) == good)
    }

    @Test func isNotGoodBeforeItWasMade() {
        #expect(throws: AccountRefusal.linkNotValid) { try use(at: TestDoor.start.after(-3_600_000)) }
    }

    @Test func aNewOneReplacesTheOld() throws {
        _ = try door.accounts.makeLink(.passwordReset, for: account.id, by: "shell-0", at: TestDoor.start)
        #expect(throws: AccountRefusal.linkNotValid) { try use() }
    }

    @Test func aPasswordThatIsRefusedDoesNotUseItUp() throws {
        #expect(throws: AccountRefusal.passwordTooCommon) { try use("password12345") }
        #expect(throws: AccountRefusal.passwordNamesPerson) { try use("my own mandarin tree") }
        try use()
    }

    @Test func lookingAtItDoesNotUseItUp() throws {
        let link = try door.accounts.link(made.secret, from: TestDoor.visitor, at: TestDoor.start)
        #expect(link.account.id == account.id && link.purpose == .passwordReset)
        try use()
    }

    @Test func whatWasOpenEndsWhenItIsUsed() throws {
        let started = try door.session()
        try use()
        #expect(throws: AccountRefusal.sessionOver) {
            try door.accounts.session(started.secret, at: TestDoor.start)
        }
    }

    @Test func itLeavesTheSecondFactorInItsPlace() throws {
        let other = try door.person("quince", requiresSecondFactor: true)
        _ = try door.secondFactor(of: "quince")
        let link = try door.accounts.makeLink(.passwordReset, for: other.id, by: "shell-0", at: TestDoor.start)
        try door.accounts.setPassword(
            TestDoor.otherPassword, through: link.secret, from: TestDoor.visitor, at: TestDoor.start)
        let step = try door.accounts.signIn(
            name: "quince", password: TestDoor.otherPassword, from: TestDoor.visitor, at: TestDoor.start)
        guard case .needsSecondFactor = step else { throw TestDoor.Unexpected(step: step) }
    }

    @Test func guessingAtLinksIsHeldOff() throws {
        for _ in 0..<41 {
            #expect(throws: AccountRefusal.linkNotValid) {
                try door.accounts.link(.random(), from: TestDoor.visitor, at: TestDoor.start)
            }
        }
        #expect(throws: AccountRefusal.heldOff(until: TestDoor.start.after(60_000))) {
            try door.accounts.link(made.secret, from: TestDoor.visitor, at: TestDoor.start)
        }
        let elsewhere = Visitor(address: "198.51.100.4", device: "")
        _ = try door.accounts.link(made.secret, from: elsewhere, at: TestDoor.start)
    }
}
