import Foundation
import Ledger
import Testing
import Vocabulary

@testable import Accounts

@Suite struct AttemptTests {
    private let door: TestDoor
    private let account: Account

    init() throws {
        door = try TestDoor()
        account = try door.person()
    }

    private func tryIn(
        _ name: String = "mandarin", right: Bool = false, from address: String = "192.0.2.7",
        at now: Timestamp = TestDoor.start
    ) throws {
        _ = try door.accounts.signIn(
            name: name, password: right ? TestDoor.password : "not the password at all",
            from: Visitor(address: address, device: ""), at: now)
    }

    private func refusal(_ body: () throws -> Void) -> AccountRefusal? {
        do {
            try body()
            return nil
        } catch {
            return error as? AccountRefusal
        }
    }

    /// Four free, then 30 seconds, doubled each time, an hour at most: 30 s · 2^7 = 64 minutes.
    @Test(arguments: [(4, 0), (5, 30), (6, 60), (7, 120), (11, 1920), (12, 3600), (500, 3600)] as [(Int, Int64)])
    func thePauseDoublesUpToAnHour(failures: Int, seconds: Int64) {
        let rule = AttemptBucket.nameFromAddress("", "").rule
        #expect(rule.delay(after: failures) == seconds * 1000)
    }

    @Test(arguments: ["mandarin", "nobody"])
    func fiveFailuresHoldAnyNameOffWhetherItIsThereOrNot(name: String) {
        for _ in 0..<5 { #expect(refusal { try tryIn(name) } == .wrongCredentials) }
        let heldOff = AccountRefusal.heldOff(until: TestDoor.start.after(30_000))
        #expect(refusal { try tryIn(name) } == heldOff)
        #expect(refusal { try tryIn(name, right: true) } == heldOff, "the right password is not looked at")
    }

    @Test func nothingIsHashedWhileItIsHeldOff() {
        for _ in 0..<5 { _ = refusal { try tryIn() } }
        let before = door.derivation.costs.count
        for _ in 0..<20 { _ = refusal { try tryIn() } }
        #expect(door.derivation.costs.count == before)
    }

    /// The ledger must not be filled by whoever knocks.
    @Test func theLedgerHearsOnceThatItIsHeldOff() {
        for _ in 0..<50 { _ = refusal { try tryIn() } }
        #expect(door.journal.kinds.filter { $0 == .heldOff }.count == 1)
        #expect(door.journal.kinds.filter { $0 == .signInFailed }.count == 5)
    }

    @Test func afterThePauseTheRightPasswordLetsInAndEverythingIsForgotten() throws {
        for _ in 0..<5 { _ = refusal { try tryIn() } }
        let later = TestDoor.start.after(30_000)
        try tryIn(right: true, at: later)
        for _ in 0..<5 { #expect(refusal { try tryIn(at: later) } == .wrongCredentials) }
    }

    @Test func oneWhoGuessesElsewhereDoesNotLockTheirVictimOut() throws {
        for _ in 0..<12 { _ = refusal { try tryIn(from: "203.0.113.9") } }
        try tryIn(right: true)
    }

    @Test func onePasswordTriedOnManyNamesIsHeldOffByItsAddress() throws {
        for number in 0..<41 { #expect(refusal { try tryIn("name\(number)") } == .wrongCredentials) }
        #expect(refusal { try tryIn("name99") } == .heldOff(until: TestDoor.start.after(60_000)))
        #expect(refusal { try tryIn("name99", from: "203.0.113.9") } == .wrongCredentials)
    }

    /// Somebody with an account of their own does not wash their address clean by signing in to it.
    @Test func aSuccessForgivesTheAddressItselfOnly() throws {
        for number in 0..<40 { _ = refusal { try tryIn("name\(number)") } }
        try tryIn(right: true)
        #expect(refusal { try tryIn("name98") } == .wrongCredentials)
        #expect(refusal { try tryIn("name99") } == .heldOff(until: TestDoor.start.after(60_000)))
    }

    @Test func aThousandTriesAtTheSameMomentAreCountedAll() async {
        let accounts = door.accounts
        let looked = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    do {
                        _ = try accounts.signIn(
                            name: "mandarin", password: "not the password at all", from: TestDoor.visitor,
                            at: TestDoor.start)
                    } catch AccountRefusal.wrongCredentials {
                        return true
                    } catch {}
                    return false
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(looked == 5)
    }

    @Test func aClockThatIsSetBackMakesNoPauseLonger() throws {
        for _ in 0..<5 { _ = refusal { try tryIn() } }
        let earlier = TestDoor.start.after(-365 * 86_400_000)
        #expect(refusal { try tryIn(at: earlier) } == .heldOff(until: earlier.after(30_000)))
        try tryIn(right: true, at: earlier.after(30_000))
    }

    @Test func anUnlockedAccountMayTryAgain() throws {
        for address in 0..<21 { _ = refusal { try tryIn(from: "203.0.113.\(address)") } }
        #expect(refusal { try tryIn(right: true) } == .heldOff(until: TestDoor.start.after(60_000)))
        try door.accounts.set(.active, of: account.id, by: "shell-0", at: TestDoor.start)
        try tryIn(right: true)
    }

    @Test(arguments: [
        ("192.0.2.7", "::ffff:192.0.2.7", true), ("192.0.2.7", "192.0.2.8", false),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::1", true), ("2001:db8:1:2::1", "2001:db8:1:3::1", false),
        ("fe80::1%eth0", "fe80::2", true), ("unix", "other", false),
    ])
    func anAddressCountsWithItsHousehold(one: String, other: String, together: Bool) {
        #expect((AddressBucket.of(one) == AddressBucket.of(other)) == together)
    }
}
