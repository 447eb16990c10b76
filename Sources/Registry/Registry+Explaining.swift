package import Access
import Ledger
package import Mechanisms
package import Vocabulary

/// Why the policy says yes or no.
package struct Explanation: Sendable {
    /// The row that decided; nil where none does.
    package let rule: String?
    /// In words, a line each.
    package let lines: [String]
}

extension Registry {
    /// Which row decides on an action; for a record it is said as to somebody who keeps the machine, not to the actor.
    package func explain(_ action: Action, on record: RecordID?, _ asking: Asking) throws -> Explanation {
        guard let record else { return explanation(action, Target.register, asking, extra: []) }
        guard let standpoint = try standpoint(of: asking.actor, to: record) else { throw RegistryRefusal.notFound }
        try writeRemark(.explain, on: record, by: asking, action, code: "none")
        let relations = Relation.allCases.filter(standpoint.target.relations.contains).map(\.rawValue)
        return explanation(
            action, standpoint.target, asking,
            extra: [
                "mechanism: \(standpoint.mechanism.name) (matter \(standpoint.mechanism.matter.rawValue))",
                "state: \(standpoint.row.state)\(standpoint.target.isClosed ? " (closed)" : "")",
                "relations: \(relations.joined(separator: ", "))",
            ])
    }

    private func explanation(_ action: Action, _ target: Target, _ asking: Asking, extra: [String]) -> Explanation {
        let head =
            ["function: \(asking.actor.function.rawValue)", "purpose: \(asking.purpose.rawValue)"] + extra
            + ["action: \(action.rawValue)"]
        switch policy.decide(asking.actor, action, on: target, for: asking.purpose) {
        case .success(let grant):
            return Explanation(
                rule: grant.rule,
                lines: head + [
                    "answer: yes, up to \(grant.ceiling)", "rule: \(grant.rule)",
                    "through: \(grant.relation.rawValue)",
                ])
        case .failure(let refusal):
            return Explanation(rule: nil, lines: head + ["answer: no", "rule: none", refusal.message])
        }
    }

    /// The mechanism of a record that the asker may know of.
    ///
    /// - Throws: ``RegistryRefusal/notFound``.
    package func mechanism(of record: RecordID, _ asking: Asking) throws -> Mechanism {
        try leave(asking, .list, on: record).at.mechanism
    }
}
