package import Access
package import Vocabulary

/// Everything that is held on one person, as it may be handed to them: other persons are masked.
package struct SubjectAccess: Sendable {
    /// One record about the person.
    package struct Part: Sendable {
        /// With what may not leave the system withheld, and what concerns other persons masked.
        package let view: RecordView
        /// Fields that were emptied or shortened because they are, or may be, about somebody else.
        package let masked: [String]
        /// When, through which post and by which organisation it was first recorded.
        package let recordedAt: Timestamp
        package let function: String
        package let organisation: String?
        /// Whether it came from a file of another agency.
        package let isImported: Bool
        /// How long it is kept.
        package let retention: [RetentionDue]
    }

    /// An organisation's post that received it, and for which purposes.
    package struct Recipient: Sendable {
        /// Nil where it is a post of the register itself.
        package let organisation: String?
        package let function: String
        package let purposes: [String]
        /// How often it was read, listed, found or taken out.
        package let times: Int
        package let last: Timestamp
    }

    /// The person's own record first, then those about them in the order in which they were entered.
    package let parts: [Part]
    package let recipients: [Recipient]
    /// Records in sight that are about others too much, may not leave the system, or are of the protection of data itself.
    package let leftOut: Int
    /// The highest marking among the parts.
    package let marking: Marking
}
