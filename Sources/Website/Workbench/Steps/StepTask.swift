import Access
import Mechanisms
import Registry
import Vocabulary

/// What a form is for: one step of one record, or the opening of a new one.
struct StepTask: Sendable {
    let mechanism: Mechanism
    let transition: Transition
    /// The record as its reader sees it now; nil where the step opens one.
    let present: RecordView?
    /// Fields above this level are neither shown nor taken.
    let ceiling: Sensitivity
    /// What the person saw when they began, by field: what differs from it is what they want changed.
    private(set) var seen: [String: FieldValue]

    /// The task that the address names.
    ///
    /// - Throws: ``RegistryRefusal``, ``RequestRefusal/notFound`` for a step that is none, or that the register takes itself.
    init(_ visit: Visit) throws {
        if visit.exchange.parameter("record").isEmpty {
            try self.init(
                opening: visit.namedMechanism(), visit.exchange.parameter("transition"), visit)
        } else {
            try self.init(on: visit.namedRecord(), visit.exchange.parameter("transition"), visit)
        }
    }

    init(opening mechanism: Mechanism, _ name: String, _ visit: Visit) throws {
        guard let transition = visit.openings(of: mechanism).first(where: { $0.name == name }) else {
            throw visit.refusal(to: mechanism.openingAction, mechanism)
        }
        let grant = visit.registry.policy.decide(
            visit.asking.actor, mechanism.openingAction, on: Access.Target(mechanism), for: visit.asking.purpose)
        self.mechanism = mechanism
        self.transition = transition
        present = nil
        seen = [:]
        ceiling = try grant.get().ceiling
    }

    init(on record: RecordID, _ name: String, _ visit: Visit) throws {
        let view = try visit.registry.read(record, visit.asking)
        let mechanism = try visit.registry.mechanism(view.mechanism)
        guard let transition = mechanism.transition(name), !transition.opensRecord,
            !transition.isByRegister
        else { throw RequestRefusal.notFound }
        let target = Access.Target(
            mechanism, record: record, relations: view.relations, isClosed: view.isClosed)
        let grant = visit.registry.policy.decide(
            visit.asking.actor, .write, on: target, for: visit.asking.purpose)
        guard case .success(let leave) = grant, transition.by.contains(visit.asking.actor.function) else {
            throw RegistryRefusal.notForYou(action: .write, rule: view.rule)
        }
        self.mechanism = mechanism
        self.transition = transition
        present = view
        seen = view.shown
        ceiling = leave.ceiling
    }

    /// The same task for somebody who saw an earlier version: what others changed since is none of their changes.
    func seen(at version: Int, _ visit: Visit) throws -> StepTask {
        guard let present, version < present.version else { return self }
        var task = self
        var seen: [String: FieldValue] = [:]
        for entry in try visit.registry.timeline(of: present.record, visit.asking, readings: 0) {
            guard case .changed(_, _, let changed, let fields, _) = entry.what, changed <= version else { continue }
            for field in fields { if case .shown(let value) = field.content { seen[field.name] = value } }
        }
        task.seen = seen
        return task
    }

    /// Whether the record is in a state from which the step may be taken.
    var isTimely: Bool { present.map { transition.from.contains($0.state) } ?? true }

    var path: String {
        present.map { WorkbenchPaths.step($0.record, transition.name) }
            ?? WorkbenchPaths.new(mechanism.name, transition.name)
    }

    /// The fields that a person may fill: not those above the ceiling, those that they may not see as they are now, and
    /// for a new record not those that the register fills better.
    var fields: [Field] {
        mechanism.fields(changedBy: transition).filter { field in
            guard field.sensitivity <= ceiling else { return false }
            guard let present else { return field.name != mechanism.owner }
            // What others said is not shown, and one's own is asked for all the same.
            if let blind = mechanism.blind, blind.step == transition.name, blind.fields.contains(field.name) {
                return true
            }
            return ![.withheld, .erased].contains(present.content(field.name))
        }
    }

    /// Fields that are said anew each time, the same or not.
    var saidEachTime: Set<String> { Set(transition.needs.flatMap(\.saidEachTime)) }

    /// Fields without which this step is refused in any case; what the register reckons itself is none of them.
    var required: Set<String> {
        transition.demanded.union(transition.opensRecord ? mechanism.fields.filter(\.isRequired).map(\.name) : [])
            .subtracting(transition.computes.map(\.field))
    }
}

extension RecordView {
    /// Every value that is shown, by field.
    var shown: [String: FieldValue] {
        Dictionary(
            fields.compactMap { field in value(field.name).map { (field.name, $0) } },
            uniquingKeysWith: { first, _ in first })
    }
}
