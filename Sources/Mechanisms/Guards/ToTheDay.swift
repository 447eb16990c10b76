import Vocabulary

/// A date is known to the day: something is reckoned from it, and a month would give no day.
package struct ToTheDay: Guard {
    package static let key = "to-the-day"

    package let fields: [String]

    package init(_ fields: String...) { self.fields = fields }

    package func refusal(of step: Step) -> Refusal.Problem? {
        fields.first { field in step.period(field).map { $0.precision != .day } ?? false }.map { field in
            step.problem(.notToTheDay, field: field, "must be a day: another day is reckoned from it.")
        }
    }
}
