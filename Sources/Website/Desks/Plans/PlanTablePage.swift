import Access
import Intake
import Publication
import Registry
import Vocabulary

/// The six-column table of a plan, chapter by chapter, for `workbench-plan-table.mustache`: to read and to print.
struct PlanTablePage: Sendable {
    struct Piece: Sendable {
        let text: String
        let isInserted: Bool
        let isPlain: Bool
    }

    struct Cell: Sendable {
        let label: String
        let mark: String
        let pieces: [Piece]
    }

    struct Row: Sendable {
        let cells: [Cell]
    }

    struct Chapter: Sendable {
        let caption: String
        let rows: [Row]
    }

    let title: String
    let styleHref: String
    let lead: String
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
        chapters = view.stand.chapters.map { chapter in
            let rows = chapter.objectives.flatMap { objective in
                objective.lines.enumerated().map { place, line in
                    PlanTablePage.row(line, place == 0 ? objective : nil, columns)
                }
            }
            return Chapter(caption: "\(chapter.number). \(chapter.title)", rows: rows)
        }
    }

    private static func row(
        _ line: PlanStand.Line, _ objective: PlanStand.Objective?, _ columns: [String]
    ) -> Row {
        let action = line.action
        let texts: [(String, MarkedText)] = [
            (objective?.label ?? "", objective?.text ?? .empty), (action.label, action.text), ("", action.timetable),
            ("", action.responsible), ("", action.assessment), ("", action.stateOfPlay),
        ]
        return Row(
            cells: zip(columns, texts).map { column, cell in
                Cell(
                    label: column, mark: cell.0,
                    pieces: cell.1.pieces.map {
                        Piece(text: $0.text, isInserted: $0.isInserted, isPlain: !$0.isInserted)
                    })
            })
    }
}
