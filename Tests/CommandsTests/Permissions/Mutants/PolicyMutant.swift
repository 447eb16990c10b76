import Access

/// The policy with one fault in one of its rows.
struct PolicyMutant: Sendable {
    let row: PolicyRow
    /// What was done to it.
    let fault: String
    /// The row as it became; nil where it was dropped.
    let changed: PolicyRow?

    var name: String { "\(row.name): \(fault)" }

    var policy: Policy {
        Policy(rows: PolicyRow.all.compactMap { $0.name == row.name ? changed : $0 })
    }

    /// Every fault that is put into every row.
    static let all: [PolicyMutant] = PolicyRow.all.flatMap { row in
        [PolicyMutant(row: row, fault: "dropped", changed: nil)]
            + faults(of: row).map { fault, changed in
                PolicyMutant(row: row, fault: fault, changed: changed)
            }
    }

    private static func faults(of row: PolicyRow) -> [(String, PolicyRow)] {
        let relations = Relation.allCases.map { relation -> (String, PolicyRow) in
            let isThere = row.relations.contains(relation)
            return (
                "\(isThere ? "without" : "with") the relation \(relation.rawValue)",
                row.with(relations: isThere ? row.relations.filter { $0 != relation } : row.relations + [relation])
            )
        }
        let actions = Action.allCases.map { action -> (String, PolicyRow) in
            let isThere = row.actions.contains(action)
            return (
                "\(isThere ? "without" : "with") the action \(action.rawValue)",
                row.with(actions: row.actions.symmetricDifference([action]))
            )
        }
        let matters = Matter.allCases.map { matter -> (String, PolicyRow) in
            let isThere = row.matters.contains(matter)
            return (
                "\(isThere ? "without" : "with") the matter \(matter.rawValue)",
                row.with(matters: row.matters.symmetricDifference([matter]))
            )
        }
        let ceilings = Sensitivity.allCases.filter { abs(Int($0.rawValue) - Int(row.ceiling.rawValue)) == 1 }.map {
            ("up to \($0)", row.with(ceiling: $0))
        }
        let purposes = Purpose.allCases.filter { $0 != row.purpose }.map {
            ("for \($0.rawValue)", row.with(purpose: $0))
        }
        let closed = [
            (row.reachesClosed ? "not once closed" : "once closed, too", row.with(reachesClosed: !row.reachesClosed))
        ]
        return relations + actions + matters + ceilings + purposes + closed
    }
}

extension PolicyRow {
    fileprivate func with(
        purpose: Purpose? = nil, matters: Set<Matter>? = nil, relations: [Relation]? = nil,
        actions: Set<Action>? = nil, ceiling: Sensitivity? = nil, reachesClosed: Bool? = nil
    ) -> PolicyRow {
        PolicyRow(
            name, function, for: purpose ?? self.purpose, on: matters ?? self.matters,
            through: relations ?? self.relations, may: actions ?? self.actions, upTo: ceiling ?? self.ceiling,
            reachesClosed: reachesClosed ?? self.reachesClosed)
    }
}
