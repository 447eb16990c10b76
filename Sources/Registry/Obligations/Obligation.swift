import Mechanisms
package import Vocabulary

// Goals, in order: (1) nothing counts as late before the latest day that its words may mean; (2) what is owed belongs to a
// post or a body, never to a person; (3) it is read from the ledger under the policy of whoever asks, and nothing of it is
// kept; (4) there is one way to due dates: those of the book, and what plans and posts add to them.

/// Something that a post or a body must have done by a day, as it stands on a day.
package struct Obligation: Sendable, Hashable {
    /// How it stands on the day that was asked about.
    package enum State: String, Sendable, CaseIterable {
        /// Its first day has not come.
        case toCome = "to-come"
        /// Its first day has come, its last has not passed.
        case due
        /// The latest day that it may mean has passed.
        case late
        /// Met; what recurs is to come again instead.
        case done
        /// It has no last day, and nothing was heard of it for too long.
        case silent
    }

    /// A post or body that owes it.
    package struct Debtor: Sendable, Hashable {
        package let post: RecordID?
        package let organisation: RecordID?
        /// As a plan writes it, where no record is named.
        package let name: String?

        package init(post: RecordID? = nil, organisation: RecordID? = nil, name: String? = nil) {
            self.post = post
            self.organisation = organisation
            self.name = name
        }

        var isRecord: Bool { post != nil || organisation != nil }
    }

    /// The mechanism of a due date, or one of the other kinds of ``ReminderRule``.
    package let kind: String
    /// What it is about: the record with the date, the action, the post that is empty, the organisation.
    package let record: RecordID
    /// The due date's field; empty where it is none of a record.
    package let field: String
    /// Who owes it; empty where the register does not say.
    package let debtors: [Debtor]
    /// The first day that may be meant; nil where any day before the last may be.
    package let earliest: CalendarDate?
    /// The last day that may be meant.
    package let latest: CalendarDate
    /// The words of a plan's deadline; nil for all else.
    package let words: String?
    /// The action's number in its plan: `3.2.a`; nil for all else.
    package let code: String?
    package let state: State
    /// Whether the post or the organisation of the one who asks must see to it.
    package let isOwn: Bool
    /// Whether the organisation of the one who asks supervises whoever must.
    package let isSupervised: Bool

    /// How something stands on `day` between its days.
    static func state(
        on day: CalendarDate, from earliest: CalendarDate?, through latest: CalendarDate, isMet: Bool = false
    ) -> State {
        if isMet { return .done }
        if day > latest { return .late }
        return day >= earliest ?? latest ? .due : .toCome
    }

    /// Whether somebody must still act.
    package var isOpen: Bool { state != .done }
}

/// What somebody asks of obligations.
package struct ObligationRequest: Sendable, Hashable {
    /// How things stood, or will stand, on this day.
    package let day: CalendarDate
    /// The last day that is looked at: what may be done after it is left out, unless it is silent.
    package let through: CalendarDate
    /// Kinds; nil for all.
    package let kinds: Set<String>?

    package init(on day: CalendarDate, through: CalendarDate, kinds: Set<String>? = nil) {
        (self.day, self.through, self.kinds) = (day, max(day, through), kinds)
    }

    func wants(_ kind: String) -> Bool { kinds?.contains(kind) ?? true }
}

/// What is owed, the earliest last day first.
package struct Obligations: Sendable {
    package let rows: [Obligation]
    /// Whether there is more than was read.
    package let isCut: Bool
    /// Whether due dates of records were left out: the day is past, and of records it is known only how they are now.
    package let leavesOutRecords: Bool
}
