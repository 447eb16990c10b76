import Access
import Accounts
import Ledger
import Registry
import SQLiteStore
import Vocabulary

/// The accounts of a register, opened for one command, and who is at the keyboard.
struct OpenAccounts {
    let accounts: Accounts
    /// How the ledger names whoever is at the keyboard.
    let actor: String
    let now: Timestamp
    private let register: OpenRegister
    private let place: RegisterFolder

    /// Opens them for writing, since whatever happens to an account is written down.
    ///
    /// - Parameter grant: To keep accounts.
    static func open(_ place: RegisterFolder, under grant: Grant) throws -> OpenAccounts {
        let register = try OpenRegister.open(place, for: .writing)
        return OpenAccounts(
            accounts: try register.accounts(), actor: grant.actor.account, now: OpenRegister.clock(),
            register: register, place: place)
    }

    /// The records beside them: organisations, posts, mandates.
    func registry() throws -> Registry {
        let book = try BookLoader(resources: Resources.find()).book(of: place)
        return try Registry(ledger: register.ledger, book: book, clock: OpenRegister.clock)
    }

    func close() throws {
        try accounts.close()
        try register.close()
    }
}

extension OpenRegister {
    /// The accounts beside the ledger, made where the folder has none yet; their journal is the ledger.
    func accounts() throws -> Accounts {
        try Accounts(
            store: folder.accounts(.accounts), key: ledger.derivedKey(for: .accounts), journal: ledger,
            guessedWords: try GuessedWords.find())
    }
}

extension GuessedWords {
    /// All lists under `Resources/passwords`.
    static func find() throws -> GuessedWords {
        let resources = try Resources.find()
        let names = ["common-words.txt", "common-passwords.txt"]
        return GuessedWords(lists: try names.map { try resources.text("passwords/\($0)") })
    }
}
