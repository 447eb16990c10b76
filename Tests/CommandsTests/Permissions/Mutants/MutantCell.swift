import Access

/// One question to the policy, without the actor behind it.
struct MutantCell: Sendable, Hashable {
    let function: FunctionKind
    let purpose: Purpose
    let matter: Matter
    let isClosed: Bool
    let relation: Relation
    let action: Action

    /// How far a policy lets see; nil where it refuses.
    func ceiling(under policy: Policy) -> Sensitivity? {
        let actor = Actor(account: "mutant", function: function, organisation: nil)
        let target = Target(matter, relations: [relation], isClosed: isClosed)
        return try? policy.decide(actor, action, on: target, for: purpose).get().ceiling
    }
}

extension PolicyMutant {
    /// The questions that it answers in another way than the policy: a fault in a row can change nothing that is not its
    /// function's, nor of another purpose, matter or action than the row had or has now.
    var differences: [MutantCell] {
        let rows = PolicyRow.all.filter { $0.function == row.function }
        let (right, wrong) = (
            Policy(rows: rows), Policy(rows: rows.compactMap { $0.name == row.name ? changed : $0 })
        )
        let both = [row, changed].compactMap(\.self)
        var found: [MutantCell] = []
        for purpose in Set(both.map(\.purpose)) {
            for matter in both.reduce(Set<Matter>(), { $0.union($1.matters) }) {
                let actions = both.reduce(Set<Action>()) { $0.union($1.actions) }
                for action in actions where action.isAboutRecords == (matter != .register) {
                    for relation in matter == .register ? [Relation.none] : Relation.allCases {
                        for isClosed in matter == .register ? [false] : [false, true] {
                            let cell = MutantCell(
                                function: row.function, purpose: purpose, matter: matter, isClosed: isClosed,
                                relation: relation, action: action)
                            if cell.ceiling(under: right) != cell.ceiling(under: wrong) { found.append(cell) }
                        }
                    }
                }
            }
        }
        return found
    }
}
