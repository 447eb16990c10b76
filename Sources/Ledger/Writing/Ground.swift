package import Mechanisms
package import Vocabulary

/// Something that a decision found outside the records that it changes, and without which it would be another.
package enum Ground: Hashable, Sendable {
    /// A record has this version; nil: there is none.
    case version(RecordID, Int?)
    /// These records, with their versions, point to one: by a field, or by any.
    case pointing(to: RecordID, by: String?, [RecordID: Int])
    /// The one who writes stands so to a record.
    case standing(RecordID, RecordStanding)
    /// It is not yet this day.
    case before(CalendarDate)
}

/// What a decision rests on, from the first question that it asked of the register.
package struct Grounds: Sendable {
    /// The end of the ledger before the first question: as long as nothing follows, nothing can have changed but the day.
    package let from: Int64
    package var found: Set<Ground>

    package init(from: Int64, found: Set<Ground> = []) {
        self.from = from
        self.found = found
    }
}
