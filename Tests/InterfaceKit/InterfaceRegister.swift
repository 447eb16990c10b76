package import Access
import Catalogue
package import Foundation
package import Ledger
package import Mechanisms
import Publication
package import Registry
import SQLiteStore
import TestKit
package import Vocabulary
package import Website

/// A small register of two organisations in a folder of its own, gone with the one who made it: nothing in it is
/// anybody's.
package final class InterfaceRegister: Sendable {
    package let folder: URL
    package let ledger: Ledger
    package let registry: Registry
    package let people: InterfacePeople

    /// The moment that tests live in.
    package static let now = Timestamp(milliseconds: 1_790_000_000_000)

    /// - Parameters:
    ///   - clock: Of the ledger and of the registry.
    ///   - wrap: Puts something around the stores, such as one that counts.
    package init(
        clock: @escaping @Sendable () -> Timestamp = { now },
        wrap: (LedgerPremises) -> LedgerPremises = { $0 }
    ) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "interface-\(UUID().uuidString)")
        let book = try InterfaceFiles.book()
        let operate = try InterfacePeople.machine(.initialise)
        ledger = try Ledger.initialise(
            wrap(try DataFolder.make(at: folder.path).premises(isNew: true)),
            rules: ProjectionRules(book.mechanisms), under: operate, clock: clock)
        registry = try Registry(ledger: ledger, book: book, clock: clock)
        people = try InterfacePeople(registry)
    }

    /// The interface alone, as a house.
    package func house(
        settings: ServingSettings = ServingSettings(port: 0), scanner: any VirusScanner = NoScanner(),
        webhooks: WebhookDispatcher? = nil,
        log: @escaping @Sendable (String) -> Void = { _ in }
    ) throws -> Website {
        let table = try RouteTable(
            APIRoutes(registry, scanner: scanner, webhooks: webhooks).routes, gate: RouteGate(registry.policy))
        return try Website(
            table, pages: InterfaceFiles.pages(), desk: InterfaceDesk(people), settings: settings, log: log)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Opens a record for somebody.
    ///
    /// - Returns: Its id.
    @discardableResult
    package func open(
        _ mechanism: String, _ transition: String = "open", _ changes: [String: FieldValue] = [:], by actor: Actor
    ) throws -> RecordID {
        try InterfacePeople.open(registry, mechanism, transition, changes, by: actor)
    }
}
