package import Vocabulary

// Goals, in order: (1) whoever asks gets somebody who answers now, if anybody does; (2) whoever stands before them and does
// not answer stands there with the reason; (3) nobody is sent in a circle.

/// What somebody calls for.
package struct ContactQuestion: Hashable, Sendable {
    /// A code of the list `countries`.
    package let country: String
    /// A code of the list `contact-tasks`; nil for whatever.
    package let task: String?
    /// A code of the list `languages`; nil for whatever.
    package let language: String?

    package init(country: String, task: String? = nil, language: String? = nil) {
        (self.country, self.task, self.language) = (country, task, language)
    }
}

/// Whom to try in which order, at a moment (decision 0221).
package struct ContactChain: Sendable {
    package struct Link: Sendable {
        package let contact: ContactPoint
        package let standing: ContactStanding
        /// Whether they speak the language asked for.
        package let speaks: Bool
        /// Whose word sends one here; nil where state and task do.
        package let sentBy: RecordID?
    }

    package let links: [Link]

    /// Who answers now.
    package var now: Link? { links.first { $0.standing.answers } }
    /// Who answers now, too: to be tried next.
    package var next: Link? { links.filter(\.standing.answers).dropFirst().first }
    /// Where nobody answers: who will first.
    package var soonest: Link? {
        links.filter { !$0.standing.answers && $0.standing.until != nil }
            .min { ($0.standing.until ?? .distant) < ($1.standing.until ?? .distant) }
    }

    /// First those of the state and the task, by their order; then those of the state who answer for any task. Behind each
    /// whoever they name as the next, also of another state or task. Everybody stands once; who speaks the language comes
    /// before all who do not.
    ///
    /// - Parameter vacant: Posts that nobody holds on the day of the moment.
    package init(
        to question: ContactQuestion, among contacts: [ContactPoint], at moment: Timestamp, _ holidays: Holidays,
        vacant: Set<RecordID> = []
    ) {
        let byRecord = Dictionary(contacts.map { ($0.record, $0) }, uniquingKeysWith: { first, _ in first })
        let roots = contacts.compactMap { contact -> (rank: Int, contact: ContactPoint)? in
            guard contact.country == question.country else { return nil }
            guard let task = question.task, !contact.tasks.contains(task) else { return (0, contact) }
            return contact.tasks.contains(ContactPoint.anyTask) ? (1, contact) : nil
        }.sorted {
            ($0.rank, $0.contact.priority, $0.contact.record) < ($1.rank, $1.contact.priority, $1.contact.record)
        }
        var order: [(contact: ContactPoint, sentBy: RecordID?)] = []
        var seen: Set<RecordID> = []
        for root in roots {
            var at: (contact: ContactPoint, sentBy: RecordID?)? = (root.contact, nil)
            while let here = at, seen.insert(here.contact.record).inserted {
                order.append(here)
                at = here.contact.next.flatMap { byRecord[$0] }.map { ($0, here.contact.record) }
            }
        }
        let links = order.map { contact, sentBy in
            Link(
                contact: contact,
                standing: contact.standing(
                    at: moment, holidays, isVacant: contact.post.map(vacant.contains) ?? false),
                speaks: contact.speaks(question.language), sentBy: sentBy)
        }
        self.links = links.filter(\.speaks) + links.filter { !$0.speaks }
    }
}

extension Timestamp {
    fileprivate static let distant = Timestamp(milliseconds: .max)
}
