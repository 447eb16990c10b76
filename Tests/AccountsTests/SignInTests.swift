import Foundation
import Ledger
import Testing
import Vocabulary

@testable import Accounts

@Suite struct SignInTests {
    private let door: TestDoor
    init() throws { door = try TestDoor() }

    @Test func thePasswordAloneLetsInWhoNeedsNoSecondFactor() throws {
        let account = try door.person()
        let started = try door.session()
        #expect(started.session.account == account.id)
        #expect(try door.accounts.session(started.secret, at: TestDoor.start) == started.session)
        #expect(door.journal.kinds.last == .signedIn)
        #expect(try door.accounts.account(account.id).lastSignInAt == TestDoor.start)
    }

    @Test(arguments: ["Mandarin", " mandarin ", "ＭＡＮＤＡＲＩＮ"])
    func aSignInNameIsKnownInAnyCaseAndWidth(typed: String) throws {
        _ = try door.person()
        _ = try door.session(typed)
    }

    @Test func aNameThatNobodyHasIsRefusedAsAWrongPasswordIs() throws {
        _ = try door.person()
        #expect(throws: AccountRefusal.wrongCredentials) { try tryIn("mandarin", "not the password at all") }
        #expect(throws: AccountRefusal.wrongCredentials) { try tryIn("nobody", "not the password at all") }
    }

    /// The same number of keys derived at the same cost: what takes the time is alike.
    @Test func aNameThatNobodyHasTakesTheSameWork() throws {
        _ = try door.person()
        let without = try door.accounts.make(
            NewAccount(signInName: "invited", displayName: "I", language: "en"), by: "shell-0", at: TestDoor.start)
        #expect(try !door.accounts.account(without.id).hasPassword)
        func work(_ name: String) -> [ScryptCost] {
            let before = door.derivation.costs.count
            _ = try? tryIn(name, "not the password at all")
            return Array(door.derivation.costs.dropFirst(before))
        }
        let known = work("mandarin")
        #expect(known == [ScryptCost(logarithm: 2)])
        #expect(work("nobody") == known)
        #expect(work("invited") == known)
    }

    @Test func aPasswordOfAMillionCharactersIsWrongAndNothingWorse() throws {
        _ = try door.person()
        #expect(throws: AccountRefusal.wrongCredentials) {
            try tryIn("mandarin", String(repeating: "a", count: 1_000_000))
        }
        #expect(throws: AccountRefusal.wrongCredentials) {
            try tryIn(String(repeating: "m", count: 1_000_000), TestDoor.password)
        }
    }

    @Test func thePasswordIsRightInEitherSpellingOfItsAccents() throws {
        _ = try door.person(password: "r\u{E9}sum\u{E9} crier lentilles")
        _ = try tryIn("mandarin", "re\u{301}sume\u{301} crier lentilles")
    }

    @Test func theSecretOfASignInUnderWayOpensNoSession() throws {
        _ = try door.person()
        guard case .chooseMandate(let pending) = try tryIn("mandarin", TestDoor.password) else {
            Issue.record("another step")
            return
        }
        #expect(throws: AccountRefusal.sessionOver) {
            try door.accounts.session(pending.secret, at: TestDoor.start)
        }
    }

    /// Fixation: nothing that was known before the sign-in is worth anything after it.
    @Test func everyStepHasAnotherSecretAndTheOldOneIsOver() throws {
        _ = try door.person(requiresSecondFactor: true)
        let factor = try door.secondFactor()
        let later = TestDoor.start.after(60_000)
        guard case .needsSecondFactor(let first) = try tryIn("mandarin", TestDoor.password, at: later) else {
            Issue.record("another step")
            return
        }
        let code = Authenticator.code(factor.secret, at: later)
        guard case .chooseMandate(let second) = try door.accounts.proveSecondFactor(code, in: first.secret, at: later)
        else {
            Issue.record("another step")
            return
        }
        let third = try door.accounts.finish(second.secret, mandate: "m", from: TestDoor.visitor, at: later)
        #expect(Set([first.secret.text, second.secret.text, third.secret.text]).count == 3)
        #expect(throws: AccountRefusal.signInOver) { try door.accounts.pendingSignIn(first.secret, at: later) }
        #expect(throws: AccountRefusal.signInOver) {
            try door.accounts.finish(second.secret, mandate: "m", from: TestDoor.visitor, at: later)
        }
        #expect(third.session.mandate == "m")
    }

    @Test func noStepCanBeSkipped() throws {
        _ = try door.person(requiresSecondFactor: true)
        guard case .mustSetUpSecondFactor(let pending) = try tryIn("mandarin", TestDoor.password) else {
            Issue.record("another step")
            return
        }
        #expect(throws: AccountRefusal.signInOver) {
            try door.accounts.finish(pending.secret, mandate: nil, from: TestDoor.visitor, at: TestDoor.start)
        }
        #expect(throws: AccountRefusal.signInOver) {
            try door.accounts.proveSecondFactor("000000", in: pending.secret, at: TestDoor.start)
        }
    }

    @Test func aSignInThatTakesTooLongIsBegunAgain() throws {
        _ = try door.person()
        guard case .chooseMandate(let pending) = try tryIn("mandarin", TestDoor.password) else { return }
        let late = TestDoor.start.after(10 * 60_000)
        #expect(throws: AccountRefusal.signInOver) {
            try door.accounts.finish(pending.secret, mandate: nil, from: TestDoor.visitor, at: late)
        }
    }

    @Test func onlyTheRightPasswordLearnsThatTheAccountIsLocked() throws {
        let account = try door.person()
        try door.accounts.set(.locked, of: account.id, by: "shell-0", at: TestDoor.start)
        #expect(throws: AccountRefusal.wrongCredentials) { try tryIn("mandarin", "not the password at all") }
        #expect(throws: AccountRefusal.locked) { try tryIn("mandarin", TestDoor.password) }
    }

    @Test func aHashOfALowerCostIsReplacedAtSignIn() throws {
        let account = try door.person()
        var dearer = AccountSettings.quick
        dearer.passwordCost = ScryptCost(logarithm: 3)
        try door.reopen(settings: dearer)
        _ = try door.session()
        let before = door.derivation.costs.count
        _ = try door.session()
        #expect(door.derivation.costs.dropFirst(before) == [ScryptCost(logarithm: 3)])
        #expect(try door.accounts.account(account.id).hasPassword)
    }

    @Test func whatCannotBeWrittenDownDoesNotHappen() throws {
        _ = try door.person()
        guard case .chooseMandate(let pending) = try tryIn("mandarin", TestDoor.password) else { return }
        door.journal.fill()
        #expect(throws: StoreFailure.self) {
            try door.accounts.finish(pending.secret, mandate: nil, from: TestDoor.visitor, at: TestDoor.start)
        }
        #expect(try door.accounts.sessions(of: pending.account.id, at: TestDoor.start).isEmpty)
    }

    private func tryIn(_ name: String, _ password: String, at now: Timestamp = TestDoor.start) throws -> SignIn {
        try door.accounts.signIn(name: name, password: password, from: TestDoor.visitor, at: now)
    }
}
