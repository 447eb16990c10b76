package import Vocabulary

/// One thing that somebody did with a record, for whoever reviews it: who, when, for which post and purpose, and why.
package struct AccessLine: Sendable, Hashable {
    /// Its place in the ledger.
    package let sequence: Int64
    package let recordedAt: Timestamp
    /// What it was done with; the person's own record, or one about the person.
    package let record: RecordID
    package let mechanism: String
    package let account: String
    package let function: String
    /// Name of the organisation where it is known.
    package let organisation: String?
    package let purpose: String
    /// The row of the policy that allowed it; `none` for what was refused.
    package let rule: String
    package let what: What
    /// Fields that were shown, or that were looked in or chosen by; never what stood in them.
    package let fields: [String]
    /// How the account stood to the record, where the event says it.
    package let relation: String?
    /// What the one who did it gave as the reason.
    package let reason: String?

    package enum What: Sendable, Hashable {
        case changed(transition: String, state: String, version: Int)
        /// One of the ledger's own: `read`, `list`, `search`, `export`, `erase`, …
        case accessed(kind: String)
        /// What was asked for, and the code of the refusal.
        case refused(action: String, code: String)
    }
}
