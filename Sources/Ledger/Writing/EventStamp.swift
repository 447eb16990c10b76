import Access
import Vocabulary

/// What all events of one transaction share: when, who, and by what leave.
struct EventStamp: Sendable {
    let recordedAt: Timestamp
    let author: EventAuthor
    /// The columns from `recorded_at` to `rule`.
    let cells: EncodedCells

    /// Under a grant.
    init(_ grant: Grant, now: Timestamp, last: Timestamp?) {
        self.init(
            account: grant.actor.account, function: grant.actor.function.rawValue,
            organisation: grant.actor.organisation?.description, purpose: grant.purpose.rawValue, rule: grant.rule,
            now: now, last: last)
    }

    /// Never before the last event, whatever the clock says: places in the ledger are in the order of time.
    init(
        account: String, function: String, organisation: String?, purpose: String, rule: String, now: Timestamp,
        last: Timestamp?
    ) {
        recordedAt = max(now, last ?? now)
        author = EventAuthor(account: account, organisation: organisation, recordedAt: recordedAt)
        cells = EncodedCells([recordedAt.description, account, function, organisation, purpose, rule])
    }
}
