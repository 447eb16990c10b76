import Access
package import Accounts
import HTTPTypes
import Ledger
import Mechanisms
import Publication
import Registry
import Vocabulary

// Goals, in order: (1) what is owed by whom, and which days are kept, stands in one place, from the ledger alone; (2) each
// month and each filter is an address; (3) calendar programs get it by a secret address that opens nothing else.

/// The calendar of what is owed, and the feeds of it.
package struct CalendarDesk: Desk {
    let accounts: Accounts
    /// What links in feeds begin with; empty where the house does not know its address.
    let origin: String

    package init(_ accounts: Accounts, origin: String = "") {
        self.accounts = accounts
        self.origin = origin
    }

    /// The calendar for whoever lists records; feeds for their holder, read by whoever has the address.
    package func routes(in workbench: Workbench) -> [Route] {
        [
            workbench.route(.get, CalendarPaths.home, to: .list, calendar),
            Route(.get, CalendarPaths.anyFeed, rule: .anybody) { exchange in
                try await Waiting.run { try feed(exchange, workbench) }
            },
        ] + CalendarFeeds(accounts: accounts, origin: origin).routes(in: workbench)
    }

    package func entry(for exchange: Exchange, in workbench: Workbench) -> WorkbenchFrame.NavigationItem? {
        let visit = Visit(workbench, exchange)
        return WorkbenchFrame.NavigationItem(
            text: visit.calendar("title"), href: CalendarPaths.home,
            isCurrent: exchange.path.hasPrefix(CalendarPaths.home))
    }

    private func calendar(_ visit: Visit) throws -> Answer {
        let page = try CalendarPage(CalendarView(visit), visit)
        return visit.page(page.title, "calendar", page, breadcrumb: [visit.homeStep], marking: page.marking)
    }

    /// What the post behind a secret address owes, as its holder would see it today.
    ///
    /// - Throws: ``RequestRefusal/notFound`` for every address that opens nothing, whatever the reason.
    private func feed(_ exchange: Exchange, _ workbench: Workbench) throws -> Answer {
        let registry = workbench.registry
        let name = exchange.parameter("feed")
        guard name.hasSuffix(CalendarPaths.ending),
            let token = try? accounts.token(
                String(name.dropLast(CalendarPaths.ending.count)), from: .init(address: exchange.address, device: ""),
                at: exchange.moment), token.scope == .calendar,
            let mandate = token.mandate.flatMap({ RecordID($0) }),
            let actor = registry.directory.actor(token.account.description, through: mandate, on: exchange.moment.day),
            let account = try? accounts.account(token.account)
        else { throw RequestRefusal.notFound }
        let wording = Wording(texts: exchange.pages.texts(account.language), book: registry.book)
        let feed = try CalendarFeed(
            for: Asking(actor), registry, wording, origin: origin, at: exchange.moment)
        var answer = Answer(status: 200, content: .bytes(feed.octets, type: CalendarFeed.type))
        answer.headers[.cacheControl] = "no-store"
        return answer
    }
}

extension CalendarFeed {
    /// Days ahead that a feed shows.
    static let daysAhead = 366
    /// Days back for which a feed shows events: a calendar program forgets what the feed has no more.
    static let daysBehind = 5 * 366

    /// What the post of the one who asks owes and has not done, and the days of events.
    init(
        for asking: Asking, _ registry: Registry, _ wording: Wording, origin: String, at moment: Timestamp
    ) throws {
        let names = ReminderNames(key: try registry.ledger.derivedKey(for: .reminders))
        let today = moment.day
        let request = ObligationRequest(on: today, through: today.adding(days: CalendarFeed.daysAhead))
        // Words of a plan leave the house where plans may.
        let mayTell = registry.policy.reach(of: asking.actor, .export, .plans, for: asking.purpose).grant != nil
        title = wording.texts["calendar.title"]
        let owes = try registry.obligations(request, asking).rows.filter { $0.isOwn && $0.isOpen }.map { owed in
            let kind = wording.owed(owed.kind)
            let state = wording.texts["calendar.states.\(owed.state.rawValue)"]
            return Entry(
                name: names.entry(owed), first: min(owed.earliest ?? owed.latest, owed.latest), last: owed.latest,
                summary: mayTell ? [kind, owed.code].compactMap(\.self).joined(separator: " ") : kind,
                description: [mayTell ? owed.words : nil, state].compactMap(\.self).joined(separator: "\n"),
                address: CalendarFeed.address(of: owed.latest, origin))
        }
        let span = today.adding(days: -CalendarFeed.daysBehind)...request.through
        let event = registry.book.mechanism("calendar-event").map { wording.title($0) } ?? ""
        let events = try registry.eventDays(asking, in: span).map { kept in
            Entry(
                name: names.entry(kept), first: kept.day, last: kept.day,
                summary: mayTell || kept.isPublic ? kept.title : event,
                description: wording.code("recurrences", kept.recurrence.rawValue),
                address: CalendarFeed.address(of: kept.day, origin))
        }
        entries = events + owes
        self.moment = moment
        host = origin.split(separator: "/").last.map { String($0.prefix { $0 != ":" }) } ?? "rapporteur.invalid"
    }

    /// The page of the month that holds a day; nil where the house does not know its address.
    private static func address(of day: CalendarDate, _ origin: String) -> String? {
        origin.isEmpty ? nil : "\(origin)\(CalendarPaths.home)?month=\(CalendarView.name(ofMonthOf: day))"
    }
}

extension Scope {
    /// Of a token that opens one calendar feed, and nothing at the interface: it admits no action.
    static let calendar = Scope(actions: [], mechanisms: [])
}

extension Visit {
    /// A text of the calendar: `calendar.title` for `title`.
    func calendar(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
        exchange.texts.filled("calendar.\(key)", values)
    }
}

/// Addresses of the calendar.
enum CalendarPaths {
    static let home = "\(WorkbenchPaths.home)/calendar"
    /// One's own feeds.
    static let feeds = "/account/calendars"
    static let mail = "/account/mail"
    /// What calendar programs ask for.
    static let anyFeed = "/calendar/{feed}"
    static let ending = ".ics"

    static func feed(_ token: String) -> String { "/calendar/\(token)\(ending)" }
}
