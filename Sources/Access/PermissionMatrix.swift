/// Every question that the policy can be asked, with its answer: what docs/reference/permissions.csv holds and what the
/// tests try through every interface.
package struct PermissionMatrix: Sendable {
    /// One question and its answer.
    package struct Cell: Sendable, Hashable {
        package let function: FunctionKind
        package let purpose: Purpose
        package let matter: Matter
        package let isClosed: Bool
        package let relation: Relation
        package let action: Action
        /// Nil where it is refused.
        package let ceiling: Sensitivity?
        /// The row that decided; nil where none did.
        package let rule: String?
    }

    /// In a fixed order.
    package let cells: [Cell]

    /// Asks `policy` everything: each function for each purpose, matter, state, relation and action.
    package init(of policy: Policy) {
        cells = FunctionKind.allCases.flatMap { function in
            Purpose.allCases.flatMap { purpose in
                Matter.allCases.flatMap { PermissionMatrix.cells(policy, function, purpose, $0) }
            }
        }
    }

    /// Those that say yes.
    package var granted: [Cell] { cells.filter { $0.ceiling != nil } }

    private static func cells(
        _ policy: Policy, _ function: FunctionKind, _ purpose: Purpose, _ matter: Matter
    ) -> [Cell] {
        let actor = Actor(account: "matrix", function: function, organisation: nil)
        let isRegister = matter == .register
        return (isRegister ? [Relation.none] : Relation.allCases).flatMap { relation in
            (isRegister ? [false] : [false, true]).flatMap { isClosed in
                Action.allCases.filter { $0.isAboutRecords != isRegister }.map { action in
                    let target = Target(matter, relations: [relation], isClosed: isClosed)
                    let grant = try? policy.decide(actor, action, on: target, for: purpose).get()
                    return Cell(
                        function: function, purpose: purpose, matter: matter, isClosed: isClosed, relation: relation,
                        action: action, ceiling: grant?.ceiling, rule: grant?.rule)
                }
            }
        }
    }
}
