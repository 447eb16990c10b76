import Mechanisms
import Publication
import Registry
import Vocabulary

/// An overview with the day to choose, for `workbench-treaties.mustache`, as the page of treaties.
struct OverviewPage: Sendable {
    let paper: [String]
    let dayAction: String
    let dayLabel: String
    let day: String
    let dayGo: String
    let bars: [StandingBar]
    let desk: DeskPage

    /// Rows on a page; the file has all of them.
    static let mostRows = 500

    init(_ view: OverviewView, _ visit: Visit) {
        let key = view.overview.rawValue
        paper =
            visit.mayPrintPlans
            ? [WorkbenchPaths.paperStyle("professionals", visit.wording.texts.language)] : []
        (dayLabel, dayGo) = (visit.overviews("day"), visit.overviews("show"))
        (dayAction, day) = (OverviewsPaths.page(view.overview), view.day.description)
        bars = []
        let texts = visit.wording.texts
        let rows = view.table.rows.prefix(OverviewPage.mostRows).map { $0.map { OverviewPage.value($0, visit) } }
        let caption = visit.overviews(
            "caption",
            [
                "title": visit.overviews("\(key).title"), "day": texts.day(view.day),
                "count": texts.number(rows.count), "all": texts.number(view.table.rows.count),
            ])
        let columns = view.table.columns.map { OverviewPage.name($0, visit) }
        let links =
            visit.mayPrintPlans && !rows.isEmpty
            ? [DeskPage.Link(text: visit.overviews("file"), href: view.href(OverviewsPaths.file(view.overview)))] : []
        desk = DeskPage(
            lead: visit.overviews("\(key).lead"), actions: OverviewPage.actions(view.overview, visit),
            sections: [
                DeskSection(
                    "rows", visit.overviews("answer"), note: visit.overviews(rows.isEmpty ? "none" : "empty-cells"),
                    tables: rows.isEmpty ? [] : [DeskTable(caption, columns: columns, rows: Array(rows))],
                    drawings: view.overview == .maturity ? LevelDrawings.drawings(of: view.table, visit) : [],
                    links: links)
            ], visit.exchange)
    }

    private static func name(_ column: OverviewTable.Column, _ visit: Visit) -> String {
        switch column {
        case .named(let key): visit.overviews("columns.\(key)")
        case .code(let code, let list): visit.wording.code(list, code)
        }
    }

    private static func value(_ cell: OverviewCell, _ visit: Visit) -> DeskTable.Value {
        let (wording, texts) = (visit.wording, visit.wording.texts)
        let href = cell.record.map(WorkbenchPaths.record)
        let text: String
        switch cell.value {
        case .empty: text = cell.notes.isEmpty ? "–" : ""
        case .text(let plain): text = plain
        case .code(let code, let list): text = wording.code(list, code)
        case .codes(let codes, let list): text = texts.list(codes.map { wording.code(list, $0) })
        case .period(let period): text = texts.period(period)
        case .number(let number): text = texts.number(number)
        case .state(let state, let mechanism):
            text = visit.book.mechanism(mechanism).map { wording.state($0, state) } ?? state
        case .word(let key, let isFlag):
            let word = visit.overviews("words.\(key)")
            guard isFlag else {
                text = word
                break
            }
            return DeskTable.Value("", state: DeskPage.Badge(word, .late), small: cell.notes)
        }
        return DeskTable.Value(text, href: href, small: cell.notes)
    }

    /// The record that is entered most for it, for whoever may.
    private static func actions(_ overview: Overview, _ visit: Visit) -> [DeskPage.Action] {
        let mechanism: String? =
            switch overview {
            case .priorityRoutes, .priorityLists: "route-priority"
            case .laws, .lawChanges: "law"
            case .lawFeatures: "law-feature"
            case .concordance: "transposition-assessment"
            case .agreements, .clauses, .partners: "agreement"
            case .sources: "data-source"
            case .planCuts, .maturity, .developmentTargets: nil
            case .informalCooperation: "contact-note"
            case .contributions: "intelligence-contribution"
            case .bodies: "coordination-body"
            case .meetings: "meeting"
            case .tasks: "coordination-task"
            case .offices: "office"
            case .evaluations: "evaluation"
            case .compliance: "compliance-record"
            case .practices: "good-practice"
            case .glossary: "glossary-term"
            case .events: "calendar-event"
            case .mediaContacts: "contact-point"
            case .pressReleases: "press-release"
            case .manuals: "manual"
            case .amendments: "amendment-proposal"
            case .manualCitations: "national-procedure"
            }
        guard let mechanism, visit.mayOpen(mechanism), let declared = visit.book.mechanism(mechanism) else { return [] }
        let title = visit.wording.title(declared)
        return [
            .init(text: visit.overviews("enter", ["title": title]), href: WorkbenchPaths.new(mechanism))
        ]
    }
}
