import Access
import Ledger
package import Mechanisms
import Vocabulary

extension Registry {
    /// Due dates of one mechanism that are read at most.
    private static let mostDue = 2000

    /// What is owed on a day, as far as the one who asks may know of it.
    ///
    /// Of plans, posts and nominations it is told for any day; due dates of other records from today on. It opens nothing
    /// but what stands in plans, posts and mandates, shows no field above the open ones, and writes nothing down.
    package func obligations(_ request: ObligationRequest, _ asking: Asking) throws -> Obligations {
        let directory = try request.day < today ? self.directory(asOf: request.day) : self.directory
        var rows = try planObligations(request, directory, asking)
        rows += try postObligations(request, directory, asking)
        let isPast = request.day < today
        var isCut = false
        if !isPast {
            for mechanism in visibleMechanisms(asking) where isOwed(by: mechanism, request) {
                let due = try recordObligations(of: mechanism, request, asking)
                rows += due.rows
                isCut = isCut || due.isCut
            }
        }
        rows = rows.filter { $0.latest <= request.through || $0.state == .silent }
            .sorted { ($0.latest, $0.kind, $0.record, $0.field) < ($1.latest, $1.kind, $1.record, $1.field) }
        return Obligations(rows: rows, isCut: isCut, leavesOutRecords: isPast)
    }

    /// Deadlines of actions come with their plan, where what recurs and what was reported is known.
    private func isOwed(by mechanism: Mechanism, _ request: ObligationRequest) -> Bool {
        !mechanism.dues.isEmpty && mechanism.name != "action-deadline" && request.wants(mechanism.name)
    }

    private func recordObligations(
        of mechanism: Mechanism, _ request: ObligationRequest, _ asking: Asking
    ) throws -> (rows: [Obligation], isCut: Bool) {
        let reach = policy.reach(of: asking.actor, .list, mechanism, for: asking.purpose)
        guard reach.grant != nil else { return ([], false) }
        var query = DueQuery(mechanism.name, within: reach, through: request.through, limit: 500)
        var rows: [Obligation] = []
        while rows.count < Registry.mostDue {
            let page = try ledger.due(query)
            rows += try page.compactMap { try obligation(of: $0, mechanism, on: request.day, asking) }
            guard page.count == query.limit, let last = page.last else { return (rows, false) }
            query.after = last
        }
        return (rows, true)
    }

    private func obligation(
        of due: DueRow, _ mechanism: Mechanism, on day: CalendarDate, _ asking: Asking
    ) throws -> Obligation? {
        let standpoint = Standpoint(row: due.row, mechanism: mechanism)
        guard mayDo(asking, .list, standpoint) else { return nil }
        let relations = due.row.relations
        // Organisations, posts and plans stand in no relation to anybody: whoever keeps them must see to them.
        let isKept = relations.subtracting([.none]).isEmpty && mayDo(asking, .write, standpoint)
        let isOwn =
            relations.contains(.own) || (relations.contains(.ownOrganisation) && !mechanism.knowsPosts) || isKept
        return Obligation(
            kind: mechanism.name, record: due.row.record, field: due.field,
            debtors: due.row.owner.map { [.init(organisation: $0)] } ?? [], earliest: nil, latest: due.day, words: nil,
            code: nil,
            state: Obligation.state(on: day, from: nil, through: due.day, isMet: try isMet(due, mechanism)),
            isOwn: isOwn,
            isSupervised: !isOwn && relations.contains(.supervised))
    }

    /// Whether what other records say has met a due date.
    func isMet(_ due: DueRow, _ mechanism: Mechanism) throws -> Bool {
        guard mechanism.dues.contains(where: { $0.name == due.field && $0.met != nil }),
            let state = try ledger.record(due.row.record)
        else { return false }
        return try mechanism.isMet(due.field, of: state, in: LedgerRegister(ledger: ledger))
    }
}

extension Mechanism {
    /// Whether its records answer to a post.
    package var knowsPosts: Bool { standings.contains { $0.rests == .on(.own) && $0.toItself } }
}
