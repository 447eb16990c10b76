import Vocabulary

/// No other record of the mechanism names the same two records, in whichever order.
package struct NoneBetween: Guard {
    package static let key = "none-between"

    package let first: String
    package let second: String
    /// Only those in one of these states stand in the way; nil for all.
    package let states: Set<String>?

    package init(_ first: String, _ second: String, in states: Set<String>? = nil) {
        (self.first, self.second, self.states) = (first, second, states)
    }

    package var fields: [String] { [first, second] }

    package func refusal(of step: Step) throws -> Refusal.Problem? {
        guard let one = step.after[first]?.linked.first, let other = step.after[second]?.linked.first else {
            return nil
        }
        for (field, opposite) in [(first, second), (second, first)] {
            let named = try step.register.records(of: step.mechanism.name, naming: one, in: field)
            let standing = named.contains { record in
                record.record != step.command.record && record.fields[opposite] == .link(other)
                    && states?.contains(record.state) ?? true
            }
            if standing {
                return step.problem(
                    .alreadyStated, field: second,
                    "with “\(first)”: the register has a statement on these two already; look at that one.")
            }
        }
        return nil
    }
}
