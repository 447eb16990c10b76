import Vocabulary

/// Two dates do not contradict each other: the later one may not end before the earlier one begins.
///
/// Periods are compared as widely as they allow: 2023 and 2023-Q2 do not contradict each other.
package struct InOrder: Guard {
    package static let key = "in-order"

    package let earlier: String
    package let later: String

    package init(_ earlier: String, before later: String) {
        self.earlier = earlier
        self.later = later
    }

    package var fields: [String] { [earlier, later] }

    package func refusal(of step: Step) -> Refusal.Problem? {
        guard let first = step.period(earlier), let second = step.period(later), second.end < first.start else {
            return nil
        }
        return step.problem(.dateOrder, field: later, "lies before “\(earlier)”; correct one of the two.")
    }
}
