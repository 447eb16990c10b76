import Access
import Foundation
import Testing
import Vocabulary

@testable import Accounts

@Suite struct TokenTests {
    private let door: TestDoor
    private let account: Account
    private let started: StartedSession
    private let text: String
    private let token: APIToken
    private let end = TestDoor.start.after(30 * 86_400_000)

    init() throws {
        door = try TestDoor()
        account = try door.person()
        let first = try door.session()
        started = try door.accounts.take(mandate: "m1", in: first.secret, at: TestDoor.start)
        (text, token) = try door.accounts.makeToken(
            "nightly export", scope: .readOnly(mechanisms: ["person"]), until: end, in: started.secret,
            at: TestDoor.start)
    }

    private func show(_ text: String, at now: Timestamp = TestDoor.start) throws -> APIToken {
        try door.accounts.token(text, from: TestDoor.visitor, at: now)
    }

    @Test func actsThroughTheMandateOfTheSessionThatMadeIt() throws {
        #expect(text.hasPrefix("rap_\(token.id)_") && text.utf8.count == 64)
        let shown = try show(text)
        #expect(shown.account == account.id && shown.mandate == "m1" && shown.scope == token.scope)
    }

    @Test func endsAtItsMoment() throws {
        _ = try show(text, at: end.after(-1))
        #expect(throws: AccountRefusal.tokenNotValid) { try show(text, at: end) }
    }

    @Test func isNotGoodBeforeItWasMade() {
        #expect(throws: AccountRefusal.tokenNotValid) { try show(text, at: TestDoor.start.after(-3_600_000)) }
    }

    @Test func aRevokedOneWorksNoMoreAndStaysInTheList() throws {
        try door.accounts.revokeToken(token.id, of: account.id, by: account.id.description, at: TestDoor.start)
        #expect(throws: AccountRefusal.tokenNotValid) { try show(text) }
        #expect(try door.accounts.tokens(of: account.id).first?.revokedAt == TestDoor.start)
        #expect(throws: AccountRefusal.tokenNotValid) {
            try door.accounts.revokeToken(token.id, of: account.id, by: "shell-0", at: TestDoor.start)
        }
    }

    @Test func nobodyRevokesATokenOfSomebodyElse() throws {
        let other = try door.person("quince")
        #expect(throws: AccountRefusal.tokenNotValid) {
            try door.accounts.revokeToken(token.id, of: other.id, by: "shell-0", at: TestDoor.start)
        }
        _ = try show(text)
    }

    @Test func aLockedAccountHasNoTokens() throws {
        try door.accounts.set(.locked, of: account.id, by: "shell-0", at: TestDoor.start)
        #expect(throws: AccountRefusal.tokenNotValid) { try show(text) }
    }

    @Test func oneLetterElseIsAnotherToken() throws {
        var letters = Array(text)
        for place in [5, 30, 63] {
            let before = letters[place]
            letters[place] = before == "a" ? "b" : "a"
            #expect(throws: AccountRefusal.tokenNotValid) { try show(String(letters)) }
            letters[place] = before
        }
        #expect(throws: AccountRefusal.tokenNotValid) { try show("") }
        #expect(throws: AccountRefusal.tokenNotValid) { try show("rap_\(token.id)_") }
        _ = try show(String(letters))
    }

    @Test func needsAFreshProofAndALifeWithinAYear() throws {
        func make(until end: Timestamp, at now: Timestamp) throws {
            _ = try door.accounts.makeToken("t", scope: .readOnly(), until: end, in: started.secret, at: now)
        }
        #expect(throws: AccountRefusal.proofTooOld) { try make(until: end, at: TestDoor.start.after(6 * 60_000)) }
        let limit = AccountRefusal.tokenLifeNotAllowed(maximumDays: 366)
        #expect(throws: limit) { try make(until: TestDoor.start, at: TestDoor.start) }
        #expect(throws: limit) { try make(until: TestDoor.start.after(367 * 86_400_000), at: TestDoor.start) }
    }

    @Test func itsUseIsKnownToTheMinute() throws {
        _ = try show(text, at: TestDoor.start.after(1000))
        _ = try show(text, at: TestDoor.start.after(2000))
        #expect(try door.accounts.tokens(of: account.id).first?.usedAt == TestDoor.start.after(1000))
        _ = try show(text, at: TestDoor.start.after(61_000))
        #expect(try door.accounts.tokens(of: account.id).first?.usedAt == TestDoor.start.after(61_000))
    }

    @Test(
        arguments: [
            (Action.read, "person", true), (.write, "person", false), (.read, "case-file", false), (.read, nil, false),
        ] as [(Action, String?, Bool)])
    func aScopeReachesAsFarAsItSays(action: Action, mechanism: String?, may: Bool) {
        let refusal: AccountRefusal? =
            switch Result(catching: { () throws(AccountRefusal) in try token.scope.require(action, on: mechanism) }) {
            case .success: nil
            case .failure(let refusal): refusal
            }
        #expect(refusal == (may ? nil : .outsideScope))
    }

    @Test(arguments: [
        Scope(actions: nil, mechanisms: nil), Scope(actions: [], mechanisms: []),
        .readOnly(mechanisms: ["person", "case-file"]),
    ])
    func aScopeIsReadAsItWasWritten(scope: Scope) { #expect(Scope(stored: scope.stored) == scope) }

    @Test func anActionThatNobodyKnowsIsDamage() { #expect(Scope(stored: "fly|*") == nil) }
}
