import Access
import Ledger
import Mechanisms
package import Vocabulary

extension Registry {
    /// The records of a plan, as far as the one who asks may read them, without the fields above their ceiling.
    ///
    /// - Parameter day: As they were on it; nil for all that there is.
    /// - Returns: Nil where the plan was not in force on the day.
    /// - Throws: ``RegistryRefusal/notFound``, or the ledger's failure.
    package func planRecords(
        of plan: RecordID, _ asking: Asking, asOf day: CalendarDate? = nil
    ) throws -> PlanRecords? {
        let (grant, standpoint) = try leave(asking, .read, on: plan)
        guard standpoint.mechanism.name == "plan" else { throw RegistryRefusal.notFound }
        let linked = try ledger.records(linkedTo: plan, by: "plan").map(\.record)
        let readable = try ledger.rows(linked, for: asking.actor).compactMap { row -> PlanRecords.History? in
            guard let mechanism = book.mechanism(row.mechanism),
                case .success(let grant) = policy.decide(
                    asking.actor, .read, on: Standpoint(row: row, mechanism: mechanism).target, for: asking.purpose)
            else { return nil }
            return PlanRecords.History(try ledger.history(of: row.record), of: mechanism, upTo: grant.ceiling)
        }
        let own = PlanRecords.History(try ledger.history(of: plan), of: standpoint.mechanism, upTo: grant.ceiling)
        return PlanRecords(plan: own, histories: readable, asOf: day)
    }

    /// The plans that the one who asks may read, the oldest first.
    package func plans(_ asking: Asking) throws -> [PlanHead] {
        try ledger.records(of: "plan").filter { try mayDo(asking, .read, to: $0) }.compactMap { record in
            try ledger.record(record).map {
                PlanHead(
                    record: record, title: $0.text("title") ?? "", reference: $0.text("reference"),
                    isInForce: $0.state == "in-force")
            }
        }
    }
}

/// What a plan is known by.
package struct PlanHead: Sendable, Hashable {
    package let record: RecordID
    package let title: String
    package let reference: String?
    package let isInForce: Bool
}
