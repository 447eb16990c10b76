import Linkage
import Mechanisms

/// What holding a run against the truth gave: accuracy of the links, and whether probabilities mean what they say.
struct LinkEvaluation {
    /// Linked pairs, and how many of them are of one person.
    let found: Int
    let right: Int
    /// Pairs of one person that there are.
    let truePairs: Int
    let calibration: Calibration
    /// Whether the calibration is over all scored pairs, or over the linked ones only.
    let isOfAllScores: Bool
    /// nil where the truth is known of every pair.
    let labelling: LabelCoverage?

    var precision: Double { found > 0 ? Double(right) / Double(found) : 0 }
    var recall: Double { truePairs > 0 ? Double(right) / Double(truePairs) : 0 }
    var f1: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }

    func text(as format: OutputFormat) -> String {
        switch format {
        case .json: json.text()
        case .csv:
            """
            precision,recall,f1,truePairs,foundPairs,rightPairs,scoredPairs,brierScore,expectedError,unlabelledPairs
            \(precision),\(recall),\(f1),\(truePairs),\(found),\(right),\(calibration.pairs),\(figures)
            """
        case .text: text
        }
    }

    private var figures: String {
        let misses = [calibration.brierScore, calibration.expectedError].map { $0.map { String($0) } ?? "" }
        return (misses + [String(labelling?.linked.unlabelled ?? 0)]).joined(separator: ",")
    }

    /// The ranges of probabilities as a table.
    var bins: String {
        let rows = calibration.bins.map { bin in
            [
                String(bin.from), String(bin.to), String(bin.pairs), Self.share(bin.stated), String(bin.right),
                Self.share(bin.share), Self.share(bin.interval95?.lowerBound), Self.share(bin.interval95?.upperBound),
            ].joined(separator: ",")
        }
        return (["from,to,pairs,stated,right,share,low95,high95"] + rows).joined(separator: "\n") + "\n"
    }

    private static func share(_ value: Double?) -> String { value.map { LinkOutput.rounded($0, 6) } ?? "" }

    private var text: String {
        var lines = [
            "precision \(LinkOutput.rounded(precision, 4)), recall \(LinkOutput.rounded(recall, 4)), "
                + "F1 \(LinkOutput.rounded(f1, 4)): \(right) of \(truePairs) pairs, \(found) found"
        ]
        lines += labelling?.lines ?? []
        guard let error = calibration.expectedError, let brier = calibration.brierScore else {
            return lines.joined(separator: "\n")
        }
        lines.append(
            "\(calibration.pairs) \(isOfAllScores ? "scored" : "linked") pairs: probabilities miss the truth by "
                + "\(LinkOutput.rounded(error, 4)) on average, Brier score \(LinkOutput.rounded(brier, 4))")
        for bin in calibration.bins {
            guard let stated = bin.stated, let share = bin.share else { continue }
            lines.append(
                "  \(bin.from) to \(bin.to): stated \(LinkOutput.rounded(stated, 3)), true "
                    + "\(LinkOutput.rounded(share, 3)) of \(bin.pairs)")
        }
        return lines.joined(separator: "\n")
    }

    private var json: JSON {
        .members([
            "precision": .decimal(precision), "recall": .decimal(recall), "f1": .decimal(f1),
            "truePairs": .number(truePairs), "foundPairs": .number(found), "rightPairs": .number(right),
            "labels": labelling?.json ?? .null,
            "calibration": .members([
                "of": .text(isOfAllScores ? "scored pairs" : "linked pairs"), "pairs": .number(calibration.pairs),
                "brierScore": Self.decimal(calibration.brierScore),
                "expectedError": Self.decimal(calibration.expectedError),
                "bins": .array(calibration.bins.map(Self.bin)), "above": .array(calibration.above.map(Self.bin)),
            ]), "thresholds": .array(thresholds.map(LinkJSON.point)),
        ])
    }

    /// What other thresholds would have given; of all scored pairs only, since what was not linked counts too.
    var thresholds: [LinkSummary.ThresholdPoint] {
        isOfAllScores ? calibration.thresholds(truePairs: truePairs) : []
    }

    private static func bin(_ bin: Calibration.Bin) -> JSON {
        .members([
            "from": .decimal(bin.from), "to": .decimal(bin.to), "pairs": .number(bin.pairs),
            "stated": decimal(bin.stated), "right": .number(bin.right), "share": decimal(bin.share),
            "interval95": bin.interval95.map { .array([.decimal($0.lowerBound), .decimal($0.upperBound)]) } ?? .null,
        ])
    }

    private static func decimal(_ value: Double?) -> JSON { value.map { .decimal($0) } ?? .null }
}
