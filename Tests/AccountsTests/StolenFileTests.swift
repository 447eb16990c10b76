import Access
import Crypto
import Foundation
import Ledger
import SQLiteStore
import Testing
import Vocabulary

@testable import Accounts

/// Somebody copies `accounts.sqlite` with its log, and has no key.
@Suite struct StolenFileTests {
    private static let network = ScriptedProvider()

    /// Everything that anybody ever typed or was shown, and the bytes behind it.
    private static func plant(_ door: TestDoor) async throws -> [String: [UInt8]] {
        let account = try door.person(requiresSecondFactor: true)
        let factor = try door.secondFactor()
        guard case .chooseMandate(let pending)? = factor.next else { return [:] }
        let started = try door.accounts.finish(
            pending.secret, mandate: "m1", from: TestDoor.visitor, at: TestDoor.start)
        let token = try door.accounts.makeToken(
            "nightly export", scope: .readOnly(), until: TestDoor.start.after(86_400_000), in: started.secret,
            at: TestDoor.start)
        let link = try door.accounts.makeLink(.passwordReset, for: account.id, by: "shell-0", at: TestDoor.start)
        _ = try? door.accounts.signIn(
            name: "wrongnamethatwastyped", password: "wrong password that was typed", from: TestDoor.visitor,
            at: TestDoor.start)
        try door.accounts.keep(network.provider, clientSecret: "client-secret-planted", by: "shell-0")
        let redirect = try await door.accounts.beginProviderSignIn(
            at: "mock", for: .link(started.secret), redirect: "https://here.example/answer", over: network,
            at: TestDoor.start)
        let asked = try network.asked(redirect.address)
        let answer = try await network.answer(asked, subject: "planted-subject", at: TestDoor.start)
        _ = try await door.accounts.finishProviderSignIn(
            answer, browser: redirect.browser, over: network, at: TestDoor.start)
        let second = try await door.accounts.beginProviderSignIn(
            at: "mock", for: .signIn, redirect: "https://here.example/answer", over: network, at: TestDoor.start)
        var planted: [String: String] = [
            "password": TestDoor.password, "sign-in name": "mandarin", "display name": "Officer mandarin",
            "device": TestDoor.visitor.device, "address": TestDoor.visitor.address, "session": started.secret.text,
            "form token": door.accounts.formToken(for: started.secret), "token": token.text,
            "token secret": String(token.text.suffix(43)), "token label": "nightly export", "link": link.secret.text,
            "mistyped name": "wrongnamethatwastyped", "mistyped password": "wrong password that was typed",
            "client secret": "client-secret-planted", "subject": "planted-subject", "state": asked.state,
            "nonce": try network.asked(second.address).nonce, "browser": second.browser.text,
            "authenticator": Base32.text(factor.secret), "pending": pending.secret.text,
        ]
        for (number, code) in factor.codes.enumerated() {
            planted["recovery code \(number)"] = code
            planted["plain recovery code \(number)"] = code.replacing("-", with: "")
        }
        var bytes = planted.mapValues { Array($0.utf8) }
        bytes["authenticator's bytes"] = factor.secret
        for name in ["session", "link", "token secret", "state", "nonce"] {
            bytes["\(name)'s bytes"] = planted[name].flatMap { Base64URL.bytes($0) }
        }
        return bytes
    }

    @Test func holdsNothingThatLetsInOrNamesAnybody() async throws {
        let door = try TestDoor()
        let planted = try await Self.plant(door)
        #expect(planted.count == 46)
        let files = try door.files()
        #expect(files.reduce(0) { $0 + $1.count } > 50_000, "the files are empty")
        // What must be there shows that the scan sees the rows.
        #expect(files.contains { $0.range(of: Data("m1".utf8)) != nil })
        #expect(files.contains { $0.range(of: Data("account-".utf8)) != nil })
        for (name, bytes) in planted {
            #expect(!files.contains { $0.range(of: Data(bytes)) != nil }, "the \(name) is in the file")
        }
    }

    /// The hash is sealed: there is nothing that guesses could be compared with.
    @Test func theHashOfAPasswordIsNotInIt() throws {
        let door = try TestDoor()
        let account = try door.person()
        let hash = try #require(
            try door.accounts.store.read { try PasswordTable.find(account.id, door.accounts.keys, $0) })
        for bytes in [hash.key, hash.salt] {
            #expect(!(try door.files()).contains { $0.range(of: Data(bytes)) != nil })
        }
    }

    @Test func opensUnderNoOtherKey() throws {
        let door = try TestDoor()
        _ = try door.person()
        #expect(throws: AccountRefusal.accountsOfAnotherRegister) {
            try door.reopen(key: SymmetricKey(size: .bits256))
        }
    }

    /// Somebody who may write to the file puts their own hash in the place of a colleague's.
    @Test func aHashMovedToAnotherAccountDoesNotOpen() throws {
        let door = try TestDoor()
        let (victim, thief) = (
            try door.person("victim.account"), try door.person("quince", password: "thief's own words")
        )
        try door.accounts.store.write { connection in
            let sealed = try connection.first(PasswordTable.select, [.text(thief.id.description)]) { $0.byteArray(0) }
            _ = try connection.execute(
                PasswordTable.replace, [.bytes(sealed ?? []), .text(victim.id.description)])
        }
        #expect(throws: AccountRefusal.damaged(table: "password")) {
            try door.accounts.signIn(
                name: "victim.account", password: "thief's own words", from: TestDoor.visitor, at: TestDoor.start)
        }
    }

    @Test func aFolderWithoutAccountsGetsThemAndKeepsThem() throws {
        let door = try TestDoor()
        let account = try door.person()
        try door.reopen()
        #expect(try door.accounts.account(named: "MANDARIN")?.id == account.id)
        let mode = try FileManager.default.attributesOfItem(atPath: "\(door.folder.path)/accounts.sqlite")
        #expect(mode[.posixPermissions] as? Int == 0o600)
        #expect(!FileManager.default.fileExists(atPath: "\(door.folder.path)/accounts.sqlite.part"))
    }
}
