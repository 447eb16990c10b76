package import Access
import Ledger
import Mechanisms
import Vocabulary

/// A record as the policy sees it, for one actor; nothing of what is in it.
struct Standpoint {
    let row: RecordRow
    let mechanism: Mechanism

    var target: Target {
        Target(mechanism, record: row.record, relations: row.relations, isClosed: row.isClosed)
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
        return mayDo(asking, action, standpoint)
    }

    /// The same of a record at which the actor was found to stand so.
    func mayDo(_ asking: Asking, _ action: Action, _ standpoint: Standpoint) -> Bool {
        if case .success = policy.decide(asking.actor, action, on: standpoint.target, for: asking.purpose) {
            return true
        }
        return false
    }

    /// Leave to do something with a record that the actor sees already; nil for a no, and nothing is written down.
    package func grant(_ asking: Asking, _ action: Action, on view: RecordView) -> Grant? {
        guard let mechanism = book.mechanism(view.mechanism) else { return nil }
        let target = Target(mechanism, record: view.record, relations: view.relations, isClosed: view.isClosed)
        return try? policy.decide(asking.actor, action, on: target, for: asking.purpose).get()
    }

    /// Whether the actor decides of every record of a mechanism who stands how to it.
    func mayShareAll(_ mechanism: Mechanism, _ asking: Asking) -> Bool {
        let reach = policy.reach(of: asking.actor, .share, mechanism, for: asking.purpose)
        return reach.clause(for: [.none], isClosed: false) != nil
    }

    /// From derived tables only: what is out of reach is not opened, and costs what a record costs that is not there.
    func standpoint(of actor: Actor, to record: RecordID) throws -> Standpoint? {
        guard let row = try ledger.row(record, for: actor), let mechanism = book.mechanism(row.mechanism) else {
            return nil
        }
        return Standpoint(row: row, mechanism: mechanism)
    }

    /// Leave to open a record of a mechanism.
    func leaveToOpen(
        _ asking: Asking, _ mechanism: Mechanism, _ entry: Admission.Entry = .byHand
    ) throws(RegistryRefusal) -> Grant {
        let action = entry == .byLoad && !mechanism.givesEmergency ? .load : mechanism.openingAction
        switch policy.decide(asking.actor, action, on: Target(mechanism), for: asking.purpose) {
        case .success(let grant): return grant
        case .failure:
            throw RegistryRefusal.notForFunction(
                function: asking.actor.function, action: action, mechanism: mechanism.name)
        }
    }
}

extension Mechanism {
    /// What somebody must be allowed to do to a record before they may name it in one of this mechanism's fields: a
    /// field through which a standing reaches other records gives access to them.
    func demand(of field: String) -> Action {
        guard standings.contains(where: { $0.toLinked.contains(field) }) else { return .list }
        return givesEmergency ? .breakGlass : .share
    }

    /// Fields that say who stands how to which records, and for how long.
    var governingFields: Set<String> { Set(standings.flatMap(\.fields) + [owner].compactMap(\.self)) }
}
