import Access
import Ledger
import Mechanisms
package import Vocabulary

extension Registry {
    /// How many records have been kept as long as their clocks say, clause by clause of the mechanisms whose records the
    /// one who asks may know of; prolonged ones are among them.
    ///
    /// - Throws: ``AccessRefusal`` for whoever reviews nothing.
    package func retentionCounts(through day: CalendarDate, _ asking: Asking) throws -> [RetentionCount] {
        _ = try policy.decide(asking.actor, .review, for: asking.purpose).get()
        return try visibleMechanisms(asking).flatMap { mechanism in
            try mechanism.retention.map { clause in
                let query = try query(clause, mechanism, through: day, asking)
                let total = RecordPage.Total(try ledger.count(query, upTo: Registry.countCap))
                return RetentionCount(
                    mechanism: mechanism, clause: clause, days: book.clocks[clause.clock] ?? 0, total: total)
            }
        }
    }

    /// Records that have been kept as long as one clock says; a list that names somebody is written down.
    ///
    /// - Parameters:
    ///   - clock: Of a clause of the book.
    ///   - day: Up to this day.
    ///   - isProlongedToo: Whether those are among them that somebody decided to keep longer.
    ///   - cursor: The number of the last row of the page before; nil for the first page.
    /// - Throws: ``AccessRefusal`` for whoever reviews nothing; ``RegistryRefusal/unknownFilter(name:known:)``.
    package func retentionDue(
        by clock: String, through day: CalendarDate, isProlongedToo: Bool = false, cursor: Int64? = nil,
        limit: Int = 50, _ asking: Asking
    ) throws -> RetentionPage {
        _ = try policy.decide(asking.actor, .review, for: asking.purpose).get()
        let visible = visibleMechanisms(asking)
        guard let mechanism = visible.first(where: { $0.retention(by: clock) != nil }),
            let clause = mechanism.retention(by: clock)
        else {
            throw RegistryRefusal.unknownFilter(name: clock, known: visible.flatMap(\.retention).map(\.clock))
        }
        var query = try query(clause, mechanism, through: day, asking)
        (query.before, query.limit) = (cursor, limit)
        let page = try ledger.list(query)
        let rows = try page.rows.compactMap { row -> RetentionDue? in
            guard let view = try listed(at: Standpoint(row: row, mechanism: mechanism), .list, asking) else {
                return nil
            }
            return try due(view, clause, mechanism)
        }
        let shown = rows.filter { isProlongedToo || $0.prolongedUntil == nil }
        if let grant = query.reach.grant, !shown.isEmpty {
            try writeListing(shown.map(\.view), of: mechanism, ListRequest(mechanism.name), under: grant, asking)
        }
        return RetentionPage(rows: shown, next: page.next)
    }

    /// What the clauses of its mechanism say of a record; nothing where no clock runs for it.
    func retention(of view: RecordView, _ mechanism: Mechanism) throws -> [RetentionDue] {
        try mechanism.retention.compactMap { try due(view, $0, mechanism) }
    }

    private func query(
        _ clause: Retention, _ mechanism: Mechanism, through day: CalendarDate, _ asking: Asking
    ) throws -> RecordQuery {
        let last = day.adding(days: -(book.clocks[clause.clock] ?? 0))
        var query = RecordQuery(
            mechanism.name, within: policy.reach(of: asking.actor, .list, mechanism, for: asking.purpose),
            filters: [.days(field: clause.clock, from: nil, through: last)])
        // Whoever was erased has no identity left to erase.
        query.leavesOutErased = clause.ending == .eraseIdentity
        return query
    }

    private func due(_ view: RecordView, _ clause: Retention, _ mechanism: Mechanism) throws -> RetentionDue? {
        guard let state = try ledger.record(view.record),
            let from = clause.start.day(
                isClosed: mechanism.closedStates.contains(state.state), effective: state.effective,
                fields: state.fields)
        else { return nil }
        return RetentionDue(
            view: view, clause: clause, from: from, due: from.adding(days: book.clocks[clause.clock] ?? 0),
            prolongedUntil: try prolongation(of: view.record),
            holds: mechanism.subject == .itself ? try ledger.holds(on: view.record) : 0)
    }

    private func prolongation(of record: RecordID) throws -> CalendarDate? {
        try ledger.records(linkedTo: record, by: "about").compactMap { state -> CalendarDate? in
            guard state.mechanism == "prolongation", state.state == "in-force",
                case .period(let until)? = state.fields["until"], until.end >= today
            else { return nil }
            return until.end
        }.max()
    }
}
