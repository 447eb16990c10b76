import Mechanisms
import Vocabulary

/// One filter in the numbers of derived tables: as the stretches of an index that hold what it asks for, or as a
/// condition on a record that was found in another way.
enum ListCondition: Sendable {
    case states([Int64])
    case codes(mechanism: Int64, field: Int64, values: [Int64])
    case link(mechanism: Int64, field: Int64, target: Int64)
    case days(mechanism: Int64, field: Int64, from: Int64, through: Int64)
    case text(mechanism: Int64, field: Int64, from: String, to: String)
    /// Not of a person who was erased.
    case notErased
    /// What no event ever said is found nowhere.
    case nothing

    var isVain: Bool { if case .nothing = self { true } else { false } }

    /// None for a condition by which a list cannot be walked.
    var arms: [ListArm] {
        switch self {
        case .states, .notErased, .nothing: []
        case .codes(let mechanism, let field, let values):
            values.map { .code(mechanism: mechanism, field: field, value: $0) }
        case .link(let mechanism, let field, let target): [.link(mechanism: mechanism, field: field, target: target)]
        case .days(let mechanism, let field, let from, let through):
            [.days(mechanism: mechanism, field: field, from: from, through: through)]
        case .text(let mechanism, let field, let from, let to):
            [.text(mechanism: mechanism, field: field, from: from, to: to)]
        }
    }

    /// Adds the condition on `record`, from ` AND` on.
    func add(to statement: inout ListStatement) {
        switch self {
        case .states(let states):
            statement.add(" AND record.state IN (")
            statement.add(states, as: "state")
            statement.add(")")
        case .codes(let mechanism, let field, let values):
            statement.add(" AND EXISTS (SELECT 1 FROM listed_code WHERE mechanism = ", mechanism, as: "mechanism")
            statement.add(" AND field = ", field, as: "field")
            statement.add(" AND value IN (")
            statement.add(values, as: "value")
            statement.add(") AND listed_code.number = record.number)")
        case .link(let mechanism, let field, let target):
            statement.add(" AND EXISTS (SELECT 1 FROM link WHERE target = ", target, as: "target")
            statement.add(" AND mechanism = ", mechanism, as: "mechanism")
            statement.add(" AND field = ", field, as: "field")
            statement.add(" AND source = record.number)")
        case .days(_, let field, let from, let through):
            statement.add(
                " AND EXISTS (SELECT 1 FROM listed_day WHERE listed_day.number = record.number AND field = ", field,
                as: "field")
            statement.add(" AND day >= ", from, as: "from")
            statement.add(" AND day <= ", through, as: "through")
            statement.add(")")
        case .text(_, let field, let from, let to):
            statement.add(
                " AND EXISTS (SELECT 1 FROM listed_text WHERE listed_text.number = record.number AND field = ", field,
                as: "field")
            statement.add(" AND text >= ")
            statement.add(.text(from), as: "from")
            statement.add(" AND text < ")
            statement.add(.text(to), as: "to")
            statement.add(")")
        case .notErased:
            statement.add(" AND NOT EXISTS (SELECT 1 FROM erasure WHERE erasure.person = record.id)")
        case .nothing: statement.add(" AND FALSE")
        }
    }
}

extension ListCondition {
    /// What a list asks for beside its reach, for lists that are not walked along it.
    static func all(
        states: Set<String>?, _ filters: [RecordQuery.Filter], _ mechanism: Int64, _ connection: any StoreConnection
    ) throws -> [ListCondition] {
        let numbers = try states?.sorted().compactMap { try WordBook.number(of: $0, connection) }
        let state = numbers.map { $0.isEmpty ? ListCondition.nothing : .states($0) }
        return try [state].compactMap(\.self) + filters.map { try ListCondition($0, mechanism, connection) }
    }

    init(_ filter: RecordQuery.Filter, _ mechanism: Int64, _ connection: any StoreConnection) throws {
        guard let field = try WordBook.number(of: filter.field, connection) else {
            self = .nothing
            return
        }
        switch filter {
        case .codes(_, let codes):
            let values = try Set(codes).sorted().compactMap { try WordBook.number(of: $0, connection) }
            self = values.isEmpty ? .nothing : .codes(mechanism: mechanism, field: field, values: values)
        case .linked(_, let record):
            let target = try RecordLookup.head(of: record, connection)?.number
            self = target.map { .link(mechanism: mechanism, field: field, target: $0) } ?? .nothing
        case .days(_, let from, let through):
            self = .days(
                mechanism: mechanism, field: field, from: Int64(from?.daysSinceEpoch ?? .min),
                through: Int64(through?.daysSinceEpoch ?? .max))
        case .text(_, let prefix):
            let folded = ListedText.fold(prefix)
            // Every text that begins so stands before the same letters with the last of all letters behind.
            self = .text(mechanism: mechanism, field: field, from: folded, to: folded + "\u{10FFFF}")
        }
    }
}

extension RecordQuery.Filter {
    /// - Throws: ``LedgerFailure/notListed(mechanism:field:)`` where the mechanism is not listed so by this field.
    func check(of mechanism: String, _ rules: MechanismRules) throws(LedgerFailure) {
        let kind: MechanismRules.Listed.Kind
        switch self {
        case .codes: kind = .code
        case .days: kind = .day
        case .text: kind = .text
        case .linked: return
        }
        guard rules.listed[field]?.kind == kind else {
            throw .notListed(mechanism: mechanism, field: field)
        }
    }
}
