import Access
import Vocabulary

/// What all events of one transaction share: when, who, and by what leave.
struct EventStamp: Sendable {
    let recordedAt: Timestamp
    let moment: String
    let account: String
    let function: String
    let organisation: String?
    let purpose: String
    let rule: String

    /// Never before the last event, whatever the clock says: places in the ledger are in the order of time.
    init(_ grant: Grant, now: Timestamp, last: Timestamp?) {
        recordedAt = max(now, last ?? now)
        moment = recordedAt.description
        account = grant.actor.account
        function = grant.actor.function.rawValue
        organisation = grant.actor.organisation
        purpose = grant.purpose.rawValue
        rule = grant.rule
    }
}
