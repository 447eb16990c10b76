import Vocabulary

/// A day that was set for somebody is over, on the day of the step and on the day that another field gives.
package struct DayPassed: Guard {
    package static let key = "day-passed"

    package let field: String
    package let later: String

    package init(_ field: String, by later: String) { (self.field, self.later) = (field, later) }

    package var fields: [String] { [field, later] }

    package func refusal(of step: Step) -> Refusal.Problem? {
        guard let day = step.period(field) else { return nil }
        let isOver = step.command.effective.start > day.end && step.period(later).map { $0.start > day.end } ?? true
        return isOver
            ? nil
            : step.problem(.dayToCome, field: later, "comes before “\(field)” (\(day.end)) is over; wait until then.")
    }
}
