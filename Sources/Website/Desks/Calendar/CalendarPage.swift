import Access
import Mechanisms
import Publication
import Registry
import Vocabulary

/// A month of what is owed, for `workbench-calendar.mustache`: what is late from before, the month, what is silent.
struct CalendarPage: Sendable {
    struct Month: Sendable {
        let href: String
        let text: String
        let isCurrent: Bool
    }

    let title: String
    let monthsTitle: String
    let months: [Month]
    let filtersTitle: String
    let groups: [DeskFilter]
    let isFiltered: Bool
    let allHref: String
    let all: String
    let desk: DeskPage
    /// Of the names that it shows.
    let marking: Access.Marking?

    /// Rows of a part.
    private static let mostRows = 100

    init(_ view: CalendarView, _ visit: Visit) throws {
        let texts = visit.wording.texts
        title = visit.calendar("title-month", ["month": texts.period(view.month)])
        monthsTitle = visit.calendar("months")
        months = [view.month.previous, view.month, view.month.next].map {
            Month(href: view.href(month: $0), text: texts.period($0), isCurrent: $0 == view.month)
        }
        (filtersTitle, groups) = (visit.calendar("filter.title"), CalendarPage.groups(view, visit))
        (isFiltered, allHref, all) = (!view.chosen.isEmpty, view.plainHref, visit.calendar("filter.none"))
        let rows = view.rows()
        let parts = [
            ("late", view.lateBefore(rows)), ("month", view.inMonth(rows)), ("silent", view.silent(rows)),
        ]
        let shown = parts.flatMap { CalendarPage.stretch($0.0, visit).rows(of: $0.1) }
        let names = try Names(of: shown.flatMap(\.named), visit)
        marking = names.marking
        desk = DeskPage(
            lead: visit.calendar("as-of", ["day": texts.day(view.day)]), notices: CalendarPage.notices(view, visit),
            actions: [.init(text: visit.calendar("feed.title"), href: CalendarPaths.feeds)],
            sections: CalendarPage.events(view, visit)
                + parts.filter { $0.0 == "month" || !$0.1.isEmpty }.map { id, rows in
                    CalendarPage.section(id, rows, view, names, visit)
                }, visit.exchange)
    }

    /// Events of the month, which nobody owes: no filter speaks of them.
    private static func events(_ view: CalendarView, _ visit: Visit) -> [DeskSection] {
        guard !view.events.isEmpty else { return [] }
        let (title, texts) = (visit.calendar("parts.events"), visit.wording.texts)
        let count = texts.number(view.events.count)
        let rows: [[DeskTable.Value]] = view.events.map { event in
            [
                DeskTable.Value(texts.day(event.day)),
                DeskTable.Value(event.title, href: WorkbenchPaths.record(event.record)),
                DeskTable.Value(visit.wording.code("recurrences", event.recurrence.rawValue)),
            ]
        }
        let caption = visit.calendar("caption", ["part": title, "count": count, "all": count])
        let columns = ["on", "what", "recurs"].map { visit.calendar("columns.\($0)") }
        let year = "\(OverviewsPaths.page(.events))?as-of=\(view.month.start)"
        return [
            DeskSection(
                "events", title, tables: [DeskTable(caption, columns: columns, rows: rows)],
                links: [.init(text: visit.calendar("events-of-year"), href: year)])
        ]
    }

    private static func notices(_ view: CalendarView, _ visit: Visit) -> [DeskPage.Notice] {
        var notices: [DeskPage.Notice] = []
        if view.obligations.leavesOutRecords { notices.append(.init(visit.calendar("past"), .careful)) }
        if view.obligations.isCut { notices.append(.init(visit.calendar("cut"), .careful)) }
        return notices
    }

    private static func groups(_ view: CalendarView, _ visit: Visit) -> [DeskFilter] {
        CalendarView.Filter.allCases.compactMap { filter in
            let counts = view.counts(of: filter)
            let options = options(filter, view, visit).map { value, text in (value, text, counts[value] ?? 0) }
            return DeskFilter(
                visit.calendar("filter.\(filter.rawValue)"), chosen: view.chosen[filter], options,
                remove: visit.calendar("filter.chosen"), visit.wording.texts
            ) { view.href(filter, $0) }
        }
    }

    private static func options(
        _ filter: CalendarView.Filter, _ view: CalendarView, _ visit: Visit
    ) -> [(value: String, text: String)] {
        switch filter {
        case .whose: CalendarView.Whose.allCases.map { ($0.rawValue, visit.calendar("whose.\($0.rawValue)")) }
        case .kind: Set(view.obligations.rows.map(\.kind)).sorted().map { ($0, visit.wording.owed($0)) }
        case .state: Obligation.State.allCases.map { ($0.rawValue, visit.calendar("states.\($0.rawValue)")) }
        }
    }

    private static func section(
        _ id: String, _ rows: [Obligation], _ view: CalendarView, _ names: Names, _ visit: Visit
    ) -> DeskSection {
        let title = visit.calendar("parts.\(id)")
        if rows.isEmpty { return DeskSection(id, title, note: visit.calendar("nothing")) }
        let stretch = stretch(id, visit)
        let shown = stretch.rows(of: rows)
        let texts = visit.wording.texts
        let caption = visit.calendar(
            "caption", ["part": title, "count": texts.number(shown.count), "all": texts.number(rows.count)])
        let columns = ["what", "who", "by", "state"].map { visit.calendar("columns.\($0)") }
        return DeskSection(
            id, title,
            tables: [DeskTable(caption, columns: columns, rows: shown.map { row($0, on: view.day, names, visit) })],
            links: stretch.next(of: rows.count, visit.calendar("next"), view.href(month: view.month)))
    }

    /// Each part is turned over by itself.
    private static func stretch(_ id: String, _ visit: Visit) -> DeskStretch {
        DeskStretch(visit.exchange, by: "from-\(id)", most: mostRows)
    }

    private static func row(
        _ obligation: Obligation, on day: CalendarDate, _ names: Names, _ visit: Visit
    ) -> [DeskTable.Value] {
        let wording = visit.wording
        let name = names[obligation.record]
        let kind = wording.owed(obligation.kind)
        let field = visit.book.mechanism(obligation.kind).flatMap { mechanism in
            mechanism.dues.count > 1 ? wording.field(mechanism, obligation.field) : nil
        }
        let days = [
            obligation.words.map { "“\($0)”" } ?? "", wording.distance(to: obligation.latest, from: day),
        ]
        return [
            DeskTable.Value(
                name ?? kind, href: name == nil ? nil : WorkbenchPaths.record(obligation.record),
                small: [name == nil ? "" : kind, field ?? ""]),
            DeskTable.Value(obligation.debtors.compactMap { $0.said(names) }.joined(separator: ", ")),
            DeskTable.Value(wording.texts.day(obligation.latest), small: days),
            DeskTable.Value("", state: badge(obligation.state, visit)),
        ]
    }

    private static func badge(_ state: Obligation.State, _ visit: Visit) -> DeskPage.Badge {
        let tone: DeskPage.Badge.Tone =
            switch state {
            case .toCome: .new
            case .due: .running
            case .late: .late
            case .done, .silent: .closed
            }
        return DeskPage.Badge(visit.calendar("states.\(state.rawValue)"), tone)
    }
}

extension Obligation {
    /// Records whose names stand in its row.
    fileprivate var named: [RecordID] { [record] + debtors.flatMap { [$0.post, $0.organisation].compactMap(\.self) } }
}

extension Obligation.Debtor {
    /// As the plan has it, else the post or the body by its name.
    fileprivate func said(_ names: Names) -> String? {
        name ?? post.flatMap { names[$0] } ?? organisation.flatMap { names[$0] }
    }
}
