import Mechanisms
package import Vocabulary

/// That somebody is to be told of something that is owed: what, and at which of the days of its rule.
package struct Reminder: Sendable, Hashable {
    package enum Stage: Sendable, Hashable {
        /// Days from the last day, as the rule of its kind has them.
        case day(Int)
        /// To those who supervise whoever owes it.
        case escalation
    }

    package let obligation: Obligation
    package let stage: Stage

    /// The reminder that has come for an obligation by `day`: the last one of its rule, since those before it would say
    /// what is true no more. Nil where none has come, or nobody must act.
    init?(_ obligation: Obligation, under rule: ReminderRule, on day: CalendarDate) {
        guard obligation.isOpen else { return nil }
        self.obligation = obligation
        if obligation.isOwn {
            guard let last = rule.days.last(where: { obligation.latest.adding(days: $0) <= day }) else { return nil }
            stage = .day(last)
        } else {
            guard obligation.isSupervised, let days = rule.escalation,
                obligation.latest.adding(days: max(days, 1)) <= day
            else { return nil }
            stage = .escalation
        }
    }

    /// By which it is known again, whoever is told of it and however often it is looked for.
    package var identity: String {
        let place =
            switch stage {
            case .day(let days): String(days)
            case .escalation: "supervisor"
            }
        return [
            obligation.kind, obligation.record.description, obligation.field, obligation.latest.description, place,
        ].joined(separator: "|")
    }
}

extension Registry {
    /// What somebody is to be told of on a day, whether or not they were told before.
    package func reminders(_ asking: Asking, on day: CalendarDate) throws -> [Reminder] {
        let ahead = Set(book.reminders.values).union([.usual]).map(\.daysAhead).max() ?? 0
        let request = ObligationRequest(on: day, through: day.adding(days: ahead))
        return try obligations(request, asking).rows.compactMap {
            Reminder($0, under: book.reminding(of: $0.kind), on: day)
        }
    }
}
