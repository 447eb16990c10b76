package import Vocabulary

/// One use of the emergency access, with what was looked at under it, for whoever reviews it.
package struct EmergencyUse: Sendable {
    /// The record of the use, as lists show it.
    package let view: RecordView
    package let brokenAt: Timestamp
    package let account: String
    package let function: String
    /// Name of the organisation where it is known.
    package let organisation: String?
    /// What they said.
    package let reason: String?
    /// What it gave access to, where the reviewer may know of it.
    package let about: RecordView?
    /// What the account read because of it, within its three hours.
    package let reads: [AccessLine]
}
