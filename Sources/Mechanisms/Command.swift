package import Vocabulary

/// What somebody wants done to one record: the only thing that can become events.
package struct Command: Sendable {
    package let mechanism: String
    package let record: RecordID
    /// The name of a transition of the mechanism; `Mechanism.opening` for a new record.
    package let transition: String
    /// The version that the person saw; 0 for a new record. A different one in the ledger is a conflict.
    package let expectedVersion: Int
    /// What changes; a field that is not named stays as it is.
    package let changes: [String: FieldValue]
    /// When it holds in the world, as precisely as is known.
    package let effective: Period
    /// Why, where the transition asks for it.
    package let reason: String?
    /// Where an imported record came from: a keyed hash that makes the same row of the same source the same record.
    package let origin: Origin?

    package init(
        mechanism: String, record: RecordID, transition: String, expectedVersion: Int = 0,
        changes: [String: FieldValue], effective: Period, reason: String? = nil, origin: Origin? = nil
    ) {
        self.mechanism = mechanism
        self.record = record
        self.transition = transition
        self.expectedVersion = expectedVersion
        self.changes = changes
        self.effective = effective
        self.reason = reason
        self.origin = origin
    }
}

/// The fingerprint of a row of a source, or of one of the persons that a row stands for.
///
/// 128 bits of HMAC-SHA-256 under the register's own key over source name, row key and ordinal: equal for the same row
/// imported again, useless to somebody who would guess rows.
package struct Origin: Hashable, Sendable {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }
}
