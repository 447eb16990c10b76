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

/// What is asked about: what the policy's answer may hang on.
package enum ExplainedTarget: Sendable, Hashable {
    case record(RecordID)
    /// Records of a mechanism that are still to be opened or found.
    case mechanism(String)
    case register
}

extension Registry {
    /// Which row decides on an action, or what is missing for one that would; for a record it is said as to somebody who
    /// keeps the machine, not to the actor.
    ///
    /// What is done to the register as a whole is decided without the record; where it reaches into one, reading that is
    /// asked for too.
    ///
    /// - Throws: ``RegistryRefusal/notFound``; ``RegistryRefusal/unknownMechanism(name:)``.
    package func explain(_ action: Action, on target: ExplainedTarget, _ asking: Asking) throws -> Explanation {
        switch target {
        case .register: return explanation(action, .register, asking)
        case .mechanism(let name):
            let mechanism = try mechanism(name)
            return explanation(action, Target(mechanism), asking, about: about(mechanism))
        case .record(let record): return try explain(action, on: record, asking)
        }
    }

    private func explain(_ action: Action, on record: RecordID, _ asking: Asking) throws -> Explanation {
        guard let standpoint = try standpoint(of: asking.actor, to: record) else { throw RegistryRefusal.notFound }
        try writeRemark(.explain, on: record, by: asking, action, code: "none")
        let relations = Relation.allCases.filter(standpoint.target.relations.contains).map(\.rawValue)
        let about =
            about(standpoint.mechanism) + [
                "state: \(standpoint.row.state)\(standpoint.target.isClosed ? " (closed)" : "")",
                "relations: \(relations.joined(separator: ", "))",
            ]
        if action.isAboutRecords { return explanation(action, standpoint.target, asking, about: about) }
        let whole = explanation(action, .register, asking)
        let reading = explanation(.read, standpoint.target, asking, about: about)
        return Explanation(
            rule: reading.rule == nil ? nil : whole.rule,
            lines: whole.lines + [
                "", "It is done to the register as a whole; with this record it needs reading it, too:",
            ]
                + reading.lines)
    }

    private func about(_ mechanism: Mechanism) -> [String] {
        ["mechanism: \(mechanism.name) (matter \(mechanism.matter.rawValue))"]
    }

    private func explanation(
        _ action: Action, _ target: Target, _ asking: Asking, about: [String] = []
    ) -> Explanation {
        let head =
            ["function: \(asking.actor.function.rawValue)", "purpose: \(asking.purpose.rawValue)"] + about
            + ["action: \(action.rawValue)"]
        switch policy.decide(asking.actor, action, on: target, for: asking.purpose) {
        case .success(let grant):
            return Explanation(
                rule: grant.rule,
                lines: head + [
                    "answer: yes, up to \(grant.ceiling)", "rule: \(grant.rule)",
                    "through: \(grant.relation.rawValue)",
                ])
        case .failure:
            return Explanation(rule: nil, lines: head + ["answer: no", "rule: none"] + missing(action, target, asking))
        }
    }

    /// What would have to be otherwise, a line for each row that would then say yes.
    private func missing(_ action: Action, _ target: Target, _ asking: Asking) -> [String] {
        let obstacles = policy.obstacles(asking.actor, action, on: target, for: asking.purpose)
        guard obstacles.isEmpty else {
            return obstacles.map { "would: \($0.rule) \($0.needs.map(words).joined(separator: ", "))" }
        }
        let others = policy.functions(for: action, on: target.matter).map(\.rawValue)
        return [
            others.isEmpty
                ? "No row lets anybody do this with such a target."
                : "No row lets this function do this, for any purpose; there are rows for: "
                    + "\(others.joined(separator: ", "))."
        ]
    }

    private func words(_ need: Obstacle.Need) -> String {
        switch need {
        case .relation(let relations): "through \(relations.map(\.rawValue).joined(separator: " or "))"
        case .openRecord: "while the record is open"
        case .purpose(let purpose): "for the purpose \(purpose.rawValue)"
        }
    }

    /// The mechanism of a record that the asker may know of.
    ///
    /// - Throws: ``RegistryRefusal/notFound``.
    package func mechanism(of record: RecordID, _ asking: Asking) throws -> Mechanism {
        try leave(asking, .list, on: record).at.mechanism
    }
}
