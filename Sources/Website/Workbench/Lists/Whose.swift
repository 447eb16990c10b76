import Access
import Vocabulary

/// Whose records a list shows, as people say it: never more than the policy lets them know of.
enum Whose: String, CaseIterable, Sendable {
    case own, house, shared, supervised

    var relations: Set<Relation> {
        switch self {
        case .own: [.own]
        case .house: [.own, .ownOrganisation]
        case .shared: [.sharedByConsent, .sharedByLaw]
        case .supervised: [.supervised]
        }
    }

    /// All relations that were chosen; nil where nobody chose any.
    static func relations(_ values: [String]) -> Set<Relation>? {
        let chosen = values.compactMap { Whose(rawValue: $0) }
        return chosen.isEmpty ? nil : chosen.reduce(into: []) { $0.formUnion($1.relations) }
    }
}

/// By when something must have been done: in words, so that a saved view means the same tomorrow.
enum Due: String, CaseIterable, Sendable {
    case late, soon

    /// The last day, of a word or of a date.
    static func day(_ text: String, from today: CalendarDate) -> CalendarDate? {
        switch Due(rawValue: text) {
        case .late: today.adding(days: -1)
        case .soon: today.adding(days: Agenda.daysAhead)
        case nil: CalendarDate(text)
        }
    }
}
