import Foundation
import Linkage
import Publication

/// The page that draws how stated probabilities agree with the truth, with the figures beside.
struct CalibrationReport {
    let evaluation: LinkEvaluation

    /// - Throws: ``CommandFailure/unknownName(kind:name:known:)`` for a language that there is not.
    func write(to place: String, language: String) throws {
        try LinkOutput.write(page(LinkPage.texts(language)), to: place)
    }

    func page(_ texts: Texts) -> String {
        let calibration = evaluation.calibration
        return LinkPage.page(
            texts, title: texts["linkage.calibration.title"],
            parts: [
                HTML.element("p", lead(texts), class: "lead"), labelling(texts), HTML.element("p", accuracy(texts)),
                HTML.element("p", texts["linkage.calibration.words"]),
                CalibrationChart(texts: texts).reliability(calibration.bins),
                table(calibration.bins, texts["linkage.calibration.bins"], texts),
                table(calibration.above, texts["linkage.calibration.above"], texts), curve(texts),
                HTML.element("h2", texts["linkage.limits.title"]),
                HTML.element("p", texts["linkage.calibration.limits"]),
            ])
    }

    /// Precision and recall by threshold, as the report of a run draws what it expects.
    private func curve(_ texts: Texts) -> String {
        let points = evaluation.thresholds
        guard !points.isEmpty else { return "" }
        return [
            HTML.element("h2", texts["linkage.curve.title"]), HTML.element("p", texts["linkage.calibration.curve"]),
            LinkChart(texts: texts).thresholds(points, chosen: LinkOptions.defaultThreshold),
            LinkReport.curve(points, texts),
        ].joined(separator: "\n")
    }

    private func lead(_ texts: Texts) -> String {
        let error = evaluation.calibration.expectedError
        return texts.filled(
            evaluation.isOfAllScores ? "linkage.calibration.scored" : "linkage.calibration.linked",
            [
                "pairs": String(evaluation.calibration.pairs),
                "error": error.map { LinkOutput.rounded(100 * $0, 1) } ?? "–",
            ])
    }

    /// What labels there are, and of how many pairs nothing is known.
    private func labelling(_ texts: Texts) -> String {
        guard let labels = evaluation.labelling else { return "" }
        func unlabelled(_ key: String, _ told: LabelCoverage.Told?) -> [String] {
            guard let told else { return [] }
            let values: KeyValuePairs = [
                "unlabelled": String(told.unlabelled), "all": String(told.all), "share": told.percent,
            ]
            return [texts.filled("linkage.labels.\(key)", values)]
        }
        let counts: KeyValuePairs = [
            "same": String(labels.same), "different": String(labels.different), "leftOut": String(labels.leftOut),
        ]
        let words =
            [texts["linkage.labels.words"], texts.filled("linkage.labels.counts", counts)]
            + unlabelled("linked", labels.linked) + unlabelled("scored", labels.scored)
        return HTML.element("p", words.joined(separator: " "))
    }

    private func accuracy(_ texts: Texts) -> String {
        texts.filled(
            "linkage.calibration.accuracy",
            [
                "precision": percent(evaluation.precision), "recall": percent(evaluation.recall),
                "right": String(evaluation.right), "all": String(evaluation.truePairs),
                "found": String(evaluation.found),
            ])
    }

    private func table(_ bins: [Calibration.Bin], _ caption: String, _ texts: Texts) -> String {
        HTML.table(
            caption,
            ["calibration.range", "curve.pairs", "calibration.stated", "calibration.share", "calibration.interval"]
                .map { texts["linkage.\($0)"] },
            bins.map { bin in
                let interval = bin.interval95.map { "\(percent($0.lowerBound)) – \(percent($0.upperBound))" }
                return [
                    "\(LinkOutput.rounded(bin.from, 2)) – \(LinkOutput.rounded(bin.to, 2))", String(bin.pairs),
                    bin.stated.map(percent) ?? "–", bin.share.map(percent) ?? "–", interval ?? "–",
                ]
            })
    }

    private func percent(_ share: Double) -> String { LinkOutput.rounded(100 * share, 1) + " %" }
}
