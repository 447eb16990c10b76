import Publication
import Registry
import Vocabulary

/// The tracker of recommendations: a bar, filters, the list; for `workbench-plan.mustache`, as the board of a plan.
struct RecommendationsPage: Sendable {
    let bar: StandingBar
    let filtersTitle: String
    let groups: [DeskFilter]
    let isFiltered: Bool
    let allHref: String
    let all: String
    let desk: DeskPage

    init(_ view: RecommendationsView, _ visit: Visit) {
        let texts = visit.wording.texts
        let lines = view.lines()
        bar = StandingBar(
            visit.recommendations(
                "bar", ["count": texts.number(lines.count), "all": texts.number(view.known.lines.count)]),
            RecommendationRegister.Standing.allCases.map { standing in
                let name = RecommendationsPage.name(standing, visit)
                return (RecommendationsPage.style(standing), lines.count { $0.standing == standing }, name)
            }, texts)
        (filtersTitle, groups) = (visit.plans("filter.title"), RecommendationsPage.groups(view, visit))
        (isFiltered, all) = (!view.chosen.isEmpty, visit.recommendations("every"))
        allHref = RecommendationsView.home
        let actions: [DeskPage.Action] =
            visit.mayOpen("recommendation")
            ? [.init(text: visit.recommendations("new"), href: WorkbenchPaths.new("recommendation"))] : []
        desk = DeskPage(
            lead: visit.recommendations("lead"), actions: actions,
            sections: [RecommendationsPage.counts(view, visit), RecommendationsPage.list(view, lines, visit)],
            visit.exchange)
    }

    /// The look that it shares with the board of plans.
    private static func style(_ standing: RecommendationRegister.Standing) -> String {
        switch standing {
        case .silent: "silent"
        case .not: "late"
        case .partly: "abandoned"
        case .answered: "done"
        }
    }

    private static func name(_ standing: RecommendationRegister.Standing, _ visit: Visit) -> String {
        visit.recommendations("standing.\(standing.rawValue)")
    }

    private static func badge(_ standing: RecommendationRegister.Standing, _ visit: Visit) -> DeskPage.Badge {
        let tone: DeskPage.Badge.Tone =
            switch standing {
            case .silent: .closed
            case .not: .late
            case .partly: .new
            case .answered: .running
            }
        return DeskPage.Badge(name(standing, visit), tone)
    }

    /// The same figures as the bar, each a filter.
    private static func counts(_ view: RecommendationsView, _ visit: Visit) -> DeskSection {
        let lines = view.lines(leavingOut: .standing)
        return .standings(
            visit.recommendations("how"),
            columns: ["standing", "count", "meaning"].map { visit.recommendations("columns.\($0)") },
            RecommendationRegister.Standing.allCases.map { standing in
                (
                    name(standing, visit), view.href(.standing, standing.rawValue),
                    lines.count { $0.standing == standing }, visit.recommendations("meaning.\(standing.rawValue)")
                )
            }, visit.wording.texts)
    }

    private static func groups(_ view: RecommendationsView, _ visit: Visit) -> [DeskFilter] {
        [RecommendationsView.Filter.body, .cycle, .addressee].compactMap { filter in
            let lines = view.lines(leavingOut: filter)
            let counts = Dictionary(grouping: lines) { view.value(filter, of: $0) }.mapValues(\.count)
            let values = Set(counts.keys).union([view.chosen[filter]].compactMap(\.self)).filter { !$0.isEmpty }
            let options = values.map { (value: $0, text: text($0, of: filter, view), count: counts[$0] ?? 0) }
            return DeskFilter(
                visit.recommendations("filter.\(filter.rawValue)"), chosen: view.chosen[filter],
                options.sorted { $0.text < $1.text }, remove: visit.plans("filter.chosen"), visit.wording.texts
            ) { view.href(filter, $0) }
        }
    }

    private static func text(
        _ value: String, of filter: RecommendationsView.Filter, _ view: RecommendationsView
    ) -> String {
        guard filter == .cycle else { return value }
        return view.known.cycles.first { $0.record.description == value }?.name ?? value
    }

    private static func list(
        _ view: RecommendationsView, _ lines: [RecommendationRegister.Line], _ visit: Visit
    ) -> DeskSection {
        let texts = visit.wording.texts
        let names = Dictionary(view.known.lines.map { ($0.record, $0) }, uniquingKeysWith: { first, _ in first })
        let stretch = DeskStretch(visit.exchange)
        let rows = stretch.rows(of: lines).map { row($0, names, view, visit) }
        let links = stretch.next(of: lines.count, visit.recommendations("next"), view.href())
        let columns = ["recommendation", "addressee", "standing", "response", "actions"]
            .map { visit.recommendations("columns.\($0)") }
        let caption = visit.recommendations(
            "caption", ["count": texts.number(rows.count), "all": texts.number(lines.count)])
        return DeskSection(
            "recommendations", visit.recommendations("title"),
            note: rows.isEmpty ? visit.recommendations(view.known.lines.isEmpty ? "none" : "no-match") : "",
            tables: rows.isEmpty ? [] : [DeskTable(caption, columns: columns, rows: rows)], links: links)
    }

    private static func row(
        _ line: RecommendationRegister.Line, _ known: [RecordID: RecommendationRegister.Line],
        _ view: RecommendationsView, _ visit: Visit
    ) -> [DeskTable.Value] {
        let texts = visit.wording.texts
        let cycle = view.known.cycle(of: line)
        let latest = line.latest.map { visit.recommendations("latest", ["day": texts.day($0)]) } ?? ""
        let related = line.relatives.compactMap { relative -> String? in
            guard let other = known[relative.record] else { return nil }
            let name = [view.known.cycle(of: other)?.name ?? "", other.number].joined(separator: " ")
            return "\(visit.wording.code("recommendation-relations", relative.kind)): \(name)"
        }
        return [
            DeskTable.Value(
                line.number.isEmpty ? line.text : "\(line.number). \(line.text)",
                href: WorkbenchPaths.record(line.record), small: [cycle.map { "\($0.body), \($0.name)" } ?? ""]),
            DeskTable.Value(line.addressee.isEmpty ? "–" : line.addressee, small: [latest]),
            DeskTable.Value(
                "", state: badge(line.standing, visit),
                small: [line.assessment.map { visit.wording.code("follow-up-assessments", $0) } ?? ""]),
            DeskTable.Value(
                line.acceptance.map { visit.wording.code("acceptances", $0) } ?? "–", small: [line.response ?? ""]),
            DeskTable.Value(
                line.actions.isEmpty && related.isEmpty ? "–" : "",
                small: line.actions.map { "\($0.code) \($0.text)" } + related),
        ]
    }
}
