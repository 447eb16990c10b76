/// When those who owe something are reminded of it, counted in days from its last day.
package struct ReminderRule: Sendable, Hashable {
    /// Days from the last day on which somebody is told: -14 is a fortnight before, 0 the day itself, 7 a week after.
    package let days: [Int]
    /// Days after the last day from which those who supervise are told too; nil where they never are.
    package let escalation: Int?
    /// Days after which what has no day of its own is late: an empty post, a nomination; nil for what has one.
    package let grace: Int?

    package init(days: [Int], escalation: Int?, grace: Int? = nil) {
        self.days = Array(Set(days)).sorted()
        self.escalation = escalation
        self.grace = grace
    }

    /// Of whatever the book says nothing else of.
    package static let usual = ReminderRule(days: [-14, -1, 0, 1, 7], escalation: 14)

    /// Days before the last day from which somebody is told; 0 where nobody is told before.
    package var daysAhead: Int { max(0, -(days.first ?? 0)) }

    /// What a country may write: up to a year before and after, at most a dozen days.
    static let allowedDays = -366...366
    static let mostDays = 12

    /// What is wrong with it; nil where nothing is.
    func problem(for kind: String) -> String? {
        if days.isEmpty || days.count > ReminderRule.mostDays {
            return "has 1 to \(ReminderRule.mostDays) days on which somebody is told"
        }
        if !days.allSatisfy(ReminderRule.allowedDays.contains) { return "its days go from -366 to 366" }
        if let escalation, !(0...366).contains(escalation) { return "“escalate” goes from 0 to 366 days" }
        if grace != nil, !ReminderRule.kindsWithGrace.contains(kind) {
            return "“grace” is for \(ReminderRule.kindsWithGrace.sorted().joined(separator: " and ")) only"
        }
        if let grace, !(0...3660).contains(grace) { return "“grace” goes from 0 to 3660 days" }
        return nil
    }

    /// A post that nobody holds; an organisation that has nominated nobody; an action of which nothing was heard.
    package static let vacancy = "vacancy"
    package static let nomination = "nomination"
    package static let stateOfPlay = "state-of-play"

    private static let kindsWithGrace: Set<String> = [vacancy, nomination]
    /// What is owed and is no due date of a record.
    static let otherKinds: Set<String> = [vacancy, nomination, stateOfPlay]
}
