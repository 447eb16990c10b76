import Foundation
import Ledger
import Testing
import Vocabulary

@testable import Accounts

@Suite struct SecondFactorTests {
    private let door: TestDoor
    private let account: Account
    private let secret: [UInt8]
    private let codes: [String]
    /// Two minutes after the set-up, whose code is long over.
    private let now = TestDoor.start.after(120_000)

    init() throws {
        door = try TestDoor()
        account = try door.person(requiresSecondFactor: true)
        (secret, codes, _) = try door.secondFactor()
    }

    private func pending(at moment: Timestamp) throws -> PendingSignIn {
        let step = try door.accounts.signIn(
            name: "mandarin", password: TestDoor.password, from: TestDoor.visitor, at: moment)
        guard case .needsSecondFactor(let pending) = step else { throw TestDoor.Unexpected(step: step) }
        return pending
    }

    private func prove(_ code: String, at moment: Timestamp) throws {
        _ = try door.accounts.proveSecondFactor(code, in: pending(at: moment).secret, at: moment)
    }

    @Test(arguments: [-1, 0, 1] as [Int64])
    func theCodesOfThreeStepsAreRight(steps: Int64) throws {
        try prove(Authenticator.code(secret, at: now, steps: steps), at: now)
    }

    @Test(arguments: [-2, 2] as [Int64])
    func codesFurtherAwayAreWrong(steps: Int64) throws {
        #expect(throws: AccountRefusal.wrongCode) {
            try prove(Authenticator.code(secret, at: now, steps: steps), at: now)
        }
    }

    @Test func aCodeSeenOverTheShoulderIsWorthNothing() throws {
        let code = Authenticator.code(secret, at: now)
        try prove(code, at: now)
        #expect(throws: AccountRefusal.wrongCode) { try prove(code, at: now) }
        #expect(throws: AccountRefusal.wrongCode) { try prove(code, at: now.after(20_000)) }
    }

    @Test func anOlderCodeIsWrongOnceALaterOneWasUsed() throws {
        try prove(Authenticator.code(secret, at: now, steps: 1), at: now)
        #expect(throws: AccountRefusal.wrongCode) { try prove(Authenticator.code(secret, at: now), at: now) }
    }

    @Test func aClockThatIsSetBackBringsNoCodeBack() throws {
        let later = now.after(600_000)
        try prove(Authenticator.code(secret, at: later), at: later)
        #expect(throws: AccountRefusal.wrongCode) { try prove(Authenticator.code(secret, at: now), at: now) }
    }

    @Test func theCodeOfTheSetUpIsUsedUp() throws {
        #expect(throws: AccountRefusal.wrongCode) {
            try prove(Authenticator.code(secret, at: TestDoor.start), at: TestDoor.start)
        }
    }

    @Test func aRecoveryCodeIsGoodOnceHoweverItIsTyped() throws {
        #expect(codes.count == 10 && Set(codes).count == 10)
        try prove(codes[3].uppercased().replacing("-", with: " "), at: now)
        #expect(throws: AccountRefusal.wrongCode) { try prove(codes[3], at: now) }
        #expect(try door.accounts.recoveryCodesLeft(of: account.id) == 9)
        #expect(door.journal.kinds.contains(.recoveryCodeUsed))
    }

    @Test func ofTwoWhoUseOneRecoveryCodeAtTheSameTimeOneComesIn() async throws {
        let (code, now, accounts) = (codes[0], now, door.accounts)
        let secrets = try (0..<8).map { _ in try pending(at: now).secret }
        let came = await withTaskGroup(of: Bool.self) { group in
            for secret in secrets {
                group.addTask { (try? accounts.proveSecondFactor(code, in: secret, at: now)) != nil }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(came == 1)
        #expect(try door.accounts.recoveryCodesLeft(of: account.id) == 9)
    }

    @Test func newRecoveryCodesMakeTheOldOnesWorthless() throws {
        let pending = try pending(at: now)
        guard
            case .chooseMandate(let next) = try door.accounts.proveSecondFactor(codes[0], in: pending.secret, at: now)
        else { return }
        let started = try door.accounts.finish(next.secret, mandate: nil, from: TestDoor.visitor, at: now)
        _ = try door.accounts.renewRecoveryCodes(in: started.secret, at: now)
        #expect(throws: AccountRefusal.wrongCode) { try prove(codes[1], at: now) }
        #expect(try door.accounts.recoveryCodesLeft(of: account.id) == 10)
    }

    @Test func guessingAtCodesIsHeldOffWhateverPasswordSucceedsBetween() throws {
        for _ in 0..<5 {
            #expect(throws: AccountRefusal.wrongCode) { try prove("000000", at: now) }
        }
        let until = now.after(60_000)
        #expect(throws: AccountRefusal.heldOff(until: until)) {
            try prove(Authenticator.code(secret, at: now), at: now)
        }
        try prove(Authenticator.code(secret, at: until), at: until)
    }

    @Test func aSecretThatWasNeverConfirmedIsAskedOfNobody() throws {
        _ = try door.person("quince", requiresSecondFactor: true)
        let step = try door.accounts.signIn(
            name: "quince", password: TestDoor.password, from: TestDoor.visitor, at: now)
        guard case .mustSetUpSecondFactor(let pending) = step else { throw TestDoor.Unexpected(step: step) }
        let who = Accounts.SettingUp.whileSigningIn(pending.secret)
        _ = try door.accounts.beginSecondFactor(for: who, issuer: "Test", at: now)
        #expect(throws: AccountRefusal.wrongCode) {
            try door.accounts.confirmSecondFactor("000000", for: who, at: now)
        }
        let again = try door.accounts.signIn(
            name: "quince", password: TestDoor.password, from: TestDoor.visitor, at: now)
        guard case .mustSetUpSecondFactor = again else { throw TestDoor.Unexpected(step: again) }
    }

    @Test func whoHasLostEverythingSetsUpAnotherAfterAnAdministratorTookTheOldOneAway() throws {
        try door.accounts.removeSecondFactor(of: account.id, by: "shell-0")
        let step = try door.accounts.signIn(
            name: "mandarin", password: TestDoor.password, from: TestDoor.visitor, at: now)
        guard case .mustSetUpSecondFactor = step else { throw TestDoor.Unexpected(step: step) }
        #expect(try door.accounts.recoveryCodesLeft(of: account.id) == 0)
    }
}
