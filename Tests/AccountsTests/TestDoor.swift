import Accounts
import Crypto
import Foundation
import Ledger
import SQLiteStore
import Synchronization
import TestKit
import Vocabulary

/// Accounts in a folder of their own, gone with the test; scrypt at a cost of nothing, and every call counted.
final class TestDoor {
    static let start = Timestamp(milliseconds: 1_790_000_000_000)
    static let password = "vier unverwandte Worte hier"
    static let otherPassword = "kapok lantern ribald zinnia"
    static let visitor = Visitor(address: "192.0.2.7", device: "Firefox, Linux")

    let folder: DataFolder
    let journal = Journal()
    let derivation = CountingDerivation()
    private(set) var accounts: Accounts
    private let key: SymmetricKey

    init(key: SymmetricKey = SymmetricKey(size: .bits256), settings: AccountSettings = .quick) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "accounts-\(UUID().uuidString)").path
        folder = try DataFolder.make(at: path)
        self.key = key
        accounts = try Accounts(
            store: folder.accounts(.accounts), key: key, journal: journal, guessedWords: try TestDoor.guessedWords(),
            settings: settings, derivation: derivation)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder.path) }

    /// Closes the database and opens it again.
    func reopen(key other: SymmetricKey? = nil, settings: AccountSettings = .quick) throws {
        try accounts.close()
        accounts = try Accounts(
            store: folder.accounts(.accounts), key: other ?? key, journal: journal,
            guessedWords: try TestDoor.guessedWords(), settings: settings, derivation: derivation)
    }

    /// Read once: they are the same for every test.
    private static let words = Result {
        GuessedWords(
            lists: try ["common-words.txt", "common-passwords.txt"].map {
                try String(contentsOf: Repository.root.appending(path: "Resources/passwords/\($0)"), encoding: .utf8)
            })
    }

    static func guessedWords() throws -> GuessedWords { try words.get() }

    /// All bytes of the database and the files beside it.
    func files() throws -> [Data] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("accounts.sqlite") }
            .map { try Data(contentsOf: URL(filePath: folder.path).appending(path: $0)) }
    }

    // MARK: Persons

    /// An account with a password.
    func person(
        _ name: String = "mandarin", requiresSecondFactor: Bool = false, password: String = TestDoor.password
    ) throws -> Account {
        let account = try accounts.make(
            NewAccount(
                signInName: name, displayName: "Officer \(name)", language: "en",
                requiresSecondFactor: requiresSecondFactor),
            by: "shell-0", at: TestDoor.start)
        let made = try accounts.makeLink(.invitation, for: account.id, by: "shell-0", at: TestDoor.start)
        try accounts.setPassword(password, through: made.secret, from: TestDoor.visitor, at: TestDoor.start)
        return account
    }

    /// A person who has come in.
    func session(_ name: String = "mandarin", at now: Timestamp = TestDoor.start) throws -> StartedSession {
        let step = try accounts.signIn(name: name, password: TestDoor.password, from: TestDoor.visitor, at: now)
        guard case .chooseMandate(let pending) = step else { throw Unexpected(step: step) }
        return try accounts.finish(pending.secret, mandate: nil, from: TestDoor.visitor, at: now)
    }

    /// Sets up a second factor for somebody who must; the authenticator's secret and the recovery codes.
    func secondFactor(
        of name: String = "mandarin", at now: Timestamp = TestDoor.start
    ) throws -> (secret: [UInt8], codes: [String], next: SignIn?) {
        let step = try accounts.signIn(name: name, password: TestDoor.password, from: TestDoor.visitor, at: now)
        guard case .mustSetUpSecondFactor(let pending) = step else { throw Unexpected(step: step) }
        let setUp = try accounts.beginSecondFactor(for: .whileSigningIn(pending.secret), issuer: "Test", at: now)
        let secret = Authenticator.secret(setUp.groupedSecret)
        let code = Authenticator.code(secret, at: now)
        let confirmed = try accounts.confirmSecondFactor(code, for: .whileSigningIn(pending.secret), at: now)
        return (secret, confirmed.recoveryCodes, confirmed.next)
    }

    struct Unexpected: Error { let step: SignIn }
}

extension AccountSettings {
    /// Everything as in earnest but the cost of a password.
    static var quick: AccountSettings {
        var settings = AccountSettings()
        settings.passwordCost = ScryptCost(logarithm: 2)
        return settings
    }
}

extension Timestamp {
    func after(_ milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: self.milliseconds + milliseconds) }
}

/// What would be in the ledger.
final class Journal: AccountJournal {
    private let kept = Mutex<(entries: [AccessEntry], isFull: Bool)>(([], false))

    var entries: [AccessEntry] { kept.withLock { $0.entries } }
    var kinds: [AccessEntry.Kind] { entries.map(\.kind) }

    /// From here on nothing can be written.
    func fill() { kept.withLock { $0.isFull = true } }

    func recordAccess(_ entries: [AccessEntry]) throws {
        try kept.withLock { kept in
            if kept.isFull { throw StoreFailure.full(file: "ledger.sqlite") }
            kept.entries += entries
        }
    }
}

/// Counts how often a password was worked on.
final class CountingDerivation: PasswordDerivation {
    private let kept = Mutex<[ScryptCost]>([])

    var costs: [ScryptCost] { kept.withLock { $0 } }

    func derive(_ password: [UInt8], salt: [UInt8], cost: ScryptCost) throws -> [UInt8] {
        kept.withLock { $0.append(cost) }
        return try Scrypt().derive(password, salt: salt, cost: ScryptCost(logarithm: min(cost.logarithm, 4)))
    }
}
