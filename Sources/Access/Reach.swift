/// What one actor may do with the records of one matter: the policy's rule as a value that a list can be asked with.
///
/// `Policy.decide` is this very value applied to one record, and the ledger compiles it into the condition of every
/// list, count and search: there is no second rule that could differ.
package struct Reach: Sendable, Hashable {
    /// One way in: a relation that suffices, and how far it lets see.
    package struct Clause: Sendable, Hashable {
        package let relation: Relation
        package let ceiling: Sensitivity
        /// Whether it also holds for records on which work has ended.
        package let reachesClosed: Bool
        /// The policy row that it comes from.
        package let rule: String

        init(relation: Relation, ceiling: Sensitivity, reachesClosed: Bool, rule: String) {
            self.relation = relation
            self.ceiling = ceiling
            self.reachesClosed = reachesClosed
            self.rule = rule
        }
    }

    package let actor: Actor
    package let action: Action
    package let purpose: Purpose
    /// Empty: nothing is in reach.
    package let clauses: [Clause]

    init(actor: Actor, action: Action, purpose: Purpose, clauses: [Clause]) {
        self.actor = actor
        self.action = action
        self.purpose = purpose
        self.clauses = clauses
    }

    /// The same reach where a field of this level is shown, or filtered by: a filter betrays what it filters.
    package func showing(_ level: Sensitivity) -> Reach {
        Reach(actor: actor, action: action, purpose: purpose, clauses: clauses.filter { $0.ceiling >= level })
    }

    /// The same reach through some relations only: what is one's own, what is shared with one.
    package func through(_ relations: Set<Relation>) -> Reach {
        Reach(
            actor: actor, action: action, purpose: purpose, clauses: clauses.filter { relations.contains($0.relation) })
    }

    /// The clause that lets furthest, for an actor who stands in these relations to a record; nil where none does.
    package func clause(for relations: Set<Relation>, isClosed: Bool) -> Clause? {
        clauses.reduce(nil) { best, clause in
            guard clause.relation == .none || relations.contains(clause.relation), clause.reachesClosed || !isClosed
            else { return best }
            guard let best else { return clause }
            return clause.ceiling > best.ceiling ? clause : best
        }
    }

    /// Leave for a list of such records, which says nothing yet of any of them; nil where nothing is in reach.
    package var grant: Grant? {
        clauses.max { $0.ceiling < $1.ceiling }.map {
            Grant(actor: actor, action: action, purpose: purpose, clause: $0, record: nil)
        }
    }
}
