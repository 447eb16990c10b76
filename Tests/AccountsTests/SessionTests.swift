import Foundation
import Ledger
import Testing
import Vocabulary

@testable import Accounts

@Suite struct SessionTests {
    private let door: TestDoor
    private let account: Account

    init() throws {
        door = try TestDoor()
        account = try door.person()
    }

    private func isAlive(_ secret: Secret, at now: Timestamp) -> Bool {
        (try? door.accounts.session(secret, at: now)) != nil
    }

    @Test(arguments: [(20 * 60_000 - 1, true), (20 * 60_000, false)] as [(Int64, Bool)])
    func endsWhenItIsIdle(after: Int64, alive: Bool) throws {
        let started = try door.session()
        #expect(isAlive(started.secret, at: TestDoor.start.after(after)) == alive)
    }

    @Test func endsAfterTenHoursHoweverBusy() throws {
        let started = try door.session()
        for minute in stride(from: Int64(10), to: 600, by: 10) {
            #expect(isAlive(started.secret, at: TestDoor.start.after(minute * 60_000)))
        }
        #expect(!isAlive(started.secret, at: TestDoor.start.after(600 * 60_000)))
    }

    @Test func aClockThatIsSetBackEndsItAndLengthensNothing() throws {
        let started = try door.session()
        let later = TestDoor.start.after(15 * 60_000)
        #expect(isAlive(started.secret, at: later))
        #expect(isAlive(started.secret, at: later.after(-60_000)), "a correction of a minute is no matter")
        #expect(!isAlive(started.secret, at: later.after(-10 * 60_000)))
    }

    @Test func endsWithTheLockOfTheAccount() throws {
        let started = try door.session()
        try door.accounts.set(.locked, of: account.id, by: "shell-0", at: TestDoor.start)
        #expect(!isAlive(started.secret, at: TestDoor.start))
        try door.accounts.set(.active, of: account.id, by: "shell-0", at: TestDoor.start)
        #expect(!isAlive(started.secret, at: TestDoor.start), "unlocking brings none back")
    }

    @Test func isOverWhenTheySignOutAndStaysOver() throws {
        let started = try door.session()
        try door.accounts.signOut(started.secret)
        #expect(!isAlive(started.secret, at: TestDoor.start))
        try door.accounts.signOut(started.secret)
        #expect(door.journal.kinds.filter { $0 == .signedOut }.count == 1)
    }

    @Test func theOthersAreEndedFromTheListAndThisOneStays() throws {
        let started = try (0..<3).map { _ in try door.session() }
        #expect(try door.accounts.sessions(of: account.id, at: TestDoor.start).count == 3)
        let count = try door.accounts.revokeSessions(
            .allBut(started[1].session.id), of: account.id, by: account.id.description)
        #expect(count == 2)
        #expect(started.map { isAlive($0.secret, at: TestDoor.start) } == [false, true, false])
    }

    @Test func nobodyRevokesASessionOfSomebodyElse() throws {
        let other = try door.person("quince")
        let started = try door.session()
        #expect(try door.accounts.revokeSessions(.one(started.session.id), of: other.id, by: "shell-0") == 0)
        #expect(isAlive(started.secret, at: TestDoor.start))
    }

    @Test func anotherMandateMeansAnotherSecret() throws {
        let started = try door.session()
        let next = try door.accounts.take(mandate: "m2", in: started.secret, at: TestDoor.start)
        #expect(!isAlive(started.secret, at: TestDoor.start))
        #expect(try door.accounts.session(next.secret, at: TestDoor.start).mandate == "m2")
        #expect(next.session.id == started.session.id)
    }

    @Test func aFreshProofIsFreshForFiveMinutes() throws {
        let started = try door.session()
        try door.accounts.requireFreshProof(started.session, at: TestDoor.start.after(5 * 60_000))
        let later = TestDoor.start.after(5 * 60_000 + 1)
        #expect(throws: AccountRefusal.proofTooOld) {
            try door.accounts.requireFreshProof(started.session, at: later)
        }
        let proved = try door.accounts.proveAgain(
            password: TestDoor.password, code: nil, in: started.secret, from: TestDoor.visitor, at: later)
        try door.accounts.requireFreshProof(proved.session, at: later)
        #expect(!isAlive(started.secret, at: later))
    }

    @Test func aProofWithAWrongPasswordLeavesTheSessionAsItWas() throws {
        let started = try door.session()
        #expect(throws: AccountRefusal.wrongCredentials) {
            try door.accounts.proveAgain(
                password: "not the password at all", code: nil, in: started.secret, from: TestDoor.visitor,
                at: TestDoor.start)
        }
        #expect(isAlive(started.secret, at: TestDoor.start))
    }

    @Test func aChangedPasswordEndsTheOtherSessions() throws {
        let (first, second) = (try door.session(), try door.session())
        let changed = try door.accounts.changePassword(
            from: TestDoor.password, to: TestDoor.otherPassword, in: first.secret, at: TestDoor.start)
        #expect(!isAlive(first.secret, at: TestDoor.start) && !isAlive(second.secret, at: TestDoor.start))
        #expect(isAlive(changed.secret, at: TestDoor.start))
        #expect(throws: AccountRefusal.wrongCredentials) { try door.session() }
    }

    @Test func theTokenOfAFormBelongsToOneSecret() throws {
        let (first, second) = (try door.session(), try door.session())
        let token = door.accounts.formToken(for: first.secret)
        #expect(door.accounts.isFormToken(token, for: first.secret))
        #expect(!door.accounts.isFormToken(token, for: second.secret))
        #expect(!door.accounts.isFormToken("", for: first.secret))
        #expect(token != first.secret.text)
    }

    @Test func aSecretIsNeverPrinted() throws {
        let secret = Secret.random()
        #expect(!"\(secret)".contains(secret.text) && !String(reflecting: secret).contains(secret.text))
        var dumped = ""
        dump(secret, to: &dumped)
        #expect(!dumped.contains(secret.text))
        #expect(Secret(secret.text)?.text == secret.text)
        #expect(Secret(secret.text + "A") == nil && Secret(String(secret.text.dropLast())) == nil)
    }
}
