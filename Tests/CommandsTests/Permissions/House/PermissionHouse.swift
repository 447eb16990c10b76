import Access
import Accounts
import Foundation
import HTTPTypes
import HummingbirdTesting
import InterfaceKit
import Ledger
import Mechanisms
import NIOCore
import Publication
import Registry
import SQLiteStore
import Vocabulary

@testable import Commands
@testable import Website

/// The whole house, with every route of the program, before the register of a ``PermissionWorld``; without a socket.
final class PermissionHouse: Sendable {
    let world: PermissionWorld
    let expected: ExpectedPermissions
    let open: OpenHouse
    let table: RouteTable
    let clock: SetClock
    let tally = CountingStore.Tally()
    private let website: Website

    init() throws {
        world = try PermissionWorld(account: "0193a1b2-0000-7000-8000-00000000aaaa")
        expected = try ExpectedPermissions()
        let clock = SetClock(at: world.now)
        self.clock = clock
        var place = RegisterFolder()
        (place.path, place.keyPath) = (world.path, nil)
        let folder = try DataFolder.open(at: world.path, keyPath: nil, isReadOnly: false)
        let premises = try folder.premises()
        let counted = LedgerPremises(
            events: CountingStore(premises.events, tally: tally), vault: premises.vault, papers: premises.papers)
        let ledger = try Ledger.open(
            counted, for: .writing, rules: ProjectionRules(world.book.mechanisms), clock: { clock.now })
        let register = OpenRegister(folder: folder, ledger: ledger)
        let registry = try Registry(ledger: ledger, book: world.book, clock: { clock.now })
        open = try OpenHouse(
            register, registry, in: place,
            door: ProviderDoor(network: Nowhere(), ownAddress: "https://register.example.org"))
        let loader = HouseLoader(resources: try Resources.find())
        let pages = try loader.pages()
        table = try loader.table(
            SiteStand(SiteLoader(resources: loader.resources).site(releases: [])), pages, exit: "https://exit.example",
            open)
        var settings = ServingSettings(port: 0)
        settings.patience = 100_000
        settings.now = { clock.now }
        website = try Website(
            table, pages: pages, desk: PostDesk(registry: registry, world: world, clock: clock), settings: settings
        ) { _ in }
    }

    deinit { try? open.close() }

    /// Asks in the name of posts, one request after the other, each in a browser that has chosen its purpose.
    func asking<Result: Sendable>(_ body: @Sendable (Asker) async throws -> Result) async throws -> Result {
        let tally = tally
        return try await website.application().test(.router) { client in
            let asker = Asker(client: client, tally: tally)
            for worker in Worker.all where !worker.isUsual {
                let chosen = try await asker.visit(
                    "/work/purpose", as: worker, form: [("purpose", worker.purpose.rawValue)])
                guard chosen.status == 303 else { throw NoSuchPurpose(worker: worker) }
            }
            return try await body(asker)
        }
    }
}

/// The house does not let somebody work for the purpose that was decided.
private struct NoSuchPurpose: Error { let worker: Worker }

/// Reaches nobody.
private struct Nowhere: ProviderNetwork {
    func read(_ address: String) async throws -> [UInt8] { throw CancellationError() }

    func redeem(_ request: TokenRequest, at address: String) async throws -> [UInt8] { throw CancellationError() }
}
