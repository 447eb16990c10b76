import Ledger
import Registry

/// A register opened with its registry, for one command.
struct OpenRegistry {
    let open: OpenRegister
    let registry: Registry
    let asking: Asking

    /// For the post that `--as` names, no further than the command declares.
    init(_ place: RegisterFolder, _ acting: ActingAs, for command: any RuledCommand.Type) throws {
        let book = try BookLoader(resources: Resources.find()).book(of: place)
        open = try OpenRegister.open(place, for: .writing, of: book)
        registry = try Registry(ledger: open.ledger, book: book, clock: OpenRegister.clock)
        asking = try acting.asking(registry.directory, within: command.rule.scope)
    }

    /// For the register's own post that the command names: whoever keeps the machine stands in for it.
    init(_ place: RegisterFolder, for command: any RuledCommand.Type) throws {
        let book = try BookLoader(resources: Resources.find()).book(of: place)
        open = try OpenRegister.open(place, for: .writing, of: book)
        registry = try Registry(ledger: open.ledger, book: book, clock: OpenRegister.clock)
        asking = Asking(command.keeper)
    }

    /// Those that the post may know of, as of today.
    func handlingMarks() throws -> HandlingMarks {
        try HandlingMarks(of: registry, on: registry.today, asking)
    }

    func close() throws { try open.close() }
}
