import Access
import Mechanisms
import Registry
import Vocabulary

/// The answers of a round on paper, question by question.
struct AnnexPaper {
    private let annex: Consolidation

    init(_ annex: Consolidation) { self.annex = annex }

    private var lead: String {
        let stand = annex.stand
        return "\(stand.lines.count(where: \.hasAnswered)) of \(stand.lines.count) answered by \(stand.day); "
            + "the deadline was \(stand.deadline). Marking: \(Marking.named.rawValue)"
    }

    private var silent: String {
        annex.nonRespondents.isEmpty
            ? "Everybody answered." : "Not answered by: \(annex.nonRespondents.joined(separator: "; "))"
    }

    var text: String {
        let head =
            [annex.stand.title, lead, silent]
            + (annex.late.isEmpty ? [] : ["Answered late: \(annex.late.joined(separator: "; "))"])
        let entries = annex.entries.enumerated().map { place, entry in
            (["", "\(place + 1). \(entry.wording.text)"]
                + entry.answers.map {
                    "  \($0.respondent)\($0.isLate ? " (late)" : ""): \($0.text.replacing("\n", with: "\n    "))"
                }).joined(separator: "\n")
        }
        return (head + entries).joined(separator: "\n")
    }

    var html: String {
        let entries = annex.entries.enumerated().map { place, entry in
            let rows = entry.answers.map { answer in
                "<tr><th scope=\"row\">\(HTML.escaped(answer.respondent))\(answer.isLate ? " (late)" : "")</th>"
                    + "<td dir=\"auto\">\(HTML.escaped(answer.text).replacing("\n", with: "<br>"))</td></tr>"
            }
            return """
                <h2 dir="auto">\(place + 1). \(HTML.escaped(entry.wording.text))</h2>
                <table><caption>Answers to question \(place + 1)</caption><thead><tr><th scope="col">Respondent</th>\
                <th scope="col">Answer</th></tr></thead><tbody>\(rows.joined(separator: "\n"))</tbody></table>
                """
        }
        return """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>\(HTML.escaped(annex.stand.title))</title><style>\(AnnexPaper.style)</style></head><body>
            <main><h1>\(HTML.escaped(annex.stand.title))</h1>
            <p>\(HTML.escaped(lead))</p><p>\(HTML.escaped(silent))</p>
            \(entries.joined(separator: "\n"))
            </main></body></html>
            """
    }

    private static let style = """
        :root{color-scheme:light dark}body{font:1rem/1.4 sans-serif;margin:1rem}main{max-width:60rem}
        table{border-collapse:collapse;width:100%}caption{text-align:start;padding:.3rem 0}
        th,td{border:1px solid;padding:.3rem;text-align:start;vertical-align:top}
        @media print{tr{break-inside:avoid}thead{display:table-header-group}}
        """
}
