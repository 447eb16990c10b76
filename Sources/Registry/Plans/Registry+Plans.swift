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
        if let ceilings = planCeilings(asking) {
            return try planShelf.view(
                of: plan, PlanShelf.Glance(day: day, ceiling: grant.ceiling, ceilings: ceilings), book)?
                .records
        }
        let (own, linked, _) = try ledger.histories(linkedTo: plan, by: "plan")
        let rows = try ledger.rows(linked.compactMap(\.first?.draft.record), for: asking.actor)
        let grants = Dictionary(rows.map { ($0.record, $0) }, uniquingKeysWith: { first, _ in first })
        let readable = linked.compactMap { events -> PlanRecords.History? in
            guard let row = events.first.flatMap({ grants[$0.draft.record] }),
                let mechanism = book.mechanism(row.mechanism),
                case .success(let grant) = policy.decide(
                    asking.actor, .read, on: Standpoint(row: row, mechanism: mechanism).target, for: asking.purpose)
            else { return nil }
            return PlanRecords.History(
                events, showing: PlanRecords.History.shown(of: mechanism, upTo: grant.ceiling))
        }
        let shown = PlanRecords.History.shown(of: standpoint.mechanism, upTo: grant.ceiling)
        return PlanRecords(plan: PlanRecords.History(own, showing: shown), histories: readable, asOf: day)
    }

    /// Up to which level whoever asks may read each kind of record that belongs to plans, whosever it is and whatever its
    /// state; nil where that has to be asked of each record.
    private func planCeilings(_ asking: Asking) -> [String: Sensitivity]? {
        var ceilings: [String: Sensitivity] = [:]
        for mechanism in book.mechanisms where mechanism.field("plan")?.linkedMechanism == "plan" {
            let reach = policy.reach(of: asking.actor, .read, mechanism, for: asking.purpose)
            guard !reach.clauses.isEmpty else { continue }
            guard let clause = reach.clause(for: [.none], isClosed: true) else { return nil }
            ceilings[mechanism.name] = clause.ceiling
        }
        return ceilings
    }

    /// A plan as it stands on a day; nil where it was not in force on it.
    ///
    /// - Throws: As ``planRecords(of:_:asOf:)``.
    package func planStand(of plan: RecordID, _ asking: Asking, on day: CalendarDate) throws -> PlanStand? {
        if let ceilings = planCeilings(asking) {
            let (grant, standpoint) = try leave(asking, .read, on: plan)
            guard standpoint.mechanism.name == "plan" else { throw RegistryRefusal.notFound }
            let glance = PlanShelf.Glance(day: day, ceiling: grant.ceiling, ceilings: ceilings)
            return try planShelf.view(of: plan, glance, book)?.stand
        }
        return try planRecords(of: plan, asking, asOf: day).map { PlanStand($0, on: day) }
    }

    /// What the actions of a plan owe on a day, whosever it is.
    ///
    /// - Throws: As ``planRecords(of:_:asOf:)``.
    func planDebts(of plan: RecordID, _ asking: Asking, on day: CalendarDate) throws -> [Obligation] {
        if let ceilings = planCeilings(asking) {
            let (grant, standpoint) = try leave(asking, .read, on: plan)
            guard standpoint.mechanism.name == "plan" else { throw RegistryRefusal.notFound }
            let glance = PlanShelf.Glance(day: day, ceiling: grant.ceiling, ceilings: ceilings)
            return try planShelf.debts(of: plan, glance, book)
        }
        return try planRecords(of: plan, asking, asOf: day).map(PlanDebts(day: day).obligations) ?? []
    }

    /// What differs in a plan's table between two days.
    ///
    /// - Throws: As ``planRecords(of:_:asOf:)``.
    package func planDifference(
        of plan: RecordID, _ asking: Asking, from first: CalendarDate, to second: CalendarDate
    ) throws -> PlanDifference {
        PlanDifference(
            from: try planStand(of: plan, asking, on: first), to: try planStand(of: plan, asking, on: second))
    }

    /// How far a plan is carried out by those plans below it that the one who asks may read; nil where there is none.
    ///
    /// - Parameter stand: Of the plan above, as the one who asks may read it.
    /// - Throws: The ledger's failure.
    package func planRollUp(of stand: PlanStand, _ asking: Asking) throws -> PlanRollUp? {
        let named = try ledger.records(linkedTo: stand.record, by: "parent").map(\.record).filter {
            try mayDo(asking, .read, to: $0)
        }
        let below = try named.compactMap { try planRecords(of: $0, asking, asOf: stand.day) }.filter {
            // On that day: later it may hang under another.
            $0.plan.link("parent") == stand.record
        }
        guard !below.isEmpty else { return nil }
        return PlanRollUp(
            stand,
            below: try below.map {
                ($0, try planStand(of: $0.plan.record, asking, on: stand.day) ?? PlanStand($0, on: stand.day))
            })
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
