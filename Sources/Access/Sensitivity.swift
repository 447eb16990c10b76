/// How protected a field is; each level includes the duties of the one before.
package enum Sensitivity: UInt8, Comparable, CaseIterable, Sendable {
    /// May appear in any authorised view and be counted.
    case open
    /// Personal: only with a relation to the record, and the read is written down.
    case restricted
    /// Special categories, risk, places of safety: only for those who work on the case.
    case confidential
    /// Names the person: sealed under the person's own key, never counted, never in logs or addresses.
    case identity

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
