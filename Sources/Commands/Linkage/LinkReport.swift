import Foundation
import Linkage
import Publication

/// The page that says what a run found, for somebody who did not run it. It names rows, never persons.
struct LinkReport {
    let output: LinkOutput
    let language: String

    func write(to place: String) throws {
        let resources = try Resources.find()
        let known = try resources.files(in: "languages", ending: "yaml").map { String($0.dropLast(5)) }
        guard known.contains(language) else {
            throw CommandFailure.unknownName(kind: "language", name: language, known: known)
        }
        let texts = try Texts(language: language, yaml: resources.text("languages/\(language).yaml"))
        try LinkOutput.write(page(texts), to: place)
    }

    func page(_ texts: Texts) -> String {
        let chart = LinkChart(texts: texts)
        let summary = output.result.summary
        let body = [
            HTML.element("h1", texts["linkage.title"]), lead(texts), cautions(texts),
            HTML.element("h2", texts["linkage.curve.title"]),
            HTML.element("p", texts["linkage.curve.words"]),
            chart.thresholds(summary.curve, chosen: summary.threshold), curve(texts),
            HTML.element("h2", texts["linkage.fields.title"]), HTML.element("p", texts["linkage.fields.words"]),
            summary.fields.map { field($0, texts) }.joined(separator: "\n"),
            HTML.element("h2", texts["linkage.pair.title"]), HTML.element("p", texts["linkage.pair.words"]),
            output.result.doubtful.prefix(12).map { pair($0, texts, chart) }.joined(separator: "\n"),
            HTML.element("h2", texts["linkage.limits.title"]), HTML.element("p", texts["linkage.limits.words"]),
        ].joined(separator: "\n")
        return """
            <!doctype html>
            <html lang="\(texts.language)" dir="\(texts.direction)"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(HTML.escaped(texts["linkage.title"]))</title><style>\(LinkReport.style)</style></head>
            <body><main>
            \(body)
            </main></body></html>

            """
    }

    private func lead(_ texts: Texts) -> String {
        let summary = output.result.summary
        return HTML.element(
            "p",
            texts.filled(
                "linkage.lead",
                [
                    "records": String(summary.records), "files": output.records.files.joined(separator: ", "),
                    "persons": String(output.persons), "pairs": String(output.result.pairs.count),
                    "groups": String(output.result.groups.count),
                ]), class: "lead")
            + HTML.element(
                "p",
                texts.filled(
                    "linkage.candidates",
                    [
                        "candidates": String(summary.candidates),
                        "recall": LinkOutput.rounded(100 * summary.recall.share, 1),
                    ]))
    }

    private func cautions(_ texts: Texts) -> String {
        let summary = output.result.summary
        var items: [String] = []
        let bridges = output.result.groups.filter { !$0.weakBridges.isEmpty }
        if !bridges.isEmpty { items.append(texts.filled("linkage.caution.bridges", ["groups": String(bridges.count)])) }
        if summary.restsOnPriors { items.append(texts["linkage.caution.priors"]) }
        for block in summary.cutBlocks.prefix(5) {
            items.append(
                texts.filled("linkage.caution.block", ["records": String(block.records), "rule": block.rule]))
        }
        if output.records.unreadable > 0 {
            items.append(texts.filled("linkage.caution.unreadable", ["rows": String(output.records.unreadable)]))
        }
        if !summary.uniqueSources.isEmpty {
            let files = summary.uniqueSources.sorted().map { output.records.files[$0] }
            items.append(texts.filled("linkage.caution.unique", ["files": files.joined(separator: ", ")]))
        }
        return items.isEmpty ? "" : "<ul>" + items.map { HTML.element("li", $0) }.joined() + "</ul>"
    }

    private func curve(_ texts: Texts) -> String {
        HTML.table(
            texts["linkage.curve.title"],
            ["threshold", "pairs", "precision", "recall"].map { texts["linkage.curve.\($0)"] },
            output.result.summary.curve.map {
                [
                    String($0.threshold), String($0.pairs), LinkOutput.rounded(100 * $0.precision, 1) + " %",
                    LinkOutput.rounded(100 * $0.recall, 1) + " %",
                ]
            })
    }

    private func field(_ field: LinkSummary.FieldWeights, _ texts: Texts) -> String {
        let rows = field.levels.filter { $0.matches >= 0.0005 || $0.others >= 0.0005 }.map { level in
            [
                level.name, LinkOutput.rounded(100 * level.matches, 2) + " %",
                LinkOutput.rounded(100 * level.others, 3) + " %", LinkOutput.rounded(level.bits, 1),
            ]
        }
        let learnt =
            field.confusions.isEmpty
            ? ""
            : HTML.element(
                "p", texts.filled("linkage.fields.learnt", ["letters": field.confusions.joined(separator: ", ")]))
        return HTML.table(
            texts.filled(
                "linkage.fields.caption",
                [
                    "field": field.name, "role": field.role.rawValue,
                    "missing": LinkOutput.rounded(100 * field.missing, 1),
                ]), ["level", "matches", "others", "bits"].map { texts["linkage.fields.\($0)"] }, rows) + learnt
    }

    private func pair(_ pair: PairExplanation, _ texts: Texts, _ chart: LinkChart) -> String {
        let names = [pair.first, pair.second].map { record in
            "\(output.records.files[output.records.source(of: record)]):\(output.records.rows[record])"
        }
        let caption = texts.filled(
            "linkage.pair.caption",
            ["first": names[0], "second": names[1], "probability": LinkOutput.rounded(100 * pair.probability, 0)])
        return "<figure><figcaption>\(HTML.escaped(caption))</figcaption>\(chart.waterfall(pair))</figure>"
    }

    private static let style = """
        :root{color-scheme:light dark;--ink:#1d2327;--paper:#fcfcfa;--line:#d9d9d2;--for:#1b5e83;--against:#b3480f}
        @media(prefers-color-scheme:dark){:root{--ink:#e8eaea;--paper:#14181b;--line:#39434a;--for:#86c5e6;--against:#ffb37a}}
        body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}
        main{max-width:48rem;margin:auto;padding:1rem}.lead{font-size:1.2rem}.scroll{overflow-x:auto}
        table{border-collapse:collapse;margin:1rem 0;width:100%}caption{text-align:start;font-weight:600}
        th,td{border-bottom:1px solid var(--line);padding:.25rem .5rem;text-align:end}th:first-child{text-align:start;font-weight:400}
        svg{max-width:100%;height:auto;font-size:12px;fill:var(--ink)}figure{margin:1.5rem 0}
        .line{fill:none;stroke-width:2}.precision,.for{stroke:var(--for)}.recall,.against{stroke:var(--against);stroke-dasharray:5 3}
        rect.for{fill:var(--for)}rect.against{fill:var(--against);stroke-dasharray:none}
        .grid{stroke:var(--line)}.chosen{stroke:var(--ink);stroke-dasharray:2 3}
        """
}
