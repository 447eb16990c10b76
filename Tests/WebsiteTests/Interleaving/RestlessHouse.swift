import Access
import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import Mechanisms
import Publication
import Registry
import SQLiteStore
import Synchronization
import Vocabulary

@testable import Website

/// A register behind its pages and its interface, with a clock that jumps and sessions that end.
final class RestlessHouse: Sendable {
    let ledger: Ledger
    let registry: Registry
    let desk: RestlessDesk
    private let folder: URL
    private let moment: Moment
    private let website: Website

    private final class Moment: Sendable {
        let kept = Mutex(WorkbenchHouse.now)
    }

    private static let readBook = Result { try WorkbenchHouse.book() }
    private static let readPages = Result { try WorkbenchHouse.pages() }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "restless-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let moment = Moment()
        self.moment = moment
        let clock: @Sendable () -> Timestamp = { moment.kept.withLock { $0 } }
        let book = try RestlessHouse.readBook.get()
        let operation = Actor(account: "operator", function: .systemOperator, organisation: nil)
        ledger = try Ledger.initialise(
            DataFolder.make(at: folder.appending(path: "register").path).premises(isNew: true),
            rules: ProjectionRules(book.mechanisms),
            under: Policy().decide(operation, .initialise, for: .administration).get(), clock: clock)
        registry = try Registry(ledger: ledger, book: book, clock: clock)
        try WorkbenchSamples(registry).fill()
        desk = RestlessDesk(registry)
        for post in WorkbenchSamples.Post.allCases { try desk.take(post) }
        let workbench = Workbench(
            registry: registry,
            shelf: try SealedShelf(folder: folder.appending(path: "shelf"), of: ledger))
        var settings = ServingSettings(port: 0)
        settings.now = clock
        settings.patience = 1_000_000
        let pages = try RestlessHouse.readPages.get()
        website = try Website(
            RouteTable(
                HouseRoutes.routes(pages, exit: settings.exit) + APIRoutes(registry).routes + workbench.routes,
                gate: RouteGate(registry.policy)), pages: pages, desk: desk, settings: settings
        ) { _ in }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var now: Timestamp { moment.kept.withLock { $0 } }

    /// Sets the clock that ledger, registry and pages read.
    func setClock(to moment: Timestamp) { self.moment.kept.withLock { $0 = moment } }

    func application() throws -> Application<HouseResponder> { try website.application() }
}

/// Lets in whoever brings the name of a post, by cookie or by token, unless the session or the mandate has ended.
final class RestlessDesk: VisitorDesk {
    private let registry: Registry
    private let ended = Mutex<Set<String>>([])
    /// Through which mandate the holder of a post acts.
    private let mandates = Mutex<[WorkbenchSamples.Post: RecordID]>([:])
    /// Whose each mandate is or was.
    let holders = Mutex<[RecordID: WorkbenchSamples.Post]>([:])

    init(_ registry: Registry) { self.registry = registry }

    /// Ends the session of a post's browser.
    func end(_ post: WorkbenchSamples.Post) { _ = ended.withLock { $0.insert(post.rawValue) } }

    /// As though they had signed in again in another window.
    func begin(_ post: WorkbenchSamples.Post) { _ = ended.withLock { $0.remove(post.rawValue) } }

    /// Gives the post to its holder.
    func take(_ post: WorkbenchSamples.Post) throws {
        var random = SystemRandomNumberGenerator()
        let mandate = RecordID(at: WorkbenchHouse.now, using: &random)
        let month = WorkbenchHouse.now.day.adding(days: -30)
        try step(
            "open", mandate, version: 0,
            [
                "function": .link(post.id), "holder": .text("Holder"), "account": .text(post.rawValue),
                "rank": .code("main"), "from": .period(.day(month)),
            ])
        holders.withLock { $0[mandate] = post }
        mandates.withLock { $0[post] = mandate }
    }

    /// Ends the mandate of the post's holder.
    func leave(_ post: WorkbenchSamples.Post) throws {
        guard let mandate = mandates.withLock({ $0[post] }) else { return }
        try step("end", mandate, version: 1, ["until": .period(.day(registry.today))])
    }

    private func step(
        _ way: String, _ mandate: RecordID, version: Int, _ changes: [String: FieldValue]
    ) throws {
        let keeper = Actor(account: "keeper", function: .coordinator, organisation: nil)
        let command = Command(
            mechanism: "mandate", record: mandate, transition: way, expectedVersion: version, changes: changes,
            effective: .day(registry.today))
        let outcome = try registry.submit([command], Asking(keeper))
        guard case .written = outcome else {
            throw WorkbenchSamples.NotWritten(mechanism: "mandate", outcome: "\(outcome)")
        }
    }

    func visitor(
        session: String?, token: String?, from address: String, at moment: Timestamp
    ) async throws -> Visitor {
        guard let post = (session ?? token).flatMap({ WorkbenchSamples.Post(rawValue: $0) }) else { return .anybody }
        if session != nil, ended.withLock({ $0.contains(post.rawValue) }) { return .anybody }
        let secret = token == nil ? PostDesk.secret : nil
        let actor = mandates.withLock { $0[post] }.flatMap {
            registry.directory.actor(post.rawValue, through: $0, on: moment.day)
        }
        return .signedIn(
            SignedIn(
                actor: actor ?? Actor(account: post.rawValue, function: .public, organisation: nil),
                name: post.rawValue, key: post.rawValue, formSecret: secret))
    }
}
