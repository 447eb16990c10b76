import Access
import Accounts
import Foundation
import HTTPTypes
import HummingbirdTesting
import InterfaceKit
import Ledger
import Mechanisms
import NIOCore
import Registry
import SQLiteStore
import Synchronization
import TestKit
import Vocabulary

@testable import Website

/// A register with accounts, desks and a clock that a test moves; gone with the test.
final class DeskHouse: Sendable {
    static let password = "kapok lantern ribald zinnia"

    let register: InterfaceRegister
    let accounts: Accounts
    let workbench: Workbench
    let website: Website
    private let folder: DataFolder
    private let isFolderKept = Atomic(false)

    struct Machine: MachineRoom {
        func condition() throws -> MachineCondition {
            MachineCondition(
                program: "test", book: "0123456789ab", mechanisms: 3, position: 7,
                checkpoint: .init(event: 5, at: InterfaceRegister.now), registerBytes: 4_000_000, freeBytes: 2_000_000,
                releases: 2)
        }
    }

    /// - Parameters:
    ///   - derivation: How passwords are hashed; at a cost of nothing where none is given.
    ///   - desks: Beside that of the administration and that of tokens.
    convenience init(
        derivation: any PasswordDerivation = Scrypt(), desks: (InterfaceRegister) throws -> [any Desk] = { _ in [] }
    ) throws {
        let register = try InterfaceRegister()
        let path = FileManager.default.temporaryDirectory.appending(path: "desk-\(UUID().uuidString)")
        let folder = try DataFolder.make(at: path.path)
        var settings = AccountSettings()
        settings.passwordCost = ScryptCost(logarithm: 2)
        let words = Repository.root.appending(path: "Resources/passwords/common-words.txt")
        let accounts = try Accounts(
            store: folder.accounts(.accounts), key: register.ledger.derivedKey(for: .accounts),
            journal: register.ledger,
            guessedWords: GuessedWords(lists: [try String(contentsOf: words, encoding: .utf8)]),
            settings: settings, derivation: derivation)
        try self.init(register, accounts, folder, desks: desks(register))
    }

    /// The same register with the same accounts, opened again with new desks; the one before is gone then.
    convenience init(after earlier: DeskHouse, desks: [any Desk]) throws {
        earlier.isFolderKept.store(true, ordering: .relaxed)
        try self.init(earlier.register, earlier.accounts, earlier.folder, desks: desks)
    }

    private init(
        _ register: InterfaceRegister, _ accounts: Accounts, _ folder: DataFolder, desks: [any Desk]
    ) throws {
        (self.register, self.accounts, self.folder) = (register, accounts, folder)
        let registry = register.registry
        workbench = Workbench(
            registry: registry,
            shelf: try SealedShelf(
                folder: URL(fileURLWithPath: folder.path).appending(path: "shelf"), of: register.ledger),
            desks: [
                AdministrationDesk(accounts, machine: Machine(), ownAddress: "https://register.example"),
                TokensDesk(accounts),
            ] + desks)
        let house = AccountHouse(accounts, directory: { registry.directory })
        var serving = ServingSettings(port: 0)
        serving.patience = 1000
        let pages = try InterfaceFiles.pages()
        let moments = Moments()
        serving.now = { moments.now }
        self.moments = moments
        website = try Website(
            RouteTable(
                HouseRoutes.routes(pages, exit: "https://neutral.example/", leave: house.leave) + house.routes
                    + workbench.routes, gate: RouteGate(registry.policy)),
            pages: pages, desk: AccountsDesk(accounts) { registry.directory }, settings: serving
        ) { _ in }
    }

    deinit {
        if !isFolderKept.load(ordering: .relaxed) { try? FileManager.default.removeItem(atPath: folder.path) }
    }

    /// The clock of the house.
    final class Moments: Sendable {
        private let kept = Mutex(InterfaceRegister.now)
        var now: Timestamp { kept.withLock { $0 } }
        func pass(minutes: Int64) { kept.withLock { $0 = Timestamp(milliseconds: $0.milliseconds + minutes * 60_000) } }
    }

    let moments: Moments

    /// An account with a password, and mandates from the day before for posts of these kinds.
    @discardableResult
    func person(_ name: String, _ posts: FunctionKind...) throws -> Account {
        let account = try accounts.make(
            NewAccount(signInName: name, displayName: "Officer \(name)", language: "en", requiresSecondFactor: false),
            by: "shell-0", at: InterfaceRegister.now)
        let link = try accounts.makeLink(.invitation, for: account.id, by: "shell-0", at: InterfaceRegister.now)
        try accounts.setPassword(
            DeskHouse.password, through: link.secret, from: .init(address: "192.0.2.1", device: ""),
            at: InterfaceRegister.now)
        for kind in posts { try mandate(for: account, kind) }
        return account
    }

    /// Given at the keyboard of the machine.
    @discardableResult
    func mandate(for account: Account, _ kind: FunctionKind, title: String? = nil) throws -> RecordID {
        let keeper = Actor(account: "shell-0", function: .systemOperator, organisation: nil)
        let post = try register.open(
            "function", "open",
            [
                "organisation": .link(register.people.alpha), "kind": .code(kind.rawValue),
                "title": .text(title ?? "Post of \(account.signInName), \(kind.rawValue)"),
            ], by: keeper)
        return try register.open(
            "mandate", "open",
            [
                "function": .link(post), "holder": .text(account.displayName),
                "account": .text(account.id.description), "rank": .code("main"),
                "from": .period(.day(InterfaceRegister.now.day.adding(days: -1))),
            ], by: keeper)
    }

    /// One try from the first page on, in a browser of its own.
    func trySigningIn(_ name: String) async throws -> Int {
        let browser = DeskBrowser(self)
        _ = try await browser.get("/sign-in")
        return try await browser.send(["name": name, "password": DeskHouse.password], to: "/sign-in")
    }

    /// Signed in, at their first page.
    func browser(_ name: String) async throws -> DeskBrowser {
        let browser = DeskBrowser(self)
        _ = try await browser.get("/sign-in")
        _ = try await browser.send(["name": name, "password": DeskHouse.password], to: "/sign-in")
        return browser
    }
}

/// A browser that keeps cookies and the last page.
final class DeskBrowser {
    private let house: DeskHouse
    private var cookies: [String: String] = ["language": "en"]
    private(set) var status = 0
    private(set) var text = ""
    private(set) var location: String?
    private var headers: HTTPFields = [:]

    init(_ house: DeskHouse) { self.house = house }

    @discardableResult
    func get(_ path: String) async throws -> Int { try await ask(path, .get, [:], body: "") }

    /// Fills the form of the page that is open and sends it.
    @discardableResult
    func send(_ fields: [String: String], to action: String) async throws -> Int {
        try await send(fields.map { ($0.key, $0.value) }, to: action)
    }

    @discardableResult
    func send(_ fields: [(String, String)], to action: String) async throws -> Int {
        let token =
            text.firstMatch(of: /name="csrf-token" value="([^"]*)"/).map { DeskBrowser.plain(String($0.1)) } ?? ""
        let all = [("csrf-token", token)] + fields
        let body = Fields(all.map { Fields.Field(name: $0.0, value: $0.1) }).encoded
        return try await ask(
            action, .post,
            [.contentType: "application/x-www-form-urlencoded", .origin: "http://localhost"], body: body)
    }

    /// The same with files, each under the name of its field, as browsers send them.
    @discardableResult
    func upload(
        _ fields: [(String, String)], _ files: [(field: String, name: String, bytes: [UInt8])], to action: String
    ) async throws -> Int {
        let token =
            text.firstMatch(of: /name="csrf-token" value="([^"]*)"/).map { DeskBrowser.plain(String($0.1)) } ?? ""
        var body = ByteBuffer()
        func part(_ head: String, _ content: [UInt8]) {
            body.writeString("--part\r\nContent-Disposition: form-data; \(head)\r\n\r\n")
            body.writeBytes(content)
            body.writeString("\r\n")
        }
        for (name, value) in [("csrf-token", token)] + fields { part("name=\"\(name)\"", Array(value.utf8)) }
        for file in files {
            let name = file.name.replacing("\"", with: "%22")
            part(
                "name=\"\(file.field)\"; filename=\"\(name)\"\r\nContent-Type: application/octet-stream", file.bytes)
        }
        body.writeString("--part--\r\n")
        return try await ask(
            action, .post, [.contentType: "multipart/form-data; boundary=part", .origin: "http://localhost"], body)
    }

    /// A header field of the last answer.
    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

    /// The value of a hidden field of the page that is open.
    func hidden(_ name: String) -> String {
        text.components(separatedBy: "name=\"\(name)\" value=\"").dropFirst().first?
            .components(separatedBy: "\"").first.map(DeskBrowser.plain) ?? ""
    }

    /// What stands in the one place of the page that can be copied.
    var shown: String { text.firstMatch(of: /<dd><code>([^<]*)<\/code>/).map { DeskBrowser.plain(String($0.1)) } ?? "" }

    /// The page without what differs from one request to the next.
    var main: String { PlainPage.text(text.components(separatedBy: "<main").last ?? "") }

    private func ask(
        _ path: String, _ method: HTTPRequest.Method, _ fields: HTTPFields, body: String
    ) async throws -> Int {
        try await ask(path, method, fields, ByteBuffer(string: body))
    }

    private func ask(
        _ path: String, _ method: HTTPRequest.Method, _ fields: HTTPFields, _ body: ByteBuffer
    ) async throws -> Int {
        var headers = fields
        headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")
        if let name = HTTPField.Name("Sec-Fetch-Site") { headers[name] = "same-origin" }
        let answer = try await house.website.application().test(.router) { [headers] client in
            try await client.execute(uri: path, method: method, headers: headers, body: body) { $0 }
        }
        self.headers = answer.headers
        for field in answer.headers[values: .setCookie] {
            let pair = field.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            cookies[String(pair[0])] = field.contains("Max-Age=0") ? nil : String(pair[1])
        }
        (status, text) = (answer.status.code, String(buffer: answer.body))
        location = answer.headers[.location]
        return status
    }

    private static func plain(_ text: String) -> String {
        text.replacing("&#43;", with: "+").replacing("&#61;", with: "=").replacing("&amp;", with: "&")
            .replacing("&#39;", with: "'").replacing("&quot;", with: "\"")
    }
}
