package import Mechanisms
package import Vocabulary

/// All contact points with what one must know to call them: now, or as an issue of the manual has them.
package struct ContactBook: Sendable {
    /// A contact point with what is known of it.
    package struct Entry: Sendable {
        package let contact: ContactPoint
        /// Of the body to which it belongs.
        package let organisation: String
        /// The post behind it; nil where none is known.
        package let post: Directory.Post?
        package let verification: ContactVerification
        /// The post through which the last test was made; nil where there was none.
        package let tester: Tester?
    }

    /// Who made a test: a post, never a name.
    package struct Tester: Sendable, Hashable {
        /// A code of the list `function-kinds`.
        package let function: String
        package let organisation: String?
        /// Whether the same person had entered the number.
        package let isWhoEntered: Bool
    }

    /// A state's way of doing something.
    package struct Procedure: Sendable {
        package let record: RecordID
        package let country: String
        package let topic: String
        package let text: String
        package let legalBasis: String?
        package let validFrom: CalendarDate
    }

    /// An issue of the manual.
    package struct Issue: Sendable, Hashable {
        package let record: RecordID
        package let number: String
        package let organisation: String
        package let day: CalendarDate
        package let remark: String?
        /// Its place in the ledger: what was written by then is in it.
        let position: Int64
    }

    /// In the order in which they are tried, by state.
    package let entries: [Entry]
    package let holidays: Holidays
    package let procedures: [Procedure]
    /// Posts that nobody holds on the day.
    package let vacant: Set<RecordID>
    /// The day as of which vacancies, tests and procedures are told.
    package let day: CalendarDate

    /// Of a register without contacts.
    package static let empty = ContactBook(
        entries: [], holidays: Holidays([]), procedures: [], vacant: [], day: CalendarDate(daysSinceEpoch: 0))

    package func entry(_ record: RecordID) -> Entry? { entries.first { $0.contact.record == record } }

    /// Whom to try in which order at a moment of the day.
    package func chain(to question: ContactQuestion, at moment: Timestamp) -> ContactChain {
        ContactChain(to: question, among: entries.map(\.contact), at: moment, holidays, vacant: vacant)
    }

    package func standing(of contact: ContactPoint, at moment: Timestamp) -> ContactStanding {
        contact.standing(at: moment, holidays, isVacant: contact.post.map(vacant.contains) ?? false)
    }
}
