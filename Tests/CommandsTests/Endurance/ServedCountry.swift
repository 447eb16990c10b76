import Access
import Accounts
import ArgumentParser
import Foundation
import Ledger
import Mechanisms
import Registry
import SQLiteStore
import Synchronization
import TestKit
import Vocabulary

@testable import Commands

/// A register of two organisations whose people can come in: a folder that is made once in a while, and copied for each
/// test. Sessions end when nobody used them for twenty minutes, and the suite takes longer.
final class ServedCountry: Sendable {
    static let password = "vier unverwandte Worte hier"

    private let folder: TemporaryFolder
    let caseworker: ServedPerson
    let colleague: ServedPerson

    private static let original = Mutex<(country: ServedCountry, madeAt: ContinuousClock.Instant)?>(nil)

    /// A folder of its own with the country in it, and its people.
    static func copy(to path: String) throws -> ServedCountry {
        try original.withLock { kept in
            let one: ServedCountry
            if let last = kept, last.madeAt.duration(to: .now) < .seconds(300) {
                one = last.country
            } else {
                one = try ServedCountry()
                kept = (one, .now)
            }
            try FileManager.default.copyItem(atPath: one.folder.path("r"), toPath: path)
            return one
        }
    }

    /// Writes something down in a copy at another time than now.
    func write(in register: String, at moment: Timestamp) throws {
        let folder = try DataFolder.open(at: register)
        let rules = ProjectionRules(try BookLoader(resources: Resources(root: Repository.root)).book().mechanisms)
        let ledger = try Ledger.open(folder.premises(), for: .writing, rules: rules) { moment }
        try ledger.recordAccess([AccessEntry(.refused, by: AccessEntry.nobody)])
        try ledger.close()
        folder.release()
    }

    private init() throws {
        folder = try TemporaryFolder()
        let place = try RegisterFolder.parse(["--data", folder.path("r")])
        let book = try BookLoader(resources: Resources(root: Repository.root)).book()
        let open = try OpenRegister.make(
            at: place, of: book, under: Initialise.grant(.initialise))
        let registry = try Registry(ledger: open.ledger, book: book, clock: OpenRegister.clock)
        var settings = AccountSettings()
        // Whoever reads the hash out needs the file's key in any case; the tests need not wait for it.
        settings.passwordCost = ScryptCost(logarithm: 4)
        let accounts = try Accounts(
            store: open.folder.accounts(.accounts), key: open.ledger.derivedKey(for: .accounts), journal: open.ledger,
            guessedWords: try GuessedWords.find(), settings: settings)
        let network = Network(registry: registry, accounts: accounts)
        let house = try network.open("organisation", ["name": .text("Served House"), "kind": .code("ngo")])
        caseworker = try network.person("served-caseworker", in: house)
        colleague = try network.person("served-colleague", in: house)
        try accounts.close()
        try open.close()
    }

    private struct NoMandate: Error {}

    /// Makes organisations, posts and accounts, as a secretariat does.
    private struct Network {
        let registry: Registry
        let accounts: Accounts
        private let keeper = Asking(Actor(account: "shell-served", function: .systemOperator, organisation: nil))

        init(registry: Registry, accounts: Accounts) {
            self.registry = registry
            self.accounts = accounts
        }

        func open(_ mechanism: String, _ changes: [String: FieldValue]) throws -> RecordID {
            var random = SystemRandomNumberGenerator()
            let record = RecordID(at: OpenRegister.clock(), using: &random)
            let command = Command(
                mechanism: mechanism, record: record,
                transition: DemoPeople.opening(of: mechanism, registry.book), changes: changes,
                effective: .day(registry.today.adding(days: -2)))
            if case .refused(let refusal) = try registry.submit([command], keeper) { throw refusal }
            return record
        }

        func person(_ name: String, in house: RecordID) throws -> ServedPerson {
            let now = OpenRegister.clock()
            let here = Visitor(address: "127.0.0.1", device: "test")
            let account = try accounts.make(
                NewAccount(signInName: name, displayName: name, language: "en", requiresSecondFactor: false),
                by: "shell-served", at: now)
            let link = try accounts.makeLink(.invitation, for: account.id, by: "shell-served", at: now)
            try accounts.setPassword(ServedCountry.password, through: link.secret, from: here, at: now)
            let post = try open(
                "function", ["organisation": .link(house), "kind": .code(FunctionKind.caseworker.rawValue)])
            let mandate = try open(
                "mandate",
                [
                    "function": .link(post), "holder": .text("Holder of \(name)"),
                    "account": .text(account.id.description), "rank": .code("main"),
                    "from": .period(.day(registry.today.adding(days: -2))),
                ])
            let step = try accounts.signIn(name: name, password: ServedCountry.password, from: here, at: now)
            guard case .chooseMandate(let pending) = step else { throw NoMandate() }
            let started = try accounts.finish(pending.secret, mandate: mandate.description, from: here, at: now)
            let token = try accounts.makeToken(
                "test", scope: Scope(actions: nil, mechanisms: nil),
                until: Timestamp(milliseconds: now.milliseconds + 86_400_000),
                in: started.secret, at: now)
            return ServedPerson(
                account: account.id.description, organisation: house, post: post, session: started.secret.text,
                formSecret: Array(accounts.formToken(for: started.secret).utf8), token: token.text)
        }
    }
}
