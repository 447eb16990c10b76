import Access
import Mechanisms
import Vocabulary

// Goals, in order: (1) nothing outside the reach is found, whatever way the list is walked; (2) a page costs what its
// rows cost, not what the table holds; (3) the same rows whichever way was taken.

/// How a list is walked: along the stretch of an index with the fewest records, with all else as conditions on each.
struct ListPlan: Sendable {
    let arms: [ListArm]
    private let conditions: [ListCondition]
    /// Nil where the arms are the reach.
    private let reach: ReachCondition?

    /// Records of a stretch that are looked at before it is called long.
    static let longStretch = 1000

    /// - Throws: ``LedgerFailure/notListed(mechanism:field:)``
    init(_ query: RecordQuery, rules: ProjectionRules, at now: Timestamp, _ connection: any StoreConnection) throws {
        let plans = try ListPlan.all(query, rules: rules, at: now, connection)
        self =
            try ListPlan.shortest(plans, before: query.before ?? .max, connection)
            ?? ListPlan(arms: [], conditions: [], reach: nil)
    }

    /// Every way in which the list can be walked, all of them to the same records; none where it is empty.
    static func all(
        _ query: RecordQuery, rules: ProjectionRules, at now: Timestamp, _ connection: any StoreConnection
    ) throws -> [ListPlan] {
        let rules = rules.rules(of: query.mechanism)
        // A filter betrays what it filters: who may not see the field cannot filter by it.
        let shown = rules.sensitivity(of: query.filters.map(\.field))
        let reach = try ReachCondition(query.reach.showing(shown), at: now, connection)
        for filter in query.filters { try filter.check(of: query.mechanism, rules) }
        guard let mechanism = try WordBook.number(of: query.mechanism, connection) else { return [] }
        let filters = try query.filters.map {
            try ListCondition($0, mechanism, connection)
        }
        let asked = try query.states.map { states in
            try states.sorted().compactMap { try WordBook.number(of: $0, connection) }
        }
        let isVain = reach.isEmpty || asked?.isEmpty == true || filters.contains(where: \.isVain)
        guard !isVain else { return [] }
        let present = try RecordLookup.states(of: mechanism, connection)
        let states = present.filter { asked?.contains($0) ?? true }
        let stateCondition: [ListCondition] = asked.map { [.states($0)] } ?? []
        let standing: [ListCondition] = query.leavesOutErased ? [.notErased] : []
        var plans = [
            ListPlan(
                arms: states.map { .state(mechanism: mechanism, $0) }, conditions: filters + standing, reach: reach)
        ]
        if reach.everything == .nothing {
            plans.append(
                ListPlan(
                    arms: reach.arms(mechanism: mechanism), conditions: filters + stateCondition + standing,
                    reach: nil))
        }
        for (place, filter) in filters.enumerated() where !filter.arms.isEmpty {
            var others = filters
            others.remove(at: place)
            plans.append(
                ListPlan(arms: filter.arms, conditions: others + stateCondition + standing, reach: reach))
        }
        return plans
    }

    private init(arms: [ListArm], conditions: [ListCondition], reach: ReachCondition?) {
        self.arms = arms
        self.conditions = conditions
        self.reach = reach
    }

    /// The plan that passes the fewest records before it has a page. Each of them comes to the same records, so that is
    /// the one whose stretches are the thinnest where the list begins: few of one organisation's among many of a kind, or
    /// few of a kind among all of the organisation's. One whose index is not in the order of the list must be short.
    private static func shortest(
        _ plans: [ListPlan], before: Int64, _ connection: any StoreConnection
    ) throws -> ListPlan? {
        guard let last = try connection.first(selectLastNumber, [], { $0.integer(0) }) else { return nil }
        let top = min(last + 1, before)
        var best: (plan: ListPlan, density: Double)?
        for plan in plans {
            guard let density = try plan.density(below: top, atMost: best?.density ?? .infinity, connection) else {
                continue
            }
            best = (plan, density)
        }
        return best?.plan
    }

    static let selectLastNumber = "SELECT max(number) FROM record"

    /// Records of the stretches for each number that records have below `top`; nil above `most`, or where the plan needs
    /// short stretches and has long ones.
    private func density(below top: Int64, atMost most: Double, _ connection: any StoreConnection) throws -> Double? {
        var density = 0.0
        for arm in arms {
            let statement = arm.measure(upTo: ListPlan.longStretch, before: top)
            let found = try connection.first(statement.sql, statement.parameters) { ($0.integer(0), $0.integer(1)) }
            guard let (records, lowest) = found, records > 0 else { continue }
            let isLong = records >= ListPlan.longStretch
            if isLong, !arm.isOrdered { return nil }
            density += Double(records) / Double(max(1, isLong ? top - lowest : top))
            if density > most { return nil }
        }
        return density
    }

    /// One statement for each stretch.
    ///
    /// - Parameter limit: Rows that are wanted in all, and so of each stretch; where the index is in another order, all of
    ///   the stretch, which is short.
    func statements(before: Int64, limit: Int) -> [ListStatement] {
        arms.map { arm in
            arm.select(before: before, limit: arm.isOrdered ? limit : max(limit, ListPlan.longStretch)) { statement in
                for condition in conditions { condition.add(to: &statement) }
                reach?.add(to: &statement)
            }
        }
    }

    /// Numbers of records, the newest first, none twice.
    func numbers(before: Int64, limit: Int, _ connection: any StoreConnection) throws -> [Int64] {
        var found: Set<Int64> = []
        for statement in statements(before: before, limit: limit) {
            try connection.query(statement.sql, statement.parameters) { row in
                found.insert(row.integer(0))
                return true
            }
        }
        return Array(found.sorted(by: >).prefix(limit))
    }
}

extension ReachCondition {
    /// The stretches of `standing` that hold all of the reach.
    func arms(mechanism: Int64) -> [ListArm] {
        clauses.flatMap { clause in
            clause.holders.map { holder in
                .standing(
                    mechanism: mechanism, relation: clause.relation, holder: holder,
                    reachesClosed: clause.reachesClosed, self)
            }
        }
    }
}
