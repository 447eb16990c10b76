import Access
import Ledger
import Mechanisms
import Vocabulary

// What the registry needs of the ledger beyond what the ledger calls it, in one place.

extension Registry {
    func query(_ request: ListRequest, _ mechanism: Mechanism, within reach: Reach) throws -> RecordQuery {
        let filters = try request.filters.sorted { $0.key < $1.key }.map { name, values in
            try filter(name, values, of: mechanism)
        }
        return RecordQuery(
            mechanism.name, within: request.relations.map(reach.through) ?? reach,
            states: request.states.isEmpty ? nil : request.states, filters: filters, before: request.cursor,
            limit: request.limit)
    }

    private func filter(_ name: String, _ values: [String], of mechanism: Mechanism) throws -> RecordQuery.Filter {
        let unknown = RegistryRefusal.unknownFilter(name: name, known: mechanism.listedBy)
        guard let field = mechanism.field(name), let first = values.first else { throw unknown }
        switch field.kind {
        case .code, .codes, .boolean, .integer: return .codes(field: name, anyOf: values)
        case .text: return .text(field: name, prefix: first)
        case .link, .links:
            guard let record = RecordID(first) else { throw RegistryRefusal.unreadableFilter(name: name) }
            return .linked(field: name, to: record)
        case .period:
            guard let from = Period(first), let through = Period(values.last ?? first) else {
                throw RegistryRefusal.unreadableFilter(name: name)
            }
            return .days(field: name, from: from.start, through: through.end)
        }
    }

    func peek(_ record: RecordID, opening fields: Set<String>, under grant: Grant) throws -> RecordState? {
        try ledger.peek(record, opening: fields, under: grant)
    }

    func opened(_ record: RecordID, under grant: Grant, asOf position: Int64?) throws -> RecordState? {
        do {
            return try ledger.read(record, under: grant, asOf: position)
        } catch LedgerFailure.noSuchRecord {
            return nil
        }
    }

    func openedHistory(of record: RecordID, under grant: Grant) throws -> [Event] {
        try ledger.history(of: record, under: grant)
    }

    /// One event for a list that shows more than open fields: at once, or with the others of the same answer.
    func writeListing(
        _ rows: [RecordView], of mechanism: Mechanism, _ request: ListRequest, under grant: Grant, _ asking: Asking
    ) throws {
        let isPersonal = rows.contains { row in
            row.fields.contains { field in
                if case .shown = field.content { field.sensitivity > .open } else { false }
            }
        }
        guard isPersonal else { return }
        let shown = Ledger.Shown(
            .list, of: rows.map(\.record), mechanism: mechanism.name, filters: Array(request.filters.keys),
            under: grant)
        if asking.sheet?.add(shown) != true { try ledger.note([shown]) }
    }

    /// What somebody wanted of a record and was not shown.
    func writeRemark(
        _ remark: Ledger.Remark, on record: RecordID, by asking: Asking, _ action: Action, code: String
    ) throws {
        try ledger.note(remark, by: asking.actor, action, of: record, for: asking.purpose, code: code)
    }
}
