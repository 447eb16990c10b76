import Access
import Vocabulary

/// What all events of one transaction share: when, who, and by what leave.
struct EventStamp: Sendable {
    let recordedAt: Timestamp
    /// The columns from `recorded_at` to `rule`.
    let cells: EncodedCells

    /// Never before the last event, whatever the clock says: places in the ledger are in the order of time.
    init(_ grant: Grant, now: Timestamp, last: Timestamp?) {
        recordedAt = max(now, last ?? now)
        cells = EncodedCells([
            recordedAt.description, grant.actor.account, grant.actor.function.rawValue,
            grant.actor.organisation?.description, grant.purpose.rawValue, grant.rule,
        ])
    }
}
