package import Vocabulary

/// Where somebody answers for a task in a state, read from its record: numbers, languages, hours by its own clock (B51).
package struct ContactPoint: Hashable, Sendable {
    package let record: RecordID
    /// Of the record in the ledger.
    package let version: Int
    /// What one asks for: `Duty officer`.
    package let title: String
    package let organisation: RecordID
    /// The post behind it, whose holder answers; nil where none is known.
    package let post: RecordID?
    /// For which it answers, and whose holidays it keeps: a code of the list `countries`.
    package let country: String
    /// Codes of the list `contact-tasks`.
    package let tasks: [String]
    /// Codes of the list `languages`.
    package let languages: [String]
    package let telephone: String
    package let secureMail: String?
    package let messenger: String?
    package let clock: LocalClock
    package let hours: OpeningHours
    package let specialDays: SpecialDays
    /// Lower ones are tried first.
    package let priority: Int
    /// Who is tried where nobody answers here.
    package let next: RecordID?

    /// The task of whoever answers for whatever is asked.
    package static let anyTask = "any"

    /// Where nothing is said of an order.
    package static let usualPriority = 50

    /// Nil for a record that is no contact point in use, or whose hours nobody can read.
    package init?(_ state: RecordState) {
        let fields = state.fields
        guard state.mechanism == "contact-point", state.state == "active", let title = fields.text("title"),
            let organisation = fields["organisation"]?.linked.first, let country = fields.code("country"),
            case .codes(let tasks)? = fields["tasks"], case .codes(let languages)? = fields["languages"],
            let telephone = fields.text("telephone"), let clock = fields.text("time-zone").flatMap(LocalClock.init),
            let hours = fields.text("hours").flatMap(OpeningHours.init),
            let specialDays = SpecialDays(fields.text("special-days") ?? "")
        else { return nil }
        (record, version, self.title, self.organisation) = (state.record, state.version, title, organisation)
        (self.country, self.tasks, self.languages) = (country, tasks, languages)
        (self.telephone, self.clock, self.hours, self.specialDays) = (telephone, clock, hours, specialDays)
        (secureMail, messenger) = (fields.text("secure-mail"), fields.text("messenger"))
        (post, next) = (fields["post"]?.linked.first, fields["next"]?.linked.first)
        priority = if case .integer(let number)? = fields["priority"] { number } else { ContactPoint.usualPriority }
    }

    package func speaks(_ language: String?) -> Bool { language.map(languages.contains) ?? true }
}
