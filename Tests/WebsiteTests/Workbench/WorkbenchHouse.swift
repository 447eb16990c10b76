import Access
import Catalogue
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Ledger
import Mechanisms
import Publication
import Registry
import SQLiteStore
import TestKit
import Vocabulary

@testable import Website

/// A house with a register in a folder of its own: two organisations, a post for every function, a case with what belongs
/// to it. Nobody in it is a person that there could be.
final class WorkbenchHouse: Sendable {
    static let now = Timestamp(milliseconds: 1_790_000_000_000)

    let folder: URL
    let registry: Registry
    let pages: Pages
    let workbench: Workbench
    let check = LedgerCheck()
    private let routes: RouteTable

    /// - Parameters:
    ///   - scanner: Looks into files.
    ///   - desks: Beside that of data protection.
    init(scanner: any VirusScanner = NoScanner(), desks: [any Desk] = []) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "workbench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let book = try WorkbenchHouse.book()
        let operation = Actor(account: "operator", function: .systemOperator, organisation: nil)
        let leave = try Policy().decide(operation, .initialise, for: .administration).get()
        let ledger = try Ledger.initialise(
            DataFolder.make(at: folder.appending(path: "register").path).premises(isNew: true),
            rules: ProjectionRules(book.mechanisms), under: leave
        ) { WorkbenchHouse.now }
        registry = try Registry(ledger: ledger, book: book) { WorkbenchHouse.now }
        pages = try WorkbenchHouse.pages()
        workbench = Workbench(
            registry: registry,
            shelf: try SealedShelf(folder: folder.appending(path: "shelf"), of: ledger),
            scanner: scanner, desks: [ProtectionDesk(check: check)] + desks)
        routes = try RouteTable(
            HouseRoutes.routes(pages, exit: "https://www.wikipedia.org/") + workbench.routes,
            gate: RouteGate(Policy()))
        try WorkbenchSamples(registry).fill()
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Read once: the files do not change while tests run, and a house is made for nearly every test.
    private static let readLanguages = Result { try makeLanguages() }
    private static let readBook = Result { try makeBook() }
    private static let readTemplates = Result { try makeTemplates() }
    private static let readPages = Result { try makePages() }

    static func languages() throws -> [Texts] { try readLanguages.get() }

    static func book() throws -> Book { try readBook.get() }

    static func templates() throws -> [String: String] { try readTemplates.get() }

    static func pages() throws -> Pages { try readPages.get() }

    private static func makeLanguages() throws -> [Texts] {
        try ["en", "fr", "es", "pt", "ar"].map {
            try Texts(language: $0, yaml: text("Resources/languages/\($0).yaml"))
        }
    }

    private static func makeBook() throws -> Book {
        let folder = Repository.root.appending(path: "Resources/codelists")
        let lists = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".csv") }
        let labels = try languages().map { texts in
            (texts.language, Dictionary(uniqueKeysWithValues: texts.keys.map { ($0, texts[$0]) }))
        }
        return try Book(
            mechanisms: Catalogue.mechanisms,
            codeLists: lists.sorted().map { try CodeList(text: text("Resources/codelists/\($0)"), file: $0) },
            mappings: [], bucketRules: [], clocks: Catalogue.clocks, reminders: Catalogue.reminders,
            labels: Labels(Dictionary(uniqueKeysWithValues: labels)))
    }

    private static func makeTemplates() throws -> [String: String] {
        let folder = Repository.root.appending(path: "Resources/templates")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            $0.hasSuffix(".mustache")
        }
        return Dictionary(
            uniqueKeysWithValues: try names.map { (String($0.dropLast(9)), try text("Resources/templates/\($0)")) })
    }

    private static func makePages() throws -> Pages {
        try Pages(
            languages: languages(), templates: templates(),
            styleSheet: Array(text("Resources/style/workbench.css").utf8), icon: SampleSite.icon())
    }

    private static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: Repository.root.appending(path: path)), as: UTF8.self)
    }

    /// The house on the network, or without it.
    func website(port: Int = 0) throws -> Website {
        var settings = ServingSettings(host: "127.0.0.1", port: port)
        settings.now = { WorkbenchHouse.now }
        return try Website(
            routes, pages: pages, desk: PostDesk(), settings: settings
        ) { _ in }
    }

    /// Asks as the holder of a post, without a socket; a form carries the token of the session.
    func ask(
        _ post: WorkbenchSamples.Post, _ path: String, form: [(String, String)]? = nil, language: String = "en"
    ) async throws -> (status: Int, body: String, location: String?) {
        var headers: HTTPFields = [.cookie: "session=\(post.rawValue); language=\(language)"]
        var body = ""
        if let form {
            headers[.contentType] = "application/x-www-form-urlencoded"
            let token = Fields.Field(name: FormToken.field, value: FormToken.make(from: PostDesk.secret))
            body = Fields(form.map { .init(name: $0.0, value: $0.1) } + [token]).encoded
        }
        return try await website().application().test(.router) { [headers, body] client in
            try await client.execute(
                uri: path, method: form == nil ? .get : .post, headers: headers, body: ByteBuffer(string: body)
            ) { ($0.status.code, String(buffer: $0.body), $0.headers[.location]) }
        }
    }

    /// What a page is made from when a post comes to it, without the way through the door.
    func visit(
        _ post: WorkbenchSamples.Post, _ path: String, _ parameters: [String: String] = [:],
        form: [(String, String)] = []
    ) -> Visit {
        let exchange = Exchange(
            method: form.isEmpty ? .get : .post, route: path, path: path, parameters: parameters, query: Fields(),
            headers: [:], cookies: Cookies([:]), body: .form(Fields(form.map { .init(name: $0.0, value: $0.1) })),
            visitor: .signedIn(SignedIn(actor: post.actor, name: "", key: "", formSecret: PostDesk.secret)),
            language: "en", moment: WorkbenchHouse.now, address: "127.0.0.1", isSecure: false, pages: pages,
            formSecret: PostDesk.secret)
        return Visit(workbench, exchange)
    }
}

/// Lets in whoever brings the name of a post.
struct PostDesk: VisitorDesk {
    static let secret = Array("a secret for the forms of a test".utf8)

    func visitor(
        session: String?, token: String?, from address: String, at moment: Timestamp
    ) async throws -> Visitor {
        guard let post = session.flatMap({ WorkbenchSamples.Post(rawValue: $0) }) else { return .anybody }
        return .signedIn(
            SignedIn(actor: post.actor, name: post.rawValue, key: post.rawValue, formSecret: PostDesk.secret))
    }
}
