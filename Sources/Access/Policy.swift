/// The one place that says who may do what. What no row grants is refused.
package struct Policy: Sendable {
    package let rows: [PolicyRow]

    /// - Parameter rows: Others than the house's own only where a test puts a fault into them.
    package init(rows: [PolicyRow] = PolicyRow.all) { self.rows = rows }

    /// Leave, or the reason why not.
    package func decide(
        _ actor: Actor, _ action: Action, on target: Target, for purpose: Purpose
    ) -> Result<Grant, AccessRefusal> {
        let reach = reach(of: actor, action, target.matter, of: target.mechanism, for: purpose)
        guard let clause = reach.clause(for: target.relations, isClosed: target.isClosed) else {
            return .failure(.notPermitted(function: actor.function, action: action, purpose: purpose))
        }
        return .success(
            Grant(actor: actor, action: action, purpose: purpose, clause: clause, record: target.record))
    }

    /// As ``decide(_:_:on:for:)`` for what is done to the register as a whole.
    package func decide(_ actor: Actor, _ action: Action, for purpose: Purpose) -> Result<Grant, AccessRefusal> {
        decide(actor, action, on: .register, for: purpose)
    }

    /// For which purposes some function may do this with something of these matters: what a route may ask for.
    package func purposes(of action: Action, on matters: [Matter] = Matter.allCases) -> Set<Purpose> {
        Set(
            rows.filter { $0.actions.contains(action) && !$0.matters.isDisjoint(with: matters) }.map(\.purpose))
    }

    /// For what a function lists records: its own purpose first, then the others for which some row lets it.
    package func purposes(of function: FunctionKind) -> [Purpose] {
        let others = Set(rows.filter { $0.function == function && $0.actions.contains(.list) }.map(\.purpose))
        return [function.purpose] + Purpose.allCases.filter { $0 != function.purpose && others.contains($0) }
    }

    /// What an actor may do with the records of a matter, as a condition on their relation to each.
    ///
    /// - Parameter mechanism: Nil where it is about no mechanism or about any: outside of a scope that names some.
    package func reach(
        of actor: Actor, _ action: Action, _ matter: Matter, of mechanism: String? = nil, for purpose: Purpose
    ) -> Reach {
        guard actor.scope?.admits(action, on: mechanism) ?? true else {
            return Reach(actor: actor, action: action, purpose: purpose, clauses: [])
        }
        // Asked for every route at every start, and many times for each request: a loop, which costs little in debug
        // builds, too.
        var clauses: [Reach.Clause] = []
        for row in rows
        where row.function == actor.function && row.purpose == purpose && row.matters.contains(matter)
            && row.actions.contains(action)
        {
            for relation in row.relations {
                clauses.append(
                    Reach.Clause(
                        relation: relation, ceiling: row.ceiling, reachesClosed: row.reachesClosed, rule: row.name))
            }
        }
        return Reach(actor: actor, action: action, purpose: purpose, clauses: clauses)
    }
}
