import Access
import Intake
import Publication
import Registry
import Vocabulary

/// The six-column table of a plan, chapter by chapter, for `workbench-plan-table.mustache`: to read and to print.
struct PlanTablePage: Sendable {
    struct Chapter: Sendable {
        let caption: String
        /// As markup, since a template took a second for 5,000 rows of six cells (decision 0262).
        let rows: String
    }

    let title: String
    let styleHref: String
    let lead: String
    /// How many of the actions it has; none where it has all of them.
    let part: [String]
    let links: [DeskPage.Link]
    let hasLinks: Bool
    let columns: [String]
    let chapters: [Chapter]

    init(_ view: PlanView, _ visit: Visit) {
        title = view.stand.title
        styleHref = WorkbenchPaths.paperStyle(Access.Marking.professionals.rawValue, visit.wording.texts.language)
        lead = visit.plans(
            "table-lead",
            ["reference": view.stand.reference ?? "–", "day": visit.wording.texts.day(view.stand.day)])
        let columns = ["objective", "action", "timetable", "responsible", "assessment", "state-of-play"]
            .map { visit.plans("columns.\($0)") }
        self.columns = columns
        let (all, stretch) = (view.stand.lines, DeskStretch(visit.exchange))
        let shown = visit.exchange.query["whole"] == nil ? Array(stretch.rows(of: all)) : all
        let (isCut, records) = (shown.count < all.count, Set(shown.map(\.record)))
        let texts = visit.wording.texts
        part =
            isCut
            ? [
                visit.plans(
                    "actions-caption", ["count": texts.number(shown.count), "all": texts.number(all.count)])
            ] : []
        links =
            isCut
            ? [.init(text: visit.plans("whole"), href: view.wholeTableHref)]
                + stretch.next(of: all.count, visit.plans("next"), view.tableHref) : []
        hasLinks = !links.isEmpty
        chapters = view.stand.chapters.compactMap { chapter in
            let rows = chapter.objectives.flatMap { objective in
                objective.lines.filter { records.contains($0.record) }.enumerated().map { place, line in
                    PlanTablePage.row(line, place == 0 ? objective : nil, columns)
                }
            }
            return rows.isEmpty && isCut
                ? nil : Chapter(caption: "\(chapter.number). \(chapter.title)", rows: rows.joined())
        }
    }

    private static func row(
        _ line: PlanStand.Line, _ objective: PlanStand.Objective?, _ columns: [String]
    ) -> String {
        let action = line.action
        let texts: [(String, MarkedText)] = [
            (objective?.label ?? "", objective?.text ?? .empty), (action.label, action.text), ("", action.timetable),
            ("", action.responsible), ("", action.assessment), ("", action.stateOfPlay),
        ]
        // Where rows are cards, an objective that stands above has no line of its own.
        let labels = objective == nil ? [""] + columns.dropFirst() : columns
        let cells = zip(labels, texts).map { label, cell in
            let pieces = cell.1.pieces.map { piece in
                let text = Markup.escaped(piece.text)
                return piece.isInserted ? "<ins>\(text)</ins>" : text
            }
            let text = "\(Markup.escaped(cell.0)) \(pieces.joined())"
            return "<td data-label=\"\(Markup.escaped(label))\"><span dir=\"auto\">\(text)</span></td>"
        }
        return "<tr>\(cells.joined())</tr>\n"
    }
}
