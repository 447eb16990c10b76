import Vocabulary

/// The step changes nothing but these fields: what it rests on stays as it was.
package struct ChangesOnly: Guard {
    package static let key = "changes-only"

    package let fields: [String]

    package init(_ fields: String...) { self.fields = fields }

    /// What a country added is left to the country.
    func takes(_ field: String, of mechanism: Mechanism) -> Bool {
        fields.contains(field) || mechanism.field(field)?.isNational == true
    }

    package func refusal(of step: Step) -> Refusal.Problem? {
        let others = step.command.changes.keys.filter { name in
            !takes(name, of: step.mechanism) && step.command.changes[name] != step.before?.fields[name]
        }
        return others.sorted().first.map {
            step.problem(.changesMore, field: $0, "may not be changed by “\(step.command.transition)”; leave it out.")
        }
    }
}

extension Mechanism {
    /// The fields that a step may change: all, unless it says which.
    package func fields(changedBy step: Transition) -> [Field] {
        let words = step.needs.compactMap { $0 as? ChangesOnly }
        return fields.filter { field in words.allSatisfy { $0.takes(field.name, of: self) } }
    }
}
