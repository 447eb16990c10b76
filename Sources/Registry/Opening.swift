import Access
import Ledger
import Mechanisms
import Vocabulary

/// What one who asks needs to know of a mechanism to open records of it.
struct Opening {
    let mechanism: Mechanism
    let grant: Grant
    /// Fields that the grant does not let fill.
    let beyond: Set<String>
    let links: [LinkDemand]
    /// Fields that name the answering post.
    let ownPosts: [String]

    static func found(
        _ mechanism: Mechanism, _ registry: Registry, _ asking: Asking, _ entry: Admission.Entry
    ) -> Result<Opening, RegistryRefusal> {
        let grant: Grant
        do throws(RegistryRefusal) {
            grant = try registry.leaveToOpen(asking, mechanism, entry)
        } catch {
            return .failure(error)
        }
        let ownPosts = mechanism.standings.compactMap { standing -> String? in
            guard standing.rests == .on(.own), case .post(let field) = standing.holder else { return nil }
            return field
        }
        return .success(
            Opening(
                mechanism: mechanism, grant: grant, beyond: mechanism.fields(above: grant.ceiling),
                links: LinkDemand.all(of: mechanism, registry, asking, entry), ownPosts: ownPosts))
    }
}

/// What somebody must be allowed to do to a record before a field of a mechanism may name it.
struct LinkDemand {
    let field: String
    /// The mechanism of the records that it names.
    let target: String
    let action: Action
    /// Whether the policy lets them do so to every record of that mechanism, whoever it belongs to.
    let isMetByAll: Bool

    /// In the order of the fields' names.
    static func all(
        of mechanism: Mechanism, _ registry: Registry, _ asking: Asking, _ entry: Admission.Entry
    ) -> [LinkDemand] {
        mechanism.fields.sorted { $0.name < $1.name }.compactMap { field in
            guard let target = field.linkedMechanism else { return nil }
            let demand = mechanism.demand(of: field.name)
            let action = entry == .byLoad && demand != .breakGlass ? .load : demand
            let reach = registry.book.mechanism(target).map {
                registry.policy.reach(of: asking.actor, action, $0, for: asking.purpose)
            }
            let isMetByAll = action != .breakGlass && reach?.clause(for: [.none], isClosed: true) != nil
            return LinkDemand(field: field.name, target: target, action: action, isMetByAll: isMetByAll)
        }
    }
}

extension Mechanism {
    /// The fields that lie above a level.
    func fields(above ceiling: Sensitivity) -> Set<String> {
        Set(fields.lazy.filter { $0.sensitivity > ceiling }.map(\.name))
    }
}

extension Admission {
    /// The command with what the registry knows better than the asker: whose the new record is.
    func filled(_ command: Command, of opening: Opening) throws -> Command {
        guard command.expectedVersion == 0 else { return command }
        let (mechanism, actor) = (opening.mechanism, asking.actor)
        var added: [String: FieldValue] = [:]
        var isPutToOthers = false
        if mechanism.givesEmergency, let owner = mechanism.owner {
            // The officer who reviews is that of the organisation whose record was opened.
            let about = mechanism.standings.flatMap(\.toLinked).compactMap { command.changes[$0] }.first
            if case .link(let record)? = about,
                let house = try ownerNow(of: record) ?? actor.organisation
            {
                added[owner] = .link(house)
            }
        } else if let owner = mechanism.owner, let house = actor.organisation {
            switch command.changes[owner] {
            case nil: added[owner] = .link(house)
            case .link(house): break
            default:
                // Whose a record is decides whoever may share every record of its kind: a question is put to others.
                guard registry.mayShareAll(mechanism, asking) else {
                    throw RegistryRefusal.otherOrganisation(field: owner)
                }
                isPutToOthers = true
            }
        }
        if let post = actor.post, !isPutToOthers {
            for field in opening.ownPosts where command.changes[field] == nil { added[field] = .link(post) }
        }
        guard !added.isEmpty else { return command }
        return Command(
            mechanism: command.mechanism, record: command.record, transition: command.transition,
            expectedVersion: 0, changes: command.changes.merging(added) { $1 }, effective: command.effective,
            reason: command.reason, origin: command.origin)
    }

    private func ownerNow(of record: RecordID) throws -> RecordID? {
        guard let standpoint = try registry.standpoint(of: asking.actor, to: record) else { return nil }
        judgement.note(.standing(record, standpoint.row.standing))
        return standpoint.row.owner
    }
}
