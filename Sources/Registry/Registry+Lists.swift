package import Access
package import Ledger
package import Mechanisms
package import Vocabulary

/// What a list is asked for.
package struct ListRequest: Sendable, Hashable {
    package let mechanism: String
    /// Field name → any of these values (codes, record ids, texts as typed).
    package var filters: [String: [String]]
    /// Empty for all states.
    package var states: Set<String>
    /// Only records that the actor's own post answers for.
    package var isOwnOnly: Bool
    /// Only records with a due date up to this day.
    package var dueBy: CalendarDate?
    /// The number of the last row of the page before; nil for the first page.
    package var cursor: Int64?
    /// Rows of a page, 1 to 200.
    package var limit: Int

    package init(
        _ mechanism: String, filters: [String: [String]] = [:], states: Set<String> = [], isOwnOnly: Bool = false,
        dueBy: CalendarDate? = nil, cursor: Int64? = nil, limit: Int = 50
    ) {
        self.mechanism = mechanism
        self.filters = filters
        self.states = states
        self.isOwnOnly = isOwnOnly
        self.dueBy = dueBy
        self.cursor = cursor
        self.limit = min(max(limit, 1), 200)
    }
}

/// One page of a list, newest records first.
package struct RecordPage: Sendable {
    package let rows: [RecordView]
    /// The cursor of the next page; nil on the last one.
    package let next: Int64?
    package let total: Total

    package enum Total: Sendable, Hashable {
        case exactly(Int)
        /// Counting stopped here.
        case moreThan(Int)
    }
}

extension Registry {
    /// Counting stops here: beyond, a page says *more than*.
    package static let countCap = 10_000

    /// The records of a mechanism that the one who asks may know of; a list that shows more than open fields is written
    /// down as one event.
    ///
    /// - Throws: ``RegistryRefusal/notForYou(action:rule:)`` where the function lists no such records at all;
    ///   ``RegistryRefusal/unknownFilter(name:known:)``.
    package func list(_ request: ListRequest, _ asking: Asking) throws -> RecordPage {
        let mechanism = try mechanism(request.mechanism)
        let query = try query(request, mechanism, asking)
        let (found, next) = try page(query)
        var rows: [RecordView] = []
        for row in found {
            let target = Target(
                mechanism.matter, record: row.record, relations: row.relations,
                isClosed: mechanism.closedStates.contains(row.state))
            guard case .success(let grant) = policy.decide(asking.actor, .list, on: target, for: asking.purpose),
                let state = try peek(row.record, opening: Set(mechanism.titledBy), under: grant)
            else { continue }
            rows.append(
                RecordView(state, of: mechanism, owner: row.owner, relations: row.relations, under: grant)
                    .onlyListed(mechanism))
        }
        if let grant = query.reach.grant, !rows.isEmpty {
            try writeListing(rows, of: mechanism, request, under: grant)
        }
        return RecordPage(rows: rows, next: next, total: try total(query))
    }

    /// How many records such a list has, counted no further than ``countCap``.
    package func count(_ request: ListRequest, _ asking: Asking) throws -> RecordPage.Total {
        try total(try query(request, try mechanism(request.mechanism), asking))
    }

    private func total(_ query: RecordQuery) throws -> RecordPage.Total {
        let counted = try counted(query)
        return counted > Registry.countCap ? .moreThan(Registry.countCap) : .exactly(counted)
    }

    private func query(_ request: ListRequest, _ mechanism: Mechanism, _ asking: Asking) throws -> RecordQuery {
        var reach = policy.reach(of: asking.actor, .list, mechanism.matter, for: asking.purpose)
        guard reach.grant != nil else { throw RegistryRefusal.notForYou(action: .list, rule: "none") }
        for (name, _) in request.filters {
            guard mechanism.listedBy.contains(name), let field = mechanism.field(name),
                reach.showing(field.sensitivity).grant != nil
            else { throw RegistryRefusal.unknownFilter(name: name, known: mechanism.listedBy) }
            // A filter shows what it filters: only where the field itself may be seen.
            reach = reach.showing(field.sensitivity)
        }
        return RecordQuery(
            mechanism: mechanism.name, reach: reach, states: request.states, filters: request.filters,
            isOwnOnly: request.isOwnOnly, dueBy: request.dueBy, cursor: request.cursor, limit: request.limit)
    }
}

extension RecordView {
    /// Without the fields that lists do not show.
    fileprivate func onlyListed(_ mechanism: Mechanism) -> RecordView {
        let shown = Set(mechanism.titledBy + mechanism.listedBy + mechanism.dueFields)
        return RecordView(self, keeping: fields.filter { shown.contains($0.name) })
    }
}
