/// One stretch of an index by which a list can be walked: the records in it come with the newest first, or all at once.
enum ListArm: Sendable {
    case state(mechanism: Int64, Int64)
    case standing(mechanism: Int64, relation: Int64, holder: Int64, reachesClosed: Bool, ReachCondition)
    case code(mechanism: Int64, field: Int64, value: Int64)
    case link(mechanism: Int64, field: Int64, target: Int64)
    case days(mechanism: Int64, field: Int64, from: Int64, through: Int64)
    case text(mechanism: Int64, field: Int64, from: String, to: String)

    /// Whether its index is in the order of the list.
    var isOrdered: Bool {
        switch self {
        case .state, .standing, .code, .link: true
        case .days, .text: false
        }
    }

    /// How many records it has below `before`, counted up to `limit` from the newest one back, and the number of the last
    /// one counted: inside one index. Where the index is in another order, the number says nothing.
    func measure(upTo limit: Int, before: Int64 = .max) -> ListStatement {
        var statement = ListStatement("SELECT count(*), min(some.place) FROM (SELECT ")
        addNumber(to: &statement)
        statement.add(" AS place FROM ")
        addSource(to: &statement)
        if isOrdered {
            statement.add(" AND ")
            addNumber(to: &statement)
            statement.add(" < ", before, as: "before")
            statement.add(" ORDER BY ")
            addNumber(to: &statement)
            statement.add(" DESC")
        }
        statement.add(" LIMIT ", Int64(limit), as: "limit")
        statement.add(") AS some")
        return statement
    }

    /// The numbers of its records below `before` that meet the conditions of `addRest`.
    func select(before: Int64, limit: Int, _ addRest: (inout ListStatement) -> Void) -> ListStatement {
        var statement = ListStatement("SELECT DISTINCT ")
        addNumber(to: &statement)
        statement.add(" FROM ")
        if case .state = self {
            addSource(to: &statement)
        } else {
            addJoined(to: &statement)
        }
        statement.add(" AND ")
        addNumber(to: &statement)
        statement.add(" < ", before, as: "before")
        addRest(&statement)
        if isOrdered {
            statement.add(" ORDER BY ")
            addNumber(to: &statement)
            statement.add(" DESC")
        }
        statement.add(" LIMIT ", Int64(limit), as: "limit")
        return statement
    }

    private func addNumber(to statement: inout ListStatement) {
        switch self {
        case .state: statement.add("record.number")
        case .standing: statement.add("standing.record")
        case .code: statement.add("listed_code.number")
        case .link: statement.add("link.source")
        case .days: statement.add("listed_day.number")
        case .text: statement.add("listed_text.number")
        }
    }

    private func addTable(to statement: inout ListStatement) {
        switch self {
        case .state: statement.add("record")
        case .standing: statement.add("standing")
        case .code: statement.add("listed_code")
        case .link: statement.add("link")
        case .days: statement.add("listed_day")
        case .text: statement.add("listed_text")
        }
    }

    /// Table and condition of the stretch.
    private func addSource(to statement: inout ListStatement) {
        addTable(to: &statement)
        statement.add(" WHERE ")
        addStretch(to: &statement)
    }

    /// The same with the record itself; the join's order is fixed, since only this one ends early.
    private func addJoined(to statement: inout ListStatement) {
        addTable(to: &statement)
        statement.add(" CROSS JOIN record WHERE ")
        addStretch(to: &statement)
        statement.add(" AND record.number = ")
        addNumber(to: &statement)
        if case .standing(_, _, _, false, _) = self { statement.add(" AND NOT record.closed") }
    }

    private func addStretch(to statement: inout ListStatement) {
        switch self {
        case .state(let mechanism, let state):
            statement.add("record.mechanism = ", mechanism, as: "mechanism")
            statement.add(" AND record.state = ", state, as: "state")
        case .standing(let mechanism, let relation, let holder, _, let reach):
            statement.add("standing.holder = ", holder, as: "holder")
            statement.add(" AND standing.mechanism = ", mechanism, as: "mechanism")
            statement.add(" AND standing.relation = ", relation, as: "relation")
            statement.add(" AND ")
            reach.holding.add(to: &statement)
        case .code(let mechanism, let field, let value):
            statement.add("listed_code.mechanism = ", mechanism, as: "mechanism")
            statement.add(" AND listed_code.field = ", field, as: "field")
            statement.add(" AND listed_code.value = ", value, as: "value")
        case .link(let mechanism, let field, let target):
            statement.add("link.target = ", target, as: "target")
            statement.add(" AND link.mechanism = ", mechanism, as: "mechanism")
            statement.add(" AND link.field = ", field, as: "field")
        case .days(let mechanism, let field, let from, let through):
            statement.add("listed_day.mechanism = ", mechanism, as: "mechanism")
            statement.add(" AND listed_day.field = ", field, as: "field")
            statement.add(" AND listed_day.day >= ", from, as: "from")
            statement.add(" AND listed_day.day <= ", through, as: "through")
        case .text(let mechanism, let field, let from, let to):
            statement.add("listed_text.mechanism = ", mechanism, as: "mechanism")
            statement.add(" AND listed_text.field = ", field, as: "field")
            statement.add(" AND listed_text.text >= ")
            statement.add(.text(from), as: "from")
            statement.add(" AND listed_text.text < ")
            statement.add(.text(to), as: "to")
        }
    }
}
