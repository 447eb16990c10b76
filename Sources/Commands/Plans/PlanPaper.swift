import Access
import Intake
import Registry
import Vocabulary

/// A plan's six-column table as a page to print: chapters as headings, inserted passages underlined.
struct PlanPaper {
    let stand: PlanStand

    init(_ stand: PlanStand) { self.stand = stand }

    var html: String {
        let head = PlanTable.Column.allCases.map { "<th scope=\"col\">\(HTML.escaped($0.rawValue))</th>" }.joined()
        let chapters = stand.chapters.map { chapter in
            let title = HTML.escaped("\(chapter.number). \(chapter.title)")
            let rows = chapter.objectives.flatMap { objective in
                objective.lines.enumerated().map { place, line in row(line, place == 0 ? objective : nil) }
            }
            return """
                <h2>\(title)</h2>
                <table><caption>\(title), as of \(stand.day)</caption><thead><tr>\(head)</tr></thead><tbody>
                \(rows.joined(separator: "\n"))
                </tbody></table>
                """
        }
        return """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>\(HTML.escaped(stand.title))</title><style>\(PlanPaper.style)</style></head><body>
            <main><h1>\(HTML.escaped(stand.title))</h1>
            <p>\(stand.reference.map { HTML.escaped($0) + ". " } ?? "")As of \(stand.day). Marking: \(Marking.professionals.rawValue).
            Underlined passages were inserted when the plan was revised.</p>
            \(chapters.joined(separator: "\n"))
            </main></body></html>
            """
    }

    private func row(_ line: PlanStand.Line, _ objective: PlanStand.Objective?) -> String {
        let cells =
            [objective.map { PlanPaper.cell($0.label, $0.text) } ?? ""]
            + [PlanPaper.cell(line.action.label, line.action.text)]
            + PlanTable.Column.allCases.dropFirst(2).map { PlanPaper.cell("", line.action[$0]) }
        return "<tr>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>"
    }

    private static func cell(_ label: String, _ text: MarkedText) -> String {
        let body = text.pieces.map { piece in
            piece.isInserted ? "<ins>\(HTML.escaped(piece.text))</ins>" : HTML.escaped(piece.text)
        }.joined()
        return label.isEmpty ? body : "\(HTML.escaped(label)) \(body)"
    }

    private static let style = """
        :root{color-scheme:light dark}body{font:1rem/1.4 sans-serif;margin:1rem}main{overflow-x:auto}
        table{border-collapse:collapse;width:100%}caption{text-align:start;padding:.3rem 0}
        th,td{border:1px solid;padding:.3rem;text-align:start;vertical-align:top}
        @media print{@page{size:A4 landscape}body{font-size:8pt}tr{break-inside:avoid}thead{display:table-header-group}}
        """
}
