import Intake
import Publication
import Registry
import Vocabulary

/// The board of a plan, for `workbench-plan.mustache`: how its actions stand as a bar and a table, filters, actions.
struct PlanBoardPage: Sendable {
    let title: String
    let bar: StandingBar
    let filtersTitle: String
    let groups: [DeskFilter]
    let isFiltered: Bool
    let allHref: String
    let all: String
    let desk: DeskPage

    /// - Parameter rollUp: How far plans below carry it out; nil where there is none.
    init(_ view: PlanView, _ rollUp: PlanRollUp?, _ visit: Visit) {
        title = view.stand.title
        let texts = visit.wording.texts
        let day = texts.day(view.stand.day)
        let lines = view.lines()
        bar = StandingBar(
            visit.plans(
                "bar", ["count": texts.number(lines.count), "all": texts.number(view.stand.lines.count), "day": day]),
            PlanStand.Standing.allCases.map { standing in
                (standing.rawValue, lines.count { $0.standing == standing }, PlanBoardPage.name(standing, visit))
            }, texts)
        (filtersTitle, groups) = (visit.plans("filter.title"), PlanBoardPage.groups(view, visit))
        (isFiltered, all) = (!view.chosen.isEmpty, visit.plans("filter.none"))
        allHref = view.plainHref
        desk = DeskPage(
            lead: visit.plans("as-of", ["day": day]),
            actions: (visit.mayPrintPlans ? [.init(text: visit.plans("table"), href: view.tableHref)] : [])
                + [.init(text: visit.plans("changes.title"), href: view.changesHref)],
            sections: [PlanBoardPage.counts(view, visit)] + (rollUp.map { [DeskSection(rollUp: $0, visit)] } ?? [])
                + [PlanBoardPage.actions(view, lines, visit)], visit.exchange)
    }

    private static func name(_ standing: PlanStand.Standing, _ visit: Visit) -> String {
        visit.plans("standing.\(standing.rawValue)")
    }

    static func badge(_ standing: PlanStand.Standing, _ visit: Visit) -> DeskPage.Badge {
        let tone: DeskPage.Badge.Tone =
            switch standing {
            case .done: .running
            case .late: .late
            case .underWay: .new
            case .silent, .abandoned: .closed
            }
        return DeskPage.Badge(name(standing, visit), tone)
    }

    /// The same figures as the bar, each a filter.
    private static func counts(_ view: PlanView, _ visit: Visit) -> DeskSection {
        let lines = view.lines(leavingOut: .standing)
        return .standings(
            visit.plans("how"), columns: ["standing", "actions", "meaning"].map { visit.plans("columns.\($0)") },
            PlanStand.Standing.allCases.map { standing in
                (
                    name(standing, visit), view.href(.standing, standing.rawValue),
                    lines.count { $0.standing == standing }, visit.plans("meaning.\(standing.rawValue)")
                )
            }, visit.wording.texts)
    }

    private static func groups(_ view: PlanView, _ visit: Visit) -> [DeskFilter] {
        [PlanView.Filter.chapter, .party, .due, .pillar, .gender, .child, .rights].compactMap { filter in
            let counts = view.counts(of: filter)
            let options = options(filter, view, visit).map { value, text in (value, text, counts[value] ?? 0) }
            return DeskFilter(
                visit.plans("filter.\(filter.rawValue)"), chosen: view.chosen[filter], options,
                remove: visit.plans("filter.chosen"), visit.wording.texts
            ) { view.href(filter, $0) }
        }
    }

    private static func options(
        _ filter: PlanView.Filter, _ view: PlanView, _ visit: Visit
    ) -> [(value: String, text: String)] {
        switch filter {
        case .chapter: view.stand.chapters.map { (String($0.number), "\($0.number). \($0.title)") }
        case .party: Set(view.stand.lines.flatMap(\.parties)).sorted().map { ($0, $0) }
        case .due: PlanView.Due.allCases.map { ($0.rawValue, visit.plans("due.\($0.rawValue)")) }
        case .pillar:
            Set(view.stand.lines.flatMap(\.pillars)).sorted().map { ($0, visit.wording.code("plan-pillars", $0)) }
        case .gender, .child, .rights: (0...2).map { (String($0), visit.overviews("words.marker-\($0)")) }
        case .standing: []
        }
    }

    private static func actions(_ view: PlanView, _ lines: [PlanStand.Line], _ visit: Visit) -> DeskSection {
        let texts = visit.wording.texts
        let stretch = DeskStretch(visit.exchange)
        let rows = stretch.rows(of: lines).map { row($0, visit) }
        let links = stretch.next(of: lines.count, visit.plans("next"), view.href())
        let columns = ["action", "timetable", "responsible", "standing", "state-of-play"]
            .map { visit.plans("columns.\($0)") }
        let caption = visit.plans(
            "actions-caption", ["count": texts.number(rows.count), "all": texts.number(lines.count)])
        return DeskSection(
            "actions", visit.plans("actions"), note: rows.isEmpty ? visit.plans("no-action") : "",
            tables: rows.isEmpty ? [] : [DeskTable(caption, columns: columns, rows: rows)], links: links)
    }

    private static func row(_ line: PlanStand.Line, _ visit: Visit) -> [DeskTable.Value] {
        let texts = visit.wording.texts
        let latest = line.deadline?.latest.map { visit.plans("latest", ["day": texts.day($0)]) } ?? ""
        let slipped = line.slippage.map { visit.plans("slipped", ["days": texts.number($0)]) } ?? ""
        let heard = line.heardOn.map { visit.plans("heard", ["day": texts.day($0)]) } ?? ""
        return [
            DeskTable.Value("\(line.action.code) \(line.action.text.text)", href: WorkbenchPaths.record(line.record)),
            DeskTable.Value(line.action.timetable.text, small: [latest, slipped]),
            DeskTable.Value(line.action.responsible.text),
            DeskTable.Value("", state: badge(line.standing, visit)),
            DeskTable.Value(line.action.stateOfPlay.text, small: [heard]),
        ]
    }
}
