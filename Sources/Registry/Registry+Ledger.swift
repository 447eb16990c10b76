import Access
import Ledger
import Mechanisms
import Vocabulary

// What the registry needs of the ledger's projections, in one place.

/// A list as the ledger is asked for it.
struct RecordQuery {
    let mechanism: String
    let reach: Reach
    let states: Set<String>
    let filters: [String: [String]]
    let isOwnOnly: Bool
    let dueBy: CalendarDate?
    let cursor: Int64?
    let limit: Int
}

struct RecordRow {
    let record: RecordID
    let state: String
    let number: Int64
    let owner: RecordID?
    let relations: Set<Relation>
}

extension Registry {
    func standing(
        of actor: Actor, to state: RecordState, of mechanism: Mechanism
    ) throws -> (owner: RecordID?, relations: Set<Relation>) {
        let owner = try owner(of: state, mechanism)
        var relations: Set<Relation> = []
        if let owner {
            if owner == actor.organisation { relations.insert(.ownOrganisation) }
            switch actor.supervises {
            case .nobody: break
            case .everybody: relations.insert(.supervised)
            case .organisations(let houses): if houses.contains(owner) { relations.insert(.supervised) }
            }
        } else if actor.supervises == .everybody {
            relations.insert(.supervised)
        }
        let sources = try ledger.records(pointingTo: state.record) + [state]
        for source in sources {
            guard let declared = book.mechanism(source.mechanism) else { continue }
            for standing in declared.standings {
                if let relation = try self.relation(of: actor, to: state.record, by: standing, of: source) {
                    relations.insert(relation)
                }
            }
        }
        return (owner, relations)
    }

    private func owner(of state: RecordState, _ mechanism: Mechanism) throws -> RecordID? {
        if let field = mechanism.owner, case .link(let owner)? = state.fields[field] { return owner }
        if let author = try ledger.history(of: state.record).first?.organisation { return RecordID(author) }
        for source in try ledger.records(pointingTo: state.record) {
            for standing in book.mechanism(source.mechanism)?.standings ?? []
            where standing.rests == .on(.ownOrganisation) && names(state.record, source, standing) {
                if case .organisation(let field) = standing.holder, case .link(let owner)? = source.fields[field] {
                    return owner
                }
            }
        }
        return nil
    }

    private func names(_ record: RecordID, _ source: RecordState, _ standing: Standing) -> Bool {
        if source.record == record { return standing.toItself }
        return standing.toLinked.contains { field in
            switch source.fields[field] {
            case .link(let named): named == record
            case .links(let named): named.contains(record)
            default: false
            }
        }
    }

    private func relation(
        of actor: Actor, to record: RecordID, by standing: Standing, of source: RecordState
    ) throws -> Relation? {
        guard names(record, source, standing), standing.whileIn.map({ $0.contains(source.state) }) ?? true else {
            return nil
        }
        if let until = standing.until, case .period(let period)? = source.fields[until], period.end < today {
            return nil
        }
        let first = try ledger.history(of: source.record).first
        if let hours = standing.hours, let first,
            first.recordedAt.milliseconds + Int64(hours) * 3_600_000 < clock().milliseconds
        {
            return nil
        }
        switch standing.holder {
        case .organisation(let field):
            guard case .link(let holder)? = source.fields[field], holder == actor.organisation else { return nil }
        case .post(let field):
            guard case .link(let holder)? = source.fields[field], holder == actor.post else { return nil }
        case .author: guard first?.account == actor.account else { return nil }
        }
        switch standing.rests {
        case .on(let relation): return relation
        case .onBasis(let field, let consent):
            guard case .code(let basis)? = source.fields[field] else { return nil }
            guard basis == "consent" else { return .sharedByLaw }
            guard case .link(let given)? = source.fields[consent], try ledger.record(given)?.state == "given" else {
                return nil
            }
            return .sharedByConsent
        }
    }

    func page(_ query: RecordQuery) throws -> (rows: [RecordRow], next: Int64?) {
        let rows = try matching(query)
        let page = Array(rows.prefix(query.limit))
        return (page, rows.count > query.limit ? page.last?.number : nil)
    }

    func counted(_ query: RecordQuery) throws -> Int { try matching(query).count }

    private func matching(_ query: RecordQuery) throws -> [RecordRow] {
        guard let mechanism = book.mechanism(query.mechanism) else { return [] }
        var rows: [RecordRow] = []
        for record in try ledger.records(of: query.mechanism).reversed() {
            guard let state = try ledger.record(record), query.states.isEmpty || query.states.contains(state.state)
            else { continue }
            let standing = try standing(of: query.reach.actor, to: state, of: mechanism)
            guard
                query.reach.clause(
                    for: standing.relations, isClosed: mechanism.closedStates.contains(state.state)) != nil,
                !query.isOwnOnly || standing.relations.contains(.own),
                query.filters.allSatisfy({ name, values in
                    !Set(texts(state.fields[name])).isDisjoint(with: values)
                })
            else { continue }
            if let day = query.dueBy {
                let due = mechanism.dueFields.contains { field in
                    if case .period(let period)? = state.fields[field] { period.end <= day } else { false }
                }
                guard due, !mechanism.closedStates.contains(state.state) else { continue }
            }
            let number = try ledger.history(of: record).first?.sequence ?? 0
            guard query.cursor.map({ number < $0 }) ?? true else { continue }
            rows.append(
                RecordRow(
                    record: record, state: state.state, number: number, owner: standing.owner,
                    relations: standing.relations))
        }
        return rows.sorted { $0.number > $1.number }
    }

    private func texts(_ value: FieldValue?) -> [String] {
        switch value {
        case .text(let text), .code(let text): [text]
        case .codes(let codes): codes
        case .period(let period): [period.description]
        case .integer(let number): [String(number)]
        case .boolean(let answer): [answer ? "true" : "false"]
        case .link(let record): [record.description]
        case .links(let records): records.map(\.description)
        case .sealed, nil: []
        }
    }

    func peek(_ record: RecordID, opening fields: Set<String>, under grant: Grant) throws -> RecordState? {
        try ledger.record(record)
    }

    func opened(_ record: RecordID, under grant: Grant, asOf position: Int64?) throws -> RecordState? {
        try ledger.read(record, under: grant)
    }

    func openedHistory(of record: RecordID, under grant: Grant) throws -> [Event] {
        try ledger.history(of: record)
    }

    func writeListing(
        _ rows: [RecordView], of mechanism: Mechanism, _ request: ListRequest, under grant: Grant
    ) throws {}

    func writeAccess(_ kind: String, to records: [RecordID], by asking: Asking, _ action: Action) throws {}
}
