import Linkage
import Mechanisms

/// The summary of a run as JSON.
struct LinkJSON {
    let output: LinkOutput

    var value: JSON { .object(counts + details) }

    private func member(_ name: String, _ value: JSON) -> JSON.Member { JSON.Member(name: name, value: value) }

    private var counts: [JSON.Member] {
        let (result, summary) = (output.result, output.result.summary)
        let bridges = result.groups.reduce(0) { $0 + $1.weakBridges.count }
        return [
            member("records", .number(summary.records)), member("files", .array(output.records.files.map(JSON.text))),
            member("threshold", .decimal(summary.threshold)), member("allPairs", .decimal(summary.allPairs)),
            member("candidates", .number(summary.candidates)),
            member("candidateRecall", .decimal(summary.recall.share)),
            member("missedPairs", .decimal(summary.recall.missed)),
            member("expectedMatches", .decimal(summary.expectedMatches)), member("pairs", .number(result.pairs.count)),
            member("groups", .number(result.groups.count)), member("persons", .number(output.persons)),
            member("weakBridges", .number(bridges)),
        ]
    }

    private var details: [JSON.Member] {
        let summary = output.result.summary
        let unique = summary.uniqueSources.sorted().map { JSON.text(output.records.files[$0]) }
        let blocks = summary.cutBlocks.map { block -> JSON in
            .members(["rule": .text(block.rule), "records": .number(block.records)])
        }
        return [
            member("filesWithoutDuplicates", .array(unique)),
            member("restsOnPriors", .boolean(summary.restsOnPriors)),
            member("unreadableRows", .number(output.records.unreadable)), member("cutBlocks", .array(blocks)),
            member("fields", .array(summary.fields.map(field))),
            member("thresholds", .array(summary.curve.map(LinkJSON.point))),
        ]
    }

    private func field(_ field: LinkSummary.FieldWeights) -> JSON {
        let levels = field.levels.map { level -> JSON in
            .members([
                "level": .text(level.name), "matches": .decimal(level.matches), "others": .decimal(level.others),
                "bits": .decimal(level.bits),
            ])
        }
        return .members([
            "name": .text(field.name), "role": .text(field.role.rawValue), "compare": .text(field.kind.rawValue),
            "missing": .decimal(field.missing), "confusions": .array(field.confusions.map(JSON.text)),
            "levels": .array(levels),
        ])
    }

    static func point(_ point: LinkSummary.ThresholdPoint) -> JSON {
        .members([
            "threshold": .decimal(point.threshold), "pairs": .number(point.pairs),
            "precision": .decimal(point.precision), "recall": .decimal(point.recall),
        ])
    }
}
