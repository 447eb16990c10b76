import Access
import Mechanisms
import Publication
import Registry
import Vocabulary

/// A page of the desk, for `workbench-contacts.mustache`: a moment to choose, filters, and what every desk's page has.
struct ContactsPage: Sendable {
    /// By whose clock, and when.
    struct Controls: Sendable {
        struct Hidden: Sendable {
            let name: String
            let value: String
        }

        struct Zone: Sendable {
            let zone: String
            let text: String
            let isChosen: Bool
        }

        let action: String
        let hidden: [Hidden]
        let atLabel: String
        let at: String
        let zoneLabel: String
        let zones: [Zone]
        let go: String
    }

    struct Filters: Sendable {
        let filtersTitle: String
        let groups: [DeskFilter]
        let isFiltered: Bool
        let allHref: String
        let all: String
    }

    let title: String
    let paper: [String]
    let controls: [Controls]
    let filters: [Filters]
    let desk: DeskPage

    /// Who answers at a moment, and the hours of everybody.
    init(_ view: ContactsView, _ visit: Visit) {
        title = visit.contacts("title")
        let words = ContactWords(view.book, by: view.clock, visit)
        paper = visit.mayPrintContacts ? [ContactsPage.style(visit)] : []
        controls = [ContactsPage.controls(view, visit)]
        filters = [
            Filters(
                filtersTitle: visit.plans("filter.title"), groups: ContactsPage.groups(view, visit),
                isFiltered: !view.chosen.isEmpty, allHref: view.plainHref, all: visit.contacts("every"))
        ]
        desk = DeskPage(
            lead: visit.contacts(
                "lead", ["moment": words.moment(view.moment), "zone": words.isolated(view.clock.name)]),
            actions: ContactsPage.actions(visit),
            sections: [
                view.chain.map { words.answers($0) } ?? words.standing(view.entries(), at: view.moment),
                words.hours(at: view.moment), words.holidays(from: view.moment.day), words.procedures(),
                words.manual(view.issues, changed: view.changed, canPrint: visit.mayPrintContacts),
                words.lists(view.lists, canPrint: visit.mayPrintContacts),
            ], visit.exchange)
    }

    /// The manual as a paper: the hours of everybody, holidays and procedures, under the number of its issue.
    init(manual book: ContactBook, _ issue: ContactBook.Issue?, _ visit: Visit) {
        let words = ContactWords(book, by: .universal, visit)
        let texts = visit.wording.texts
        title =
            issue.map { visit.contacts("manual.title", ["number": words.isolated($0.number)]) }
            ?? visit.contacts("manual.title-now")
        paper = [ContactsPage.style(visit)]
        (controls, filters) = ([], [])
        desk = DeskPage(
            lead: issue.map {
                visit.contacts(
                    "manual.lead", ["day": texts.day($0.day), "organisation": words.isolated($0.organisation)])
            } ?? visit.contacts("manual.lead-now", ["day": texts.day(book.day)]),
            sections: [
                words.hours(
                    at: issue.map { LocalClock.universal.moments(of: $0.day, minute: 0).first }
                        ?? visit.exchange.moment),
                words.holidays(from: book.day), words.procedures(),
            ], visit.exchange)
    }

    /// To whom something goes, as a paper.
    init(_ list: CirculationList, _ visit: Visit) {
        let words = ContactWords(of: visit)
        title = words.name(list.head.title)
        paper = [ContactsPage.style(visit)]
        (controls, filters) = ([], [])
        desk = DeskPage(
            lead: visit.contacts("lists.lead", ["day": visit.wording.texts.day(list.head.day)]),
            sections: [words.members(list)], visit.exchange)
    }

    private static func style(_ visit: Visit) -> String {
        WorkbenchPaths.paperStyle(Access.Marking.professionals.rawValue, visit.wording.texts.language)
    }

    private static func controls(_ view: ContactsView, _ visit: Visit) -> Controls {
        let zones = Set(view.book.entries.map(\.contact.clock.name)).union([view.clock.name, LocalClock.universal.name])
        let (day, time) = view.clock.reading(at: view.moment)
        return Controls(
            action: ContactsPaths.home,
            hidden: ContactsView.Filter.allCases.compactMap { filter in
                view.chosen[filter].map { .init(name: filter.rawValue, value: $0) }
            }, atLabel: visit.contacts("at"), at: "\(day)T\(time)", zoneLabel: visit.contacts("zone"),
            zones: zones.sorted().map { .init(zone: $0, text: $0, isChosen: $0 == view.clock.name) },
            go: visit.contacts("show"))
    }

    private static func groups(_ view: ContactsView, _ visit: Visit) -> [DeskFilter] {
        let lists: [ContactsView.Filter: String] = [
            .state: "countries", .task: "contact-tasks", .language: "languages",
        ]
        return ContactsView.Filter.allCases.compactMap { filter in
            guard let list = lists[filter] else { return nil }
            var counts: [String: Int] = [:]
            for entry in view.entries(leavingOut: filter) {
                for value in view.values(filter, of: entry) { counts[value, default: 0] += 1 }
            }
            let values = Set(counts.keys).union([view.chosen[filter]].compactMap(\.self))
            let options = visit.wording.texts.alphabetical(values.sorted(), of: list).map {
                (value: $0, text: visit.wording.code(list, $0), count: counts[$0] ?? 0)
            }
            return DeskFilter(
                visit.contacts("filter.\(filter.rawValue)"), chosen: view.chosen[filter], options,
                remove: visit.plans("filter.chosen"), visit.wording.texts
            ) { view.href(filter, $0) }
        }
    }

    private static func actions(_ visit: Visit) -> [DeskPage.Action] {
        let skills = DeskPage.Action(text: visit.contacts("skills.title"), href: ContactsPaths.skills)
        return (visit.mayOpen("cooperation-request") ? [skills] : [])
            + ["contact-point", "contact-test", "contact-manual", "circulation-list"].compactMap { name in
                visit.mayOpen(name)
                    ? DeskPage.Action(text: visit.contacts("new.\(name)"), href: WorkbenchPaths.new(name)) : nil
            }
    }
}
