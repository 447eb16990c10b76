package import Vocabulary

/// How long records of a mechanism are kept before somebody must look at them, and what they are asked to decide.
///
/// Nothing is ever erased of itself: when the clock has run out, the record stands in the list of the data-protection
/// officer, who erases, or keeps it longer for a reason.
package struct Retention: Sendable, Hashable {
    /// From which day on it counts.
    package enum Start: Sendable, Hashable {
        /// The day from which its closed state holds; it does not run while work on the record goes on.
        case closing
        /// The day from which its last event holds, whatever the state.
        case lastChange
        /// The last day of a period field, whatever the state.
        case field(String)
    }

    /// What the officer is asked for at the end.
    package enum Ending: String, Sendable, CaseIterable, Hashable {
        /// Whether it is still needed.
        case review
        /// To destroy the person's key, unless it is still needed.
        case eraseIdentity = "erase-identity"
    }

    package let start: Start
    /// The clock that says how many days; a country may set it either way.
    package let clock: String
    package let ending: Ending

    package init(after start: Start, _ clock: String, then ending: Ending) {
        self.start = start
        self.clock = clock
        self.ending = ending
    }
}

extension Retention.Start {
    /// The day from which it counts for a record as it is now; nil while it does not run.
    package func day(isClosed: Bool, effective: Period, fields: [String: FieldValue]) -> CalendarDate? {
        switch self {
        case .closing: isClosed ? effective.end : nil
        case .lastChange: effective.end
        case .field(let name): if case .period(let period)? = fields[name] { period.end } else { nil }
        }
    }
}

extension Mechanism {
    /// The clause that counts by a clock.
    package func retention(by clock: String) -> Retention? { retention.first { $0.clock == clock } }
}
