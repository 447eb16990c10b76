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

    /// For the register's own data-protection officer: whoever keeps the machine stands in for one.
    init(_ place: RegisterFolder, officer: Void) throws {
        let book = try BookLoader(resources: Resources.find()).book(of: place)
        open = try OpenRegister.open(place, for: .writing)
        registry = try Registry(ledger: open.ledger, book: book, clock: OpenRegister.clock)
        asking = Asking(
            Actor(
                account: "shell-\(getuid())", function: .dataProtectionOfficer, organisation: nil,
                supervises: .everybody))
    }

    func close() throws { try open.close() }
}
