package import Vocabulary

/// Leave to do one thing, made by `Policy` only: every path to the ledger or out of it takes one as an argument.
package struct Grant: Hashable, Sendable {
    package let actor: Actor
    package let action: Action
    package let purpose: Purpose
    /// Fields above this level are withheld under this grant.
    package let ceiling: Sensitivity
    /// The policy row that decided, for `policy explain` and the audit.
    package let rule: String
    /// The relation that it rests on.
    package let relation: Relation
    /// The one record that it is for; nil for lists, new records and the register as a whole.
    package let record: RecordID?

    init(actor: Actor, action: Action, purpose: Purpose, clause: Reach.Clause, record: RecordID?) {
        self.actor = actor
        self.action = action
        self.purpose = purpose
        self.ceiling = clause.ceiling
        self.rule = clause.rule
        self.relation = clause.relation
        self.record = record
    }
}
