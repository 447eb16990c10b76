import Access
import Accounts
import Foundation
import Ledger
import Registry
import Vocabulary
import Website

/// A register opened for as long as the house is: its registry, its accounts, and where others vouch for people.
struct OpenHouse {
    let registry: Registry
    let accounts: Accounts
    /// The pages on which people work.
    let workbench: Workbench
    /// Tells other systems of steps, while the house stands.
    let webhooks: WebhookDispatcher
    /// Tells the holders of posts what they owe, while the house stands; nil where no mail server is known.
    let reminders: ReminderDispatcher?
    let scanner: any VirusScanner
    /// What is under way there ends before the register is closed.
    let imports: ImportDesk
    /// Makes the indices of those who are known; it begins where the house is served.
    let known: KnownKeeper
    /// Brings the index of the library's words up to date; it begins where the house is served.
    let library: LibraryKeeper
    private let register: OpenRegister
    /// The check of the ledger that may be running.
    private let check = LedgerCheck()
    private let door: ProviderDoor?

    /// What other systems are told from, and which of them.
    struct Outside {
        /// What links in notices begin with; empty where the house was not told its address.
        var origin = ""
        /// Whether receivers may stand in private networks, over plain http too.
        var allowsPrivate = false
        /// What carries letters; nil where no mail server is known.
        var mail: (any MailSender)?
    }

    /// Whether the register of this folder has accounts; older ones have none.
    static func hasAccounts(_ place: RegisterFolder) -> Bool {
        FileManager.default.fileExists(atPath: place.url.appending(path: "accounts.sqlite").path)
    }

    /// - Parameters:
    ///   - door: Nil where nobody else vouches for people.
    ///   - scanner: Looks into files.
    ///   - outside: How other systems are told of steps.
    ///   - words: The database that keeps the words of the library; nil for a file of the register.
    ///   - published: Told when the public may see something else.
    init(
        _ place: RegisterFolder, door: ProviderDoor?, scanner: any VirusScanner = NoScanner(),
        outside: Outside = Outside(), words: String? = nil, published: @escaping @Sendable () throws -> Void = {}
    ) throws {
        let book = try BookLoader(resources: Resources.find()).book(of: place)
        let register = try OpenRegister.open(place, for: .writing, of: book)
        try self.init(
            register, Registry(ledger: register.ledger, book: book, clock: OpenRegister.clock), in: place, door: door,
            scanner: scanner, outside: outside, words: words, published: published)
    }

    /// - Parameter register: Open for writing; the house closes it.
    init(
        _ register: OpenRegister, _ registry: Registry, in place: RegisterFolder, door: ProviderDoor?,
        scanner: any VirusScanner = NoScanner(), outside: Outside = Outside(), words: String? = nil,
        published: @escaping @Sendable () throws -> Void = {}
    ) throws {
        self.register = register
        self.registry = registry
        known = KnownKeeper(registry) { Talk.say("An index of known persons could not be made: \($0)") }
        library = LibraryKeeper(
            try LibraryPlace(place, words: words).index(of: registry), of: registry,
            as: Asking(Actor(account: Shell.account, function: .coordinator, organisation: nil))
        ) { Talk.say("The index of the library's words could not be made: \($0)") }
        let loader = BookLoader(resources: try Resources.find())
        accounts = try register.accounts()
        self.scanner = scanner
        webhooks = try WebhookDispatcher(
            registry, shelf: WebhookFile(place.url.appending(path: "webhooks.json")),
            sender: NetworkSender(allowsPrivate: outside.allowsPrivate), origin: outside.origin,
            allowsPrivate: outside.allowsPrivate)
        let shelf = try SealedShelf(folder: place.url.appending(path: "shelf"), of: register.ledger)
        let (accounts, languages) = (accounts, try loader.languages())
        reminders = try outside.mail.map { sender in
            try ReminderDispatcher(
                registry, accounts, ReminderMailbox(shelf), sender: sender, languages: languages,
                origin: outside.origin)
        }
        let sources = SourceFolders(try Resources.find(), place, book: registry.book)
        imports = ImportDesk { sources.read() }
        let press = ReleaseWork(
            place, book: registry.book, languages: try loader.languages(), ledger: register.ledger, changed: published)
        let notices = NoticeWork(place, registry, languages: languages, changed: published)
        // A damaged archive stops what is published next, and nobody's work on cases.
        do { try notices.mend() } catch { Talk.say("The archive of public notices is not as it was: \(error)") }
        workbench = Workbench(
            registry: registry, shelf: shelf, scanner: scanner,
            // A desk is one line here.
            desks: [
                imports, ContactsDesk(), PlansDesk(), TreatiesDesk(outlines: try loader.outlines()),
                RecommendationsDesk(), OverviewsDesk { try press.history() },
                LibraryDesk(library),
                QuestionnairesDesk(ownAddress: door?.ownAddress),
                CalendarDesk(accounts, origin: outside.origin), MailDesk(sender: outside.mail),
                AdministrationDesk(
                    accounts, machine: MachineReport(place, registry), ownAddress: door?.ownAddress),
                TokensDesk(accounts), ProtectionDesk(check: check), LinksDesk(), KnownDesk(),
                ReleasingDesk(press: press), NoticesDesk(press: notices),
            ])
        self.door = door
    }

    /// A register that is thrown away: for lists of what every house has.
    ///
    /// - Parameter grant: To make a register.
    static func throwaway<Result>(under grant: Grant, _ body: (OpenHouse) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "rapporteur-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        var place = RegisterFolder()
        place.path = folder.path
        place.keyPath = nil
        let book = try BookLoader(resources: Resources.find()).book()
        try OpenRegister.make(at: place, of: book, under: grant).close()
        let door = ProviderDoor(network: NoNetwork(), ownAddress: "https://register.example.org")
        let open = try OpenHouse(place, door: door)
        let result = try body(open)
        try open.close()
        return result
    }

    var desk: AccountsDesk {
        let registry = registry
        return AccountsDesk(accounts) { registry.directory }
    }

    /// The way in and one's own account.
    var accountHouse: AccountHouse {
        let registry = registry
        return AccountHouse(accounts, directory: { registry.directory }, door: door)
    }

    /// When the ledger's last event was written.
    func lastEvent() throws -> Timestamp? { try register.ledger.position().recordedAt }

    func close() throws {
        known.end()
        library.end()
        check.end()
        try accounts.close()
        try register.close()
    }
}

/// Reaches nobody.
private struct NoNetwork: ProviderNetwork {
    func read(_ address: String) async throws -> [UInt8] { throw ProviderRefusal() }

    func redeem(_ request: TokenRequest, at address: String) async throws -> [UInt8] { throw ProviderRefusal() }
}
