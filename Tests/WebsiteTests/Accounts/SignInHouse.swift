import Access
import Accounts
import Crypto
import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import Registry
import SQLiteStore
import Synchronization
import TestKit
import Vocabulary

@testable import Website

/// A house with accounts in a folder of its own, gone with the test, and a browser that keeps cookies.
final class SignInHouse {
    static let password = "kapok lantern ribald zinnia"

    let accounts: Accounts
    let house: TryHouse
    private let folder: DataFolder
    private var cookies: [String: String] = [:]

    private struct NoJournal: AccountJournal {
        func recordAccess(_ entries: [AccessEntry]) throws {}
    }

    init() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "sign-in-\(UUID().uuidString)").path
        folder = try DataFolder.make(at: path)
        var settings = AccountSettings()
        settings.passwordCost = ScryptCost(logarithm: 2)
        let words = Repository.root.appending(path: "Resources/passwords/common-words.txt")
        let accounts = try Accounts(
            store: folder.accounts(.accounts), key: SymmetricKey(size: .bits256), journal: NoJournal(),
            guessedWords: GuessedWords(lists: [try String(contentsOf: words, encoding: .utf8)]), settings: settings)
        self.accounts = accounts
        let directory: @Sendable () -> Directory = { Directory([]) }
        let accountHouse = AccountHouse(accounts, directory: directory)
        house = try TryHouse(
            accountHouse.routes
                + HouseRoutes.routes(TryHouse.pages(), exit: "https://neutral.example/", leave: accountHouse.leave),
            desk: AccountsDesk(accounts, directory: directory))
    }

    deinit { try? FileManager.default.removeItem(atPath: folder.path) }

    /// An account, and the link with which its person sets the password.
    func invite(_ name: String, requiresSecondFactor: Bool) throws -> Secret {
        let account = try accounts.make(
            NewAccount(
                signInName: name, displayName: "Officer \(name)", language: "fr",
                requiresSecondFactor: requiresSecondFactor), by: "shell-0", at: TryHouse.start)
        return try accounts.makeLink(.invitation, for: account.id, by: "shell-0", at: TryHouse.start).secret
    }

    func get(_ path: String) async throws -> TestResponse {
        keep(try await house.ask(path, .get, cookies.isEmpty ? [:] : ["Cookie": cookieField]))
    }

    /// Fills the first form of a page whose button sends to `action`, and sends it.
    func send(_ fields: [(String, String)], to action: String, on page: TestResponse) async throws -> TestResponse {
        let token = page.text.firstMatch(of: /name="csrf-token" value="([^"]*)"/)?.1 ?? ""
        let plain = String(token).replacing("&#43;", with: "+").replacing("&#61;", with: "=")
        return keep(try await house.send([("csrf-token", plain)] + fields, to: action, cookie: cookieField))
    }

    /// As a person signs in, from the first page to the step after the password.
    func signIn(_ name: String, password: String = SignInHouse.password) async throws -> TestResponse {
        let page = try await get("/sign-in")
        return try await send([("name", name), ("password", password)], to: "/sign-in", on: page)
    }

    func setPassword(_ secret: Secret) async throws -> TestResponse {
        let page = try await get("/account/link/\(secret.text)")
        return try await send(
            [("new-password", SignInHouse.password), ("new-password-again", SignInHouse.password)],
            to: "/account/link/\(secret.text)", on: page)
    }

    var hasSession: Bool { cookies["session"] != nil }

    private var cookieField: String { cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ") }

    private func keep(_ response: TestResponse) -> TestResponse {
        for field in response.fields("Set-Cookie") {
            let pair = field.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            cookies[String(pair[0])] = field.contains("Max-Age=0") ? nil : String(pair[1])
        }
        return response
    }
}
