import Access
import Foundation
import Mechanisms
import Registry
import Vocabulary

/// Contacts as somebody looks at them: at a moment, by their own clock, through filters that stand in the address.
struct ContactsView: Sendable {
    enum Filter: String, CaseIterable, Sendable {
        case state, task, language
    }

    let book: ContactBook
    /// Issues of the manual, the last one first.
    let issues: [ContactBook.Issue]
    /// Circulation lists, the last one first.
    let lists: [CirculationList.Head]
    /// Contact points that changed since the last issue.
    let changed: Int
    let chosen: [Filter: String]
    /// Of whoever asks.
    let clock: LocalClock
    let moment: Timestamp
    /// What the address says beside the filters: the zone, and the moment where it is not now.
    let kept: [URLQueryItem]

    /// What a contact says to a filter.
    func values(_ filter: Filter, of entry: ContactBook.Entry) -> [String] {
        switch filter {
        case .state: [entry.contact.country]
        case .task: entry.contact.tasks
        case .language: entry.contact.languages
        }
    }

    /// The contacts that pass every filter that is chosen, but one.
    func entries(leavingOut left: Filter? = nil) -> [ContactBook.Entry] {
        book.entries.filter { entry in
            chosen.allSatisfy { filter, value in filter == left || values(filter, of: entry).contains(value) }
        }
    }

    /// Whom to try in which order; nil where no state is chosen.
    var chain: ContactChain? {
        chosen[.state].map { country in
            book.chain(
                to: ContactQuestion(country: country, task: chosen[.task], language: chosen[.language]), at: moment)
        }
    }

    /// The address with a filter set otherwise; nil takes it away.
    func href(_ filter: Filter? = nil, _ value: String? = nil) -> String {
        var chosen = chosen
        if let filter { chosen[filter] = value }
        return DeskFilter.address(ContactsPaths.home, chosen, after: kept)
    }

    /// The same moment without filters.
    var plainHref: String { DeskFilter.address(ContactsPaths.home, [Filter: String](), after: kept) }
}

extension ContactsView {
    /// - Throws: ``RegistryRefusal/unreadableFilter(name:)`` for a zone that there is not, and for a time that is none.
    init(_ visit: Visit) throws {
        let query = visit.exchange.query
        func written(_ name: String) -> String? { query[name].flatMap { $0.isEmpty ? nil : $0 } }
        let zone = written("zone")
        let named = zone.flatMap { LocalClock($0) }
        if zone != nil, named == nil { throw RegistryRefusal.unreadableFilter(name: "zone") }
        let now = visit.exchange.moment
        let present = try visit.registry.contactBook(visit.asking, on: now.day)
        let clock = named ?? ContactsView.usual(present, visit)
        let at = written("at")
        let asked = at.flatMap { ContactsView.moment($0, by: clock) }
        if at != nil, asked == nil { throw RegistryRefusal.unreadableFilter(name: "at") }
        let moment = asked ?? now
        let issues = try visit.registry.contactIssues(visit.asking)
        self.init(
            book: moment.day == now.day
                ? present : try visit.registry.contactBook(visit.asking, on: moment.day),
            issues: issues, lists: try visit.registry.circulationLists(visit.asking),
            changed: try issues.first.map { try visit.registry.contactChanges(since: $0, visit.asking) } ?? 0,
            chosen: DeskFilter.chosen(in: query), clock: clock, moment: moment,
            kept: [("zone", zone), ("at", at)].compactMap { name, value in
                value.map { URLQueryItem(name: name, value: $0) }
            })
    }

    /// The zone of a contact of one's own body, where it has one; a browser does not say its own.
    private static func usual(_ book: ContactBook, _ visit: Visit) -> LocalClock {
        let own = visit.asking.actor.organisation
        return book.entries.first { $0.contact.organisation == own }?.contact.clock ?? .universal
    }

    /// `2026-12-24T18:00` by a clock: of a time that comes twice the first, of one that never comes the moment in which
    /// the clock is set.
    private static func moment(_ text: String, by clock: LocalClock) -> Timestamp? {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = CalendarDate(String(parts[0])), let time = ClockTime(String(parts[1]))
        else { return nil }
        return clock.moments(of: day, minute: time.minute).first
    }
}
