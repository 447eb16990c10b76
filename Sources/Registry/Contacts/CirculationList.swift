package import Access
package import Mechanisms
package import Vocabulary

/// To whom something goes, as the mandates were when the list was made: posts, never names.
package struct CirculationList: Sendable {
    /// What it is known by.
    package struct Head: Sendable, Hashable {
        package let record: RecordID
        package let title: String
        package let day: CalendarDate
        /// Kinds of posts that are on it.
        package let kinds: Set<FunctionKind>
        /// Codes of the list `countries`; empty for all.
        package let countries: [String]
        /// Its place in the ledger: mandates that were written by then count.
        let position: Int64
    }

    package struct Member: Sendable {
        package let post: Directory.Post
        package let organisation: String
        /// A code of the list `countries`; nil where none was entered.
        package let country: String?
        /// Where the post is reached, else its organisation.
        package let contacts: [ContactPoint]
    }

    package let head: Head
    /// By state and organisation.
    package let members: [Member]
    /// Posts of these kinds that nobody held: not on the list.
    package let empty: [Member]
    /// The hash of the ledger's chain at its event, as `rapporteur ledger verify` proves it.
    package let proof: String
    /// The event with that hash.
    package var event: Int64 { head.position }
}

extension CirculationList {
    package static let columns = [
        "list", "made-on", "event", "hash", "country", "organisation", "post", "kind", "telephone", "secure-mail",
    ]

    /// The members in the order of ``columns``.
    package var rows: [[String]] {
        members.map { member in
            let contact = member.contacts.first
            return [
                head.title, head.day.description, "\(event)", proof, member.country ?? "", member.organisation,
                member.post.title ?? "", member.post.kind.rawValue, contact?.telephone ?? "", contact?.secureMail ?? "",
            ]
        }
    }
}
