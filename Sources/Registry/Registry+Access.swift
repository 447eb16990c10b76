import Access
import Ledger
import Mechanisms
package import Vocabulary

/// A record as the policy sees it, for one actor.
struct Standpoint {
    let state: RecordState
    let mechanism: Mechanism
    let owner: RecordID?
    let relations: Set<Relation>

    var target: Target {
        Target(
            mechanism.matter, record: state.record, relations: relations,
            isClosed: mechanism.closedStates.contains(state.state))
    }
}

extension Registry {
    /// Leave to do something with a record, and the record with its identities sealed.
    ///
    /// - Throws: ``RegistryRefusal/notFound`` where there is no such record or the actor may not even know of it;
    ///   ``RegistryRefusal/notForYou(action:rule:)`` where they may know of it. Either is written down.
    func leave(_ asking: Asking, _ action: Action, on record: RecordID) throws -> (grant: Grant, at: Standpoint) {
        let standpoint = try standpoint(of: asking.actor, to: record)
        if let standpoint,
            case .success(let grant) = policy.decide(asking.actor, action, on: standpoint.target, for: asking.purpose)
        {
            return (grant, standpoint)
        }
        guard let standpoint,
            case .success(let known) = policy.decide(asking.actor, .list, on: standpoint.target, for: asking.purpose)
        else {
            try writeRemark(.refuse, on: record, by: asking, action, code: RegistryRefusal.notFound.code)
            throw RegistryRefusal.notFound
        }
        let refusal = RegistryRefusal.notForYou(action: action, rule: known.rule)
        try writeRemark(.refuse, on: record, by: asking, action, code: refusal.code)
        throw refusal
    }

    /// Whether the actor may do something with a record; nothing is written, nothing thrown for a no.
    func mayDo(_ asking: Asking, _ action: Action, to record: RecordID) throws -> Bool {
        guard let standpoint = try standpoint(of: asking.actor, to: record) else { return false }
        if case .success = policy.decide(asking.actor, action, on: standpoint.target, for: asking.purpose) {
            return true
        }
        return false
    }

    func standpoint(of actor: Actor, to record: RecordID) throws -> Standpoint? {
        guard let state = try ledger.record(record), let mechanism = book.mechanism(state.mechanism) else { return nil }
        guard let row = try ledger.row(record, for: actor) else { return nil }
        return Standpoint(state: state, mechanism: mechanism, owner: row.owner, relations: row.relations)
    }

    /// Leave to open a record of a mechanism.
    func leaveToOpen(_ asking: Asking, _ mechanism: Mechanism) throws -> Grant {
        let action: Action = mechanism.givesEmergency ? .breakGlass : .open
        switch policy.decide(asking.actor, action, on: Target(mechanism.matter), for: asking.purpose) {
        case .success(let grant): return grant
        case .failure:
            throw RegistryRefusal.notForFunction(
                function: asking.actor.function, action: action, mechanism: mechanism.name)
        }
    }
}

extension Mechanism {
    /// Whether opening a record of it lets somebody in where they have no relation.
    var givesEmergency: Bool { standings.contains { $0.rests == .on(.emergency) } }

    /// What somebody must be allowed to do to a record before they may name it in one of this mechanism's fields: a
    /// field through which a standing reaches other records gives access to them.
    func demand(of field: String) -> Action {
        let reaching = standings.filter { $0.toLinked.contains(field) }
        if reaching.isEmpty { return .list }
        return reaching.reduce(Action.list) { demand, standing in
            switch standing.rests {
            case .on(.emergency): .breakGlass
            case .on: demand == .export ? .export : .write
            case .onBasis: .export
            }
        }
    }
}
