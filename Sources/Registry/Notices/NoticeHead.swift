package import Vocabulary

/// A notice as the register has it: what was proposed, and what became of it.
package struct NoticeHead: Sendable, Hashable {
    package let record: RecordID
    package let version: Int
    /// `proposed`, `published`, `refused`, `withdrawn`.
    package let state: String
    package let title: String
    /// Of the list `notice-kinds`.
    package let kind: String
    /// The record that it was made from; nil where there is none.
    package let about: RecordID?
    package let asOf: CalendarDate?
    /// Under which it was published; nil before.
    package let number: Int?
    /// SHA-256 of the manifest of its archive; nil before it was published.
    package let frozen: String?
    /// SHA-256 of its content.
    let hash: String
    /// Whether what it was made from is still such as may be published; a plan always is.
    package let stands: Bool
}

/// A record that a notice may be made from.
package struct NoticeSource: Sendable, Hashable {
    package let record: RecordID
    /// Of the list `notice-kinds`.
    package let kind: String
    package let title: String
}

/// What the ledger says of a notice that went out: what the archive is held against.
package struct NoticeLetOut: Sendable, Hashable {
    package struct Withdrawal: Sendable, Hashable {
        package let on: CalendarDate
        package let because: String

        init(on day: CalendarDate, because reason: String) { (on, because) = (day, reason) }
    }

    package let number: Int
    /// SHA-256 of the manifest.
    package let frozen: String
    /// Nil where it stands.
    package let withdrawn: Withdrawal?
}
