package import Mechanisms
package import Vocabulary

/// Somebody else changed the record in between: shown side by side, never written over.
package struct Conflict: Hashable, Sendable {
    /// Of the draft that does not fit.
    package let mechanism: String
    /// The record that has moved on.
    package let record: RecordID
    /// The version that the writer had seen; 0 where the record was to be opened.
    package let expected: Int
    /// The version that the ledger has; 0 where there is no such record.
    package let found: Int
    /// The place of the event that made the version found: both versions can be read, `asOf` before it and at it.
    package let foundAt: Int64
}

/// What became of events that were to be written together: all of them or none.
package enum GroupOutcome: Hashable, Sendable {
    /// They are in the ledger; `through` is the place of the last one.
    case written(through: Int64)
    /// Nothing was written: this origin has already become that record.
    case known(Origin, RecordID)
    /// Nothing was written: the record has another version than expected.
    case conflict(Conflict)
    /// Nothing was written: what the decision rests on is no longer so.
    case overtaken
    /// Nothing was written, for this reason.
    case refused(LedgerFailure)
}
