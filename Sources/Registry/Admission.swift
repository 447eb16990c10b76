import Access
import Ledger
import Mechanisms
import Vocabulary

/// What the policy asks of commands before the book is asked: for one who asks, command after command.
///
/// It keeps what it found of each mechanism, so that an import of millions of rows asks the policy once a mechanism and
/// not once a row. Forms, the interface, the command line and imports all come through here.
struct Admission {
    /// A command that may be carried out, with what the registry knows better than the asker.
    struct Admitted {
        let command: Command
        let grant: Grant
    }

    let registry: Registry
    let asking: Asking
    /// What the policy found is noted there.
    let judgement: Judgement
    /// How new records come in.
    let entry: Entry
    /// Records that the same asker opened before in this work, which may not be in the ledger yet.
    var opened: Set<RecordID> = []
    private var openings: [String: Result<Opening, RegistryRefusal>] = [:]

    enum Entry {
        /// One by one; their ids come from whoever asks.
        case byHand
        /// Row by row, for the post that imports; their ids are made by the import.
        case byImport
        /// Row by row, by the keeper of the machine before anybody signs in.
        case byLoad
    }

    init(to registry: Registry, _ asking: Asking, noting judgement: Judgement, entry: Entry = .byHand) {
        self.registry = registry
        self.asking = asking
        self.judgement = judgement
        self.entry = entry
    }

    /// Whether a command may be carried out.
    ///
    /// - Parameter group: Records that commands of the same group open.
    /// - Returns: A refusal where it names a record that is out of reach, in the words for one that is not there.
    /// - Throws: ``RegistryRefusal`` where the policy refuses the rest of it.
    mutating func admit(_ command: Command, with group: Set<RecordID>) throws -> Result<Admitted, Refusal> {
        // A step on what is there already is admitted as one even where it came without a version: whether there is such a
        // record is for those to know who may take it.
        guard command.expectedVersion == 0 ? opensRecord(command) : group.contains(command.record) else {
            return try admitStep(command, with: group)
        }
        if entry == .byHand, try registry.ledger.record(command.record) != nil {
            // Opening a record of an id that exists would tell so: such an id is as unknown as any other.
            throw RegistryRefusal.notFound
        }
        let opening = try opening(of: command.mechanism).get()
        let filled = try filled(command, of: opening)
        try checkCeiling(filled, beyond: opening.beyond)
        if let refusal = try linkRefusal(filled, of: opening.mechanism, opening.links, with: group) {
            return .failure(refusal)
        }
        return .success(Admitted(command: filled, grant: opening.grant))
    }

    /// A step that no mechanism has is left to the book, which refuses it whatever the record.
    private func opensRecord(_ command: Command) -> Bool {
        registry.book.mechanism(command.mechanism)?.transition(command.transition)?.opensRecord ?? true
    }

    private func admitStep(_ command: Command, with group: Set<RecordID>) throws -> Result<Admitted, Refusal> {
        let mechanism = try registry.mechanism(command.mechanism)
        let (grant, standpoint) = try registry.leave(asking, .write, on: command.record)
        judgement.note(.standing(command.record, standpoint.row.standing))
        guard standpoint.mechanism.name == mechanism.name else { throw RegistryRefusal.notFound }
        try checkCeiling(command, beyond: mechanism.fields(above: grant.ceiling))
        try checkGoverning(command, of: mechanism)
        let links = LinkDemand.all(of: mechanism, registry, asking, entry)
        if let refusal = try linkRefusal(command, of: mechanism, links, with: group) { return .failure(refusal) }
        return .success(Admitted(command: command, grant: grant))
    }

    private mutating func opening(of name: String) throws -> Result<Opening, RegistryRefusal> {
        if let known = openings[name] { return known }
        let found = try Opening.found(registry.mechanism(name), registry, asking, entry)
        openings[name] = found
        return found
    }

    /// Who was let in by a share may not widen it, nor make a record their own: what says who reaches a record is changed
    /// by those to whom it belongs.
    private func checkGoverning(_ command: Command, of mechanism: Mechanism) throws {
        let governing = mechanism.governingFields.intersection(command.changes.keys)
        guard !governing.isEmpty, let present = try registry.ledger.record(command.record),
            governing.contains(where: { command.changes[$0] != present.fields[$0] })
        else { return }
        _ = try registry.leave(asking, .share, on: command.record)
    }

    private func checkCeiling(_ command: Command, beyond: Set<String>) throws {
        guard !beyond.isEmpty else { return }
        let named = beyond.intersection(command.changes.keys)
        guard named.isEmpty else { throw RegistryRefusal.beyondCeiling(fields: named.sorted()) }
    }

    private func linkRefusal(
        _ command: Command, of mechanism: Mechanism, _ links: [LinkDemand], with group: Set<RecordID>
    ) throws -> Refusal? {
        var problems: [Refusal.Problem] = []
        // Whose records are within anybody's reach is left to the book, which looks whether they are there at all. An
        // emergency reaches every record: the book says that there is none only where nothing else stands in the way.
        for link in links where !link.isMetByAll && link.action != .breakGlass {
            for record in command.changes[link.field]?.linked ?? []
            where !group.contains(record) && !opened.contains(record) {
                guard try !mayName(record, link) else { continue }
                problems.append(
                    Refusal.Problem(
                        .brokenLink, mechanism: mechanism.name, field: link.field,
                        "names a record that is no “\(link.target)”."))
            }
        }
        return problems.isEmpty ? nil : Refusal(problems)
    }

    private func mayName(_ record: RecordID, _ link: LinkDemand) throws -> Bool {
        guard let standpoint = try registry.standpoint(of: asking.actor, to: record),
            registry.mayDo(asking, link.action, standpoint)
        else { return false }
        judgement.note(.standing(record, standpoint.row.standing))
        return true
    }
}
