import Access
import Mechanisms
import Vocabulary

/// How a list of due dates is walked: by day, or by the records in reach where those are few.
struct DuePlan: Sendable {
    /// One due date in numbers.
    struct Due: Sendable, Hashable {
        let number: Int64
        let field: Int64
        let day: Int64
    }

    let statements: [ListStatement]
    private let limit: Int

    init(_ query: DueQuery, rules: ProjectionRules, at now: Timestamp, _ connection: any StoreConnection) throws {
        limit = query.limit
        // A row may show any of the due dates: nobody is shown one that they may not see.
        let shown = rules.rules(of: query.mechanism)
        let level = shown.sensitivity(of: shown.dues.map(\.name) + query.filters.map(\.field))
        for filter in query.filters { try filter.check(of: query.mechanism, shown) }
        let reach = try ReachCondition(query.reach.showing(level), at: now, connection)
        guard !reach.isEmpty, let mechanism = try WordBook.number(of: query.mechanism, connection) else {
            statements = []
            return
        }
        let conditions = try ListCondition.all(states: query.states, query.filters, mechanism, connection)
        guard !conditions.contains(where: \.isVain) else {
            statements = []
            return
        }
        let arms = reach.everything == .nothing ? reach.arms(mechanism: mechanism) : []
        let isShort = try !arms.isEmpty && DuePlan.isShort(arms, connection)
        let after = try query.after.map { row in
            Due(
                number: row.row.number, field: try WordBook.number(of: row.field, connection) ?? 0,
                day: Int64(row.day.daysSinceEpoch))
        }
        let lapsed = Lapsed(
            fields: try shown.dues.filter(\.lapses).compactMap { try WordBook.number(of: $0.name, connection) },
            today: Int64(now.day.daysSinceEpoch))
        if isShort {
            let numbers = try ListPlan.numbers(of: arms, connection)
            statements = numbers.map { DuePlan.ofRecord($0, query, after, lapsed, conditions) }
        } else {
            statements = [DuePlan.byDay(query, mechanism, after, lapsed, conditions, reach)]
        }
    }

    /// Dates that are silent once they have passed.
    private struct Lapsed {
        let fields: [Int64]
        let today: Int64

        func add(to statement: inout ListStatement) {
            if fields.isEmpty { return }
            statement.add(" AND (due.day >= ", today, as: "today")
            statement.add(" OR due.field NOT IN (")
            statement.add(fields, as: "lapsing")
            statement.add("))")
        }
    }

    private static func isShort(_ arms: [ListArm], _ connection: any StoreConnection) throws -> Bool {
        var records = 0
        for arm in arms where records < ListPlan.longStretch {
            let statement = arm.measure(upTo: ListPlan.longStretch)
            records += Int(try connection.first(statement.sql, statement.parameters) { $0.integer(0) } ?? 0)
        }
        return records < ListPlan.longStretch
    }

    private static func byDay(
        _ query: DueQuery, _ mechanism: Int64, _ after: Due?, _ lapsed: Lapsed, _ conditions: [ListCondition],
        _ reach: ReachCondition
    ) -> ListStatement {
        var statement = ListStatement("SELECT due.number, due.field, due.day FROM due CROSS JOIN record WHERE ")
        statement.add("due.mechanism = ", mechanism, as: "mechanism")
        addDays(query, after, to: &statement)
        lapsed.add(to: &statement)
        statement.add(" AND record.number = due.number")
        for condition in conditions { condition.add(to: &statement) }
        reach.add(to: &statement)
        statement.add(" ORDER BY due.day, due.number, due.field LIMIT ", Int64(query.limit), as: "limit")
        return statement
    }

    private static func ofRecord(
        _ number: Int64, _ query: DueQuery, _ after: Due?, _ lapsed: Lapsed, _ conditions: [ListCondition]
    ) -> ListStatement {
        var statement = ListStatement(
            "SELECT due.number, due.field, due.day FROM due CROSS JOIN record WHERE due.number = ")
        statement.add(.integer(number), as: "number")
        addDays(query, after, to: &statement)
        lapsed.add(to: &statement)
        statement.add(" AND record.number = due.number")
        for condition in conditions { condition.add(to: &statement) }
        return statement
    }

    private static func addDays(_ query: DueQuery, _ after: Due?, to statement: inout ListStatement) {
        statement.add(" AND due.day <= ", Int64(query.through.daysSinceEpoch), as: "through")
        guard let after else { return }
        statement.add(" AND due.day >= ", after.day, as: "from")
        statement.add(" AND (due.day > ", after.day, as: "day")
        statement.add(" OR due.number > ", after.number, as: "number")
        statement.add(" OR due.number = ", after.number, as: "number")
        statement.add(" AND due.field > ", after.field, as: "field")
        statement.add(")")
    }

    func rows(_ connection: any StoreConnection) throws -> [Due] {
        var found: [Due] = []
        for statement in statements {
            found += try connection.all(statement.sql, statement.parameters) { row in
                Due(number: row.integer(0), field: row.integer(1), day: row.integer(2))
            }
        }
        found.sort { ($0.day, $0.number, $0.field) < ($1.day, $1.number, $1.field) }
        return Array(found.prefix(limit))
    }
}

extension ListPlan {
    /// All records of short stretches.
    static func numbers(of arms: [ListArm], _ connection: any StoreConnection) throws -> [Int64] {
        var found: Set<Int64> = []
        for arm in arms {
            let statement = arm.select(before: .max, limit: longStretch) { _ in }
            try connection.query(statement.sql, statement.parameters) { row in
                found.insert(row.integer(0))
                return true
            }
        }
        return found.sorted()
    }
}
