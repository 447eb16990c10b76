package import Access
import Ledger
import Mechanisms
package import Vocabulary

/// What a list is asked for.
package struct ListRequest: Sendable, Hashable {
    package let mechanism: String
    /// Field name → any of these values (codes, record ids, texts as typed).
    package var filters: [String: [String]]
    /// Empty for all states.
    package var states: Set<String>
    /// Only records to which the actor stands in one of these ways; nil for all that the policy lets them know of.
    package var relations: Set<Relation>?
    /// Only records with a due date up to this day.
    package var dueBy: CalendarDate?
    /// The number of the last row of the page before; nil for the first page.
    package var cursor: Int64?
    /// Rows of a page, 1 to ``longestPage``.
    package var limit: Int
    /// Up to where the list is counted; 0 where nobody asks how many there are beyond the page.
    package var countsUpTo = Registry.countCap

    package static let longestPage = 200

    package init(
        _ mechanism: String, filters: [String: [String]] = [:], states: Set<String> = [],
        through relations: Set<Relation>? = nil, dueBy: CalendarDate? = nil, cursor: Int64? = nil, limit: Int = 50
    ) {
        self.mechanism = mechanism
        self.filters = filters
        self.states = states
        self.relations = relations
        self.dueBy = dueBy
        self.cursor = cursor
        self.limit = min(max(limit, 1), ListRequest.longestPage)
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

        init(_ count: RecordCount) {
            switch count {
            case .exactly(let records): self = .exactly(records)
            case .moreThan(let records): self = .moreThan(records)
            }
        }
    }
}

extension Registry {
    /// Counting stops here: beyond, a page says *more than*. A count passes every record that it counts, on every page of
    /// a list (decision 0167).
    package static let countCap = 1000

    /// The records of a mechanism that the one who asks may know of; a list that shows more than open fields is written
    /// down as one event.
    ///
    /// - Throws: ``RegistryRefusal/notForFunction(function:action:mechanism:)`` where the function lists no such records
    ///   at all; ``RegistryRefusal/unknownFilter(name:known:)``; ``RegistryRefusal/unreadableFilter(name:)``.
    package func list(_ request: ListRequest, _ asking: Asking) throws -> RecordPage {
        let mechanism = try mechanism(request.mechanism)
        let reach = try reach(for: request, mechanism, asking)
        let query = try query(request, mechanism, within: reach)
        if let day = request.dueBy { return try dueList(request, mechanism, query, by: day, asking) }
        let page = try ledger.list(query, countingUpTo: request.countsUpTo)
        let rows = try views(of: page.rows, mechanism, asking)
        if let grant = reach.grant, !rows.isEmpty {
            try writeListing(rows, of: mechanism, request, under: grant, asking)
        }
        return RecordPage(rows: rows, next: page.next, total: RecordPage.Total(page.total))
    }

    /// How many records such a list has, counted no further than ``countCap``.
    package func count(_ request: ListRequest, _ asking: Asking) throws -> RecordPage.Total {
        let mechanism = try mechanism(request.mechanism)
        let query = try query(request, mechanism, within: reach(for: request, mechanism, asking))
        return RecordPage.Total(try ledger.count(query, upTo: request.countsUpTo))
    }

    /// Each record once, by its earliest due date.
    private func dueList(
        _ request: ListRequest, _ mechanism: Mechanism, _ query: RecordQuery, by day: CalendarDate, _ asking: Asking
    ) throws -> RecordPage {
        let due = try ledger.due(
            DueQuery(
                mechanism.name, within: query.reach, states: query.states, filters: query.filters, through: day,
                limit: query.limit))
        var seen: Set<RecordID> = []
        let open = try due.filter { try !isMet($0, mechanism) }
        let rows = try views(of: open.map(\.row).filter { seen.insert($0.record).inserted }, mechanism, asking)
        if let grant = query.reach.grant, !rows.isEmpty {
            try writeListing(rows, of: mechanism, request, under: grant, asking)
        }
        return RecordPage(
            rows: rows, next: nil,
            total: due.count < query.limit ? .exactly(rows.count) : .moreThan(max(rows.count - 1, 0)))
    }

    private func views(of rows: [RecordRow], _ mechanism: Mechanism, _ asking: Asking) throws -> [RecordView] {
        try rows.compactMap { try listed(at: Standpoint(row: $0, mechanism: mechanism), .list, asking) }
    }

    /// A record as lists show it: what names it and what they filter by, as far as leave to `action` reaches; nil where
    /// there is none.
    func listed(
        at standpoint: Standpoint, _ action: Action, _ asking: Asking, showing level: Sensitivity = .open
    ) throws -> RecordView? {
        let mechanism = standpoint.mechanism
        guard
            case .success(let grant) = policy.decide(
                asking.actor, action, on: standpoint.target, for: asking.purpose),
            grant.ceiling >= level,
            let state = try peek(standpoint.row.record, opening: Set(mechanism.titledBy), under: grant)
        else { return nil }
        return RecordView(
            state, at: standpoint, under: grant, hiding: mechanism.blind?.fields ?? []
        ).onlyListed(mechanism)
    }

    private func reach(for request: ListRequest, _ mechanism: Mechanism, _ asking: Asking) throws -> Reach {
        let reach = policy.reach(of: asking.actor, .list, mechanism, for: asking.purpose)
        guard reach.grant != nil else {
            throw RegistryRefusal.notForFunction(
                function: asking.actor.function, action: .list, mechanism: mechanism.name)
        }
        for name in request.filters.keys {
            // A filter shows what it filters: only where the field itself may be seen.
            guard mechanism.listedBy.contains(name) || mechanism.field(name)?.linkedMechanism != nil,
                let field = mechanism.field(name), reach.showing(field.sensitivity).grant != nil
            else { throw RegistryRefusal.unknownFilter(name: name, known: mechanism.listedBy) }
        }
        return reach
    }
}

extension RecordView {
    /// Without the fields that lists do not show.
    func onlyListed(_ mechanism: Mechanism) -> RecordView {
        let shown = Set(mechanism.titledBy + mechanism.listedBy + mechanism.dueFields)
        return RecordView(self, keeping: fields.filter { shown.contains($0.name) })
    }
}
