import Access
import Ledger
import Mechanisms
import Registry
import Vocabulary

/// What the registry lets be done with a specimen: the fields that come out or may be filled; nil where it refuses.
struct RegistryAnswer {
    let registry: Registry
    let asking: Asking
    private let day = CalendarDate(daysSinceEpoch: 20_000)

    init(registry: Registry, asking: Asking) {
        (self.registry, self.asking) = (registry, asking)
    }

    func fields(_ action: Action, _ specimen: PermissionWorld.Specimen) throws -> Set<String>? {
        let mechanism = specimen.mechanism
        switch action {
        case .read: return try allowed { try registry.read(specimen.record, asking) }
        case .export: return try allowed { try registry.export(specimen.record, asking) }
        case .list: return try row(of: specimen)
        case .search:
            guard let field = mechanism.identityFields.sorted().first else { return nil }
            let text = "planted-identity-\(mechanism.name)-\(field)-\(specimen.mark)"
            let rows = try? registry.search(mechanism.name, for: [field: text], .folded, asking).rows
            return rows?.contains { $0.record == specimen.record } == true ? [] : nil
        case .write:
            guard let step = mechanism.transitions.first(where: { !$0.opensRecord && !$0.isByRegister }) else {
                return nil
            }
            return try fillable(mechanism, step, specimen.record, version: specimen.version)
        case .open, .breakGlass:
            guard let step = mechanism.transitions.first(where: { $0.opensRecord && !$0.isByRegister }) else {
                return nil
            }
            return try fillable(mechanism, step, nobody, version: 0)
        case .share: return try share(specimen)
        default: return nil
        }
    }

    private let nobody = RecordID(high: 0x0193_0000_0000_7000, low: 0x8000_0000_0000_0001)

    private func allowed(_ read: () throws -> RecordView) throws -> Set<String>? {
        do { return shown(try read()) } catch is RegistryRefusal { return nil }
    }

    private func shown(_ view: RecordView) -> Set<String> {
        Set(view.fields.filter { if case .shown = $0.content { true } else { false } }.map(\.name))
    }

    /// What a list shows of it, and how many records such a list counts: the rule as a predicate is the same rule.
    private func row(of specimen: PermissionWorld.Specimen) throws -> Set<String>? {
        do {
            let request = ListRequest(specimen.mechanism.name, states: [specimen.state])
            let count = try registry.count(request, asking)
            let view = try registry.listed([specimen.record], asking)[specimen.record]
            return (view.map(shown) ?? []).union(["\(count)"])
        } catch is RegistryRefusal { return nil }
    }

    /// The texts that may be filled in: one after the other, each beside a field that no mechanism has, so that nothing is
    /// written whatever the policy says.
    private func fillable(
        _ mechanism: Mechanism, _ step: Transition, _ record: RecordID, version: Int
    ) throws -> Set<String>? {
        var names: Set<String> = []
        for field in [nil] + mechanism.fields.map(Optional.some) {
            var changes: [String: FieldValue] = ["no-such-field": .text("x")]
            if let field { changes[field.name] = .text("x") }
            let command = Command(
                mechanism: mechanism.name, record: record, transition: step.name, expectedVersion: version,
                changes: changes, effective: .day(day))
            do {
                _ = try registry.submit([command], asking)
                if let field { names.insert(field.name) }
            } catch RegistryRefusal.beyondCeiling {
                continue
            } catch is RegistryRefusal {
                if field == nil { return nil }
            }
        }
        return names
    }

    private func share(_ specimen: PermissionWorld.Specimen) throws -> Set<String>? {
        guard let mechanism = try? registry.mechanism("share"), let offer = mechanism.transition("offer") else {
            return nil
        }
        let command = Command(
            mechanism: "share", record: nobody, transition: offer.name,
            changes: ["records": .links([specimen.record]), "receiver": .link(nobody)], effective: .day(day))
        guard let outcome = try? registry.submit([command], Asking(asking.actor, for: asking.purpose)),
            case .refused(let refusal) = outcome
        else { return nil }
        return refusal.problems.contains { $0.field == "records" } ? nil : []
    }
}
