import Testing
import Vocabulary

@testable import Accounts

@Suite struct StandingTests {
    private let door: TestDoor

    init() throws { door = try TestDoor() }

    @Test func anAccountWaitsUntilSomebodyHasSignedIn() throws {
        let account = try door.person()
        #expect(try door.accounts.standing(of: account, at: TestDoor.start) == .waiting)
    }

    @Test func aHeldOffNameSaysUntilWhen() throws {
        let account = try door.person()
        // From 21 addresses, so that only the name is held off: 20 tries are free, then a minute.
        for number in 1...21 {
            let visitor = Visitor(address: "198.51.100.\(number)", device: "")
            _ = try? door.accounts.signIn(
                name: account.signInName, password: "wrong words entirely", from: visitor, at: TestDoor.start)
        }
        let end = TestDoor.start.adding(60_000)
        #expect(try door.accounts.standing(of: account, at: TestDoor.start) == .heldOff(until: end))
        #expect(try door.accounts.standing(of: account, at: end) == .waiting)
        try door.accounts.set(.active, of: account.id, by: "shell-0", at: TestDoor.start)
        #expect(try door.accounts.standing(of: account, at: TestDoor.start) == .waiting)
    }

    @Test(arguments: [Account.State.locked, .closed])
    func lockedAndClosedSayWhatTheyAre(state: Account.State) throws {
        let account = try door.person()
        try door.accounts.set(state, of: account.id, by: "shell-0", at: TestDoor.start)
        let standing = try door.accounts.standing(of: door.accounts.account(account.id), at: TestDoor.start)
        #expect(standing == (state == .locked ? .locked : .closed))
    }

    @Test func nobodyLetsThemselvesInAgain() throws {
        let own = try door.person()
        let actor = own.id.description
        #expect(throws: AccountRefusal.ownAccount) {
            try door.accounts.makeLink(.passwordReset, for: own.id, by: actor, at: TestDoor.start)
        }
        #expect(throws: AccountRefusal.ownAccount) { try door.accounts.removeSecondFactor(of: own.id, by: actor) }
        #expect(throws: AccountRefusal.ownAccount) {
            try door.accounts.set(.active, of: own.id, by: actor, at: TestDoor.start)
        }
    }

    @Test func theSameFormIsTheSameAccountAndNobodyElseS() throws {
        let new = NewAccount(signInName: "dora", displayName: "Dora", language: "en")
        let made = try door.accounts.make(new, by: "a", at: TestDoor.start, key: "k")
        #expect(try door.accounts.make(new, by: "a", at: TestDoor.start, key: "k").id == made.id)
        #expect(throws: AccountRefusal.nameTaken) {
            try door.accounts.make(new, by: "b", at: TestDoor.start, key: "k")
        }
        let other = NewAccount(signInName: "eva", displayName: "Eva", language: "en")
        #expect(throws: AccountRefusal.nameTaken) {
            try door.accounts.make(other, by: "a", at: TestDoor.start, key: "k")
        }
    }
}
