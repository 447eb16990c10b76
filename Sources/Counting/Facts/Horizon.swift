package import Vocabulary

/// How much of the ledger is looked at: what was known by then, and what was in force by then.
package struct Horizon: Hashable, Sendable {
    /// The last event that counts; nil for all.
    package let position: Int64?
    /// Only what was recorded before this moment; nil for all. Ledgers record in the order of time.
    package let recordedBefore: Timestamp?
    /// Only what surely held by the end of this day: an event effective “2023” holds on 2023-12-31, not in June.
    package let effectiveOn: CalendarDate?

    /// Everything, but for what is named.
    package init(position: Int64? = nil, recordedBefore: Timestamp? = nil, effectiveOn: CalendarDate? = nil) {
        self.position = position
        self.recordedBefore = recordedBefore
        self.effectiveOn = effectiveOn
    }

    /// Everything that the ledger holds.
    package static let everything = Horizon()
}
