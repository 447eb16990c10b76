import Foundation
import Intake
import Registry
import Vocabulary

/// Which plan is meant.
struct PlanChoice {
    private let plans: [PlanHead]

    init(_ open: OpenRegistry) throws { plans = try open.registry.plans(open.asking) }

    /// The plan of an id, number or title; the only one where none is named.
    ///
    /// - Throws: ``CommandFailure/unknownName(kind:name:known:)``.
    func plan(_ named: String?) throws -> RecordID {
        let fitting = plans.filter { plan in
            guard let named else { return true }
            return [plan.record.description, plan.reference, plan.title].contains(named)
        }
        guard fitting.count == 1, let plan = fitting.first else {
            throw CommandFailure.unknownName(
                kind: "plan", name: named ?? "", known: plans.map { $0.reference ?? $0.record.description })
        }
        return plan.record
    }

    /// The plan that a table continues: the one that is named, else the one in force of its number, of a number that it
    /// takes the place of, or of its title; nil for a new plan.
    func plan(_ named: String?, continuedBy table: PlanTable) throws -> RecordID? {
        if let named { return try plan(named) }
        let numbers = [table.reference].compactMap(\.self) + table.predecessors
        let inForce = plans.filter(\.isInForce)
        return
            (inForce.first { $0.reference.map(numbers.contains) ?? false }
            ?? inForce.first { $0.title == table.title })?.record
    }
}
