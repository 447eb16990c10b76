/// What would have to be otherwise for a row to say yes.
package struct Obstacle: Sendable, Hashable {
    package enum Need: Sendable, Hashable {
        /// To stand in one of these relations to the record.
        case relation([Relation])
        /// A record on which work has not ended.
        case openRecord
        /// To ask for this purpose.
        case purpose(Purpose)
    }

    /// Name of the row.
    package let rule: String
    /// All that is missing; never empty.
    package let needs: [Need]
}

extension Policy {
    /// Every row of the actor's function that lets it do this with such a target otherwise, and what is missing; those
    /// that lack least come first.
    package func obstacles(
        _ actor: Actor, _ action: Action, on target: Target, for purpose: Purpose
    ) -> [Obstacle] {
        let rows = rows.filter {
            $0.function == actor.function && $0.actions.contains(action) && $0.matters.contains(target.matter)
        }
        let obstacles = rows.map { row in
            var needs: [Obstacle.Need] = []
            if row.purpose != purpose { needs.append(.purpose(row.purpose)) }
            if target.isClosed, !row.reachesClosed { needs.append(.openRecord) }
            if target.relations.isDisjoint(with: row.relations) { needs.append(.relation(row.relations)) }
            return Obstacle(rule: row.name, needs: needs)
        }.filter { !$0.needs.isEmpty }
        return obstacles.sorted { ($0.needs.count, $0.rule) < ($1.needs.count, $1.rule) }
    }

    /// The functions that some row lets do this with something of a matter, whatever else it asks for.
    package func functions(for action: Action, on matter: Matter) -> [FunctionKind] {
        FunctionKind.allCases.filter { function in
            rows.contains {
                $0.function == function && $0.actions.contains(action) && $0.matters.contains(matter)
            }
        }
    }
}
