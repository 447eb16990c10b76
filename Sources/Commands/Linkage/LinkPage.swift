import Foundation
import Publication

/// The frame of the pages that `rapporteur link` writes: one file that needs nothing else.
enum LinkPage {
    /// - Throws: ``CommandFailure/unknownName(kind:name:known:)`` for a language that there is not.
    static func texts(_ language: String) throws -> Texts {
        let resources = try Resources.find()
        let known = try resources.files(in: "languages", ending: "yaml").map { String($0.dropLast(5)) }
        guard known.contains(language) else {
            throw CommandFailure.unknownName(kind: "language", name: language, known: known)
        }
        return try Texts(language: language, yaml: resources.text("languages/\(language).yaml"))
    }

    static func page(_ texts: Texts, title: String, parts: [String]) -> String {
        """
        <!doctype html>
        <html lang="\(texts.language)" dir="\(texts.direction)"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(HTML.escaped(title))</title><style>\(style)</style></head>
        <body><main>
        \(([HTML.element("h1", title)] + parts).joined(separator: "\n"))
        </main></body></html>

        """
    }

    private static let style = """
        :root{color-scheme:light dark;--ink:#1d2327;--paper:#fcfcfa;--line:#d9d9d2;--for:#1b5e83;--against:#b3480f}
        @media(prefers-color-scheme:dark){:root{--ink:#e8eaea;--paper:#14181b;--line:#39434a;--for:#86c5e6;--against:#ffb37a}}
        body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
        main{max-width:48rem;margin:auto;padding:1rem}.lead{font-size:1.2rem}.scroll{overflow-x:auto}
        table{border-collapse:collapse;margin:1rem 0;width:100%}caption{text-align:start;font-weight:600}
        th,td{border-bottom:1px solid var(--line);padding:.25rem .5rem;text-align:end}th:first-child{text-align:start;font-weight:400}
        svg{max-width:100%;font-size:12px;fill:var(--ink)}svg[viewBox]{height:auto}figure{margin:1.5rem 0}
        .line{fill:none;stroke-width:2}.precision,.for{stroke:var(--for)}.recall,.against{stroke:var(--against);stroke-dasharray:5 3}
        rect.for{fill:var(--for)}rect.against{fill:var(--against);stroke-dasharray:none}
        .chart{display:block;overflow:visible;font-size:14px}.even{stroke:var(--ink);stroke-dasharray:2 3}
        .dot{fill:var(--for);stroke:var(--paper)}.grid{stroke:var(--line)}.chosen{stroke:var(--ink);stroke-dasharray:2 3}
        svg.plot{width:min(100%,30rem)}@media(max-width:40rem){svg.plot{font-size:15px}}@media print{.scroll{overflow:visible}figure,tr{break-inside:avoid}}
        """
}
