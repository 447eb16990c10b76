import Foundation
import Linkage
import Publication

/// The page that says what a run found, for somebody who did not run it. It names rows, never persons.
struct LinkReport {
    let output: LinkOutput
    let language: String

    func write(to place: String) throws {
        try LinkOutput.write(page(LinkPage.texts(language)), to: place)
    }

    func page(_ texts: Texts) -> String {
        let chart = LinkChart(texts: texts)
        let summary = output.result.summary
        return LinkPage.page(
            texts, title: texts["linkage.title"],
            parts: [
                lead(texts), cautions(texts), HTML.element("h2", texts["linkage.curve.title"]),
                HTML.element("p", texts["linkage.curve.words"]),
                chart.thresholds(summary.curve, chosen: summary.threshold),
                LinkReport.curve(summary.curve, texts),
                HTML.element("h2", texts["linkage.fields.title"]), HTML.element("p", texts["linkage.fields.words"]),
                summary.fields.map { field($0, texts) }.joined(separator: "\n"),
                HTML.element("h2", texts["linkage.pair.title"]), HTML.element("p", texts["linkage.pair.words"]),
                output.result.doubtful.prefix(12).enumerated().map { pair($1, at: $0, texts, chart) }.joined(
                    separator: "\n"),
                HTML.element("h2", texts["linkage.limits.title"]), HTML.element("p", texts["linkage.limits.words"]),
            ])
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

    /// The figures of a drawing of thresholds.
    static func curve(_ points: [LinkSummary.ThresholdPoint], _ texts: Texts) -> String {
        HTML.table(
            texts["linkage.curve.title"],
            ["threshold", "pairs", "precision", "recall"].map { texts["linkage.curve.\($0)"] },
            points.map {
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

    private func pair(_ pair: PairExplanation, at place: Int, _ texts: Texts, _ chart: LinkChart) -> String {
        let names = [pair.first, pair.second].map { record in
            "\(output.records.files[output.records.source(of: record)]):\(output.records.rows[record])"
        }
        let caption = texts.filled(
            "linkage.pair.caption",
            ["first": names[0], "second": names[1], "probability": LinkOutput.rounded(100 * pair.probability, 0)])
        return "<figure><figcaption>\(HTML.escaped(caption))</figcaption>\(chart.waterfall(pair, at: place))</figure>"
    }
}
