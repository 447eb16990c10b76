import Access
import Ledger
import Mechanisms
import Registry
import SQLiteStore
import Vocabulary

@testable import Commands

/// A register before which one policy after the other is put.
struct MutantTrial {
    private let world: PermissionWorld
    private let expected: ExpectedPermissions
    private let ledger: Ledger
    private let right: Registry

    init() throws {
        world = try PermissionWorld(account: "0193a1b2-0000-7000-8000-00000000bbbb")
        expected = try ExpectedPermissions()
        let now = world.now
        let folder = try DataFolder.open(at: world.path, keyPath: nil, isReadOnly: false)
        ledger = try Ledger.open(
            try folder.premises(), for: .writing, rules: ProjectionRules(world.book.mechanisms), clock: { now })
        right = try Registry(ledger: ledger, book: world.book, clock: { now })
    }

    func fate(of mutant: PolicyMutant) throws -> PolicyMutantTests.Fate {
        let differences = mutant.differences
        if differences.isEmpty { return .equivalent }
        // A load is asked for before there are records, so the table alone decides on it, as on the register as a whole.
        let (whole, records) = (differences.filter(\.isOfTheWhole), differences.filter { !$0.isOfTheWhole })
        if whole.contains(where: { $0.ceiling(under: mutant.policy) != decided($0) }) { return .caughtByTable }
        let now = world.now
        let wrong = try Registry(ledger: ledger, book: world.book, policy: mutant.policy, clock: { now })
        var reasons: Set<PolicyMutantTests.Fate> = []
        for cell in records {
            let found = try fate(of: cell, mutant.policy, wrong)
            if found == .caughtByRecords { return found }
            reasons.insert(found)
        }
        return [.survived, .outOfReach, .withoutField].first(where: reasons.contains) ?? .unattainable
    }

    private func decided(_ cell: MutantCell) -> Sensitivity? {
        expected.ceiling(
            cell.function, cell.action, cell.matter, cell.relation, isClosed: cell.isClosed, for: cell.purpose)
    }

    private func fate(
        of cell: MutantCell, _ policy: Policy, _ wrong: Registry
    ) throws -> PolicyMutantTests.Fate {
        guard let mandate = world.mandates[cell.function],
            let actor = right.directory.actor(world.account, through: mandate, on: world.now.day)
        else { return .unattainable }
        let asking = Asking(actor, for: cell.purpose)
        var reason = PolicyMutantTests.Fate.unattainable
        for specimen in specimens(of: cell) {
            let before = try RegistryAnswer(registry: right, asking: asking).fields(cell.action, specimen)
            let after = try RegistryAnswer(registry: wrong, asking: asking).fields(cell.action, specimen)
            if before != after { return .caughtByRecords }
            reason = why(cell, specimen, policy) ?? .survived
            if reason == .survived { return reason }
        }
        return reason
    }

    /// Records that stand so; of those that are opened, the mechanism alone matters.
    private func specimens(of cell: MutantCell) -> [PermissionWorld.Specimen] {
        if cell.action == .open || cell.action == .breakGlass {
            if cell.relation != .none || cell.isClosed { return [] }
            let isEmergency = cell.action == .breakGlass
            return world.specimens.filter {
                $0.mechanism.matter == cell.matter && $0.situation == .stranger && $0.state == $0.mechanism.states[0]
                    && ($0.mechanism.name == "break-glass") == isEmergency
            }
        }
        let here = world.specimens.filter {
            $0.mechanism.matter == cell.matter && $0.isClosed == cell.isClosed
                && $0.situation.relation(for: cell.function) == cell.relation
                && ($0.situation != .stranger || cell.relation == .none)
        }
        // One of each mechanism: those of the same state and standing are alike.
        var seen: Set<String> = []
        return here.filter { seen.insert($0.mechanism.name).inserted }
    }

    /// Why a fault in this cell shows itself nowhere; nil where it should.
    private func why(
        _ cell: MutantCell, _ specimen: PermissionWorld.Specimen, _ policy: Policy
    ) -> PolicyMutantTests.Fate? {
        let (before, after) = (decided(cell), cell.ceiling(under: policy))
        // The book asks for another post before the policy is asked how much of it may be filled in.
        let openings = specimen.mechanism.transitions.filter(\.opensRecord)
        if cell.action == .open, !openings.contains(where: { $0.by.contains(cell.function) }) { return .outOfReach }
        if let before, let after {
            let isSearch = cell.action == .search
            if cell.action == .share || isSearch && max(before, after) < .identity { return .withoutField }
            let known =
                cell.action == .list
                ? Set(specimen.mechanism.titledBy + specimen.mechanism.listedBy + specimen.mechanism.dueFields)
                : Set(specimen.mechanism.fields.map(\.name))
            let between = specimen.mechanism.fields.filter {
                known.contains($0.name) && $0.sensitivity > min(before, after) && $0.sensitivity <= max(before, after)
            }
            let reading = expected.ceiling(cell.function, .read, of: specimen, for: cell.purpose)
            let isSeen = cell.action != .export || (reading.map { $0 > min(before, after) } ?? false)
            return between.isEmpty ? .withoutField : isSeen ? nil : .outOfReach
        }
        switch cell.action {
        case .export:
            return expected.ceiling(cell.function, .read, of: specimen, for: cell.purpose) == nil ? .outOfReach : nil
        case .search:
            let level = before ?? after
            return specimen.mechanism.identityFields.isEmpty || level != .identity ? .withoutField : nil
        case .share:
            let mayOffer = expected.ceiling(cell.function, .open, .sharing, .none, isClosed: false, for: cell.purpose)
            return mayOffer == nil ? .outOfReach : nil
        case .write:
            return specimen.mechanism.transitions.allSatisfy { $0.opensRecord || $0.isByRegister } ? .unattainable : nil
        default: return nil
        }
    }
}

extension MutantCell {
    fileprivate var isOfTheWhole: Bool { matter == .register || action == .load }
}
