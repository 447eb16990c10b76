import Access
import Foundation
import Ledger
import Registry

/// A register opened with its registry, for one command.
struct OpenRegistry {
    let open: OpenRegister
    let registry: Registry
    let asking: Asking

    init(_ place: RegisterFolder, _ acting: ActingAs) throws {
        let book = try BookLoader(resources: Resources.find()).book(of: place)
        open = try OpenRegister.open(place, for: .writing)
        registry = try Registry(ledger: open.ledger, book: book, clock: OpenRegister.clock)
        asking = try acting.asking(registry.directory)
    }

    func close() throws { try open.close() }
}
