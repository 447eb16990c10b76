package import Mechanisms
import Vocabulary

/// Contacts as rows, in codes: for files and lines.
package enum ContactRows {
    package static let chainColumns = [
        "place", "contact", "organisation", "country", "telephone", "secure-mail", "messenger", "languages",
        "speaks-language", "standing", "until", "sent-by", "tested", "tested-on",
    ]

    /// Whom to try, in order.
    ///
    /// - Parameter clock: Of whoever asks.
    package static func chain(_ chain: ContactChain, in book: ContactBook, by clock: LocalClock) -> [[String]] {
        chain.links.enumerated().map { place, link in
            let (contact, entry) = (link.contact, book.entry(link.contact.record))
            return [
                "\(place + 1)", contact.title, entry?.organisation ?? "", contact.country, contact.telephone,
                contact.secureMail ?? "", contact.messenger ?? "", contact.languages.joined(separator: " "),
                link.speaks ? "yes" : "no", link.standing.code, link.standing.until.map(clock.text) ?? "",
                link.sentBy.flatMap(book.entry)?.contact.title ?? "",
            ] + tested(entry)
        }
    }

    package static let manualColumns = [
        "country", "contact", "organisation", "tasks", "telephone", "secure-mail", "messenger", "languages", "zone",
        "hours", "special-days", "priority", "next", "tested", "tested-on",
    ]

    /// Everything that is known of every contact, in the order in which they are tried.
    package static func manual(_ book: ContactBook) -> [[String]] {
        book.entries.map { entry in
            let contact = entry.contact
            return [
                contact.country, contact.title, entry.organisation, contact.tasks.joined(separator: " "),
                contact.telephone, contact.secureMail ?? "", contact.messenger ?? "",
                contact.languages.joined(separator: " "), contact.clock.name, contact.hours.description,
                contact.specialDays.description, "\(contact.priority)",
                contact.next.flatMap(book.entry)?.contact.title ?? "",
            ] + tested(entry)
        }
    }

    private static func tested(_ entry: ContactBook.Entry?) -> [String] {
        [entry?.verification.code ?? "", entry?.verification.test?.day.description ?? ""]
    }
}

extension ContactStanding {
    /// `answers`, `out-of-hours`, `holiday`, `special-day`, `vacant`.
    package var code: String {
        switch reason {
        case .answers: "answers"
        case .outOfHours: "out-of-hours"
        case .holiday: "holiday"
        case .specialDay: "special-day"
        case .vacant: "vacant"
        }
    }
}

extension ContactVerification {
    /// `never`, `good`, `old`, `bad`.
    package var code: String {
        switch self {
        case .never: "never"
        case .good: "good"
        case .old: "old"
        case .bad: "bad"
        }
    }
}
