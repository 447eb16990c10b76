/// One rule: who stands in one of these relations to a record of these matters may do these things with it, up to
/// this level of sensitivity.
package struct PolicyRow: Sendable, Hashable {
    package let name: String
    package let function: FunctionKind
    package let purpose: Purpose
    package let matters: Set<Matter>
    /// In the order in which they are listed in the permission matrix.
    package let relations: [Relation]
    package let actions: Set<Action>
    package let ceiling: Sensitivity
    /// Whether it goes on where work on the record has ended.
    package let reachesClosed: Bool

    package init(
        _ name: String, _ function: FunctionKind, for purpose: Purpose, on matters: Set<Matter>,
        through relations: [Relation], may actions: Set<Action>, upTo ceiling: Sensitivity, reachesClosed: Bool = true
    ) {
        self.name = name
        self.function = function
        self.purpose = purpose
        self.matters = matters
        self.relations = relations
        self.actions = actions
        self.ceiling = ceiling
        self.reachesClosed = reachesClosed
    }
}
