import Foundation

/// Puts a run into figures.
struct SummaryMaker {
    let linker: Linker
    let scored: ScoredPairs
    let options: LinkOptions
    let unique: Set<Int>

    func summary() -> LinkSummary {
        let recall = linker.recall(scored)
        return LinkSummary(
            records: linker.table.count, sources: linker.table.sources,
            allPairs: Linker.pairCount(linker.table, withinSources: linker.withinSources),
            candidates: scored.candidates, recall: recall, expectedMatches: scored.expectedMatches,
            uniqueSources: unique, fields: linker.table.fields.indices.map(weights), curve: curve(recall),
            cutBlocks: scored.cutBlocks.prefix(SummaryMaker.mostCutBlocks).map { block in
                LinkSummary.CutBlock(
                    rule: linker.passes.plan.rules[block.rule].name(linker.passes.plan.slots, linker.table.fields),
                    records: block.records)
            },
            threshold: options.threshold, restsOnPriors: scored.expectedMatches < 100)
    }

    private static let mostCutBlocks = 20

    private func weights(_ place: Int) -> LinkSummary.FieldWeights {
        let field = linker.table.fields[place]
        let levels = (1..<Levels.count(field.kind)).filter { field.folding.keeps(UInt8($0)) }.map { level in
            LinkSummary.Level(
                name: Levels.name(UInt8(level), field.kind, field.measure),
                matches: linker.model.matches.shares[place][level],
                others: linker.model.others.shares[place][level], bits: Double(linker.model.weight(place, UInt8(level)))
            )
        }
        let missing = Double(linker.table.tables[place].counts[0]) / Double(max(1, linker.table.count))
        return LinkSummary.FieldWeights(
            name: field.name, role: field.role, kind: field.kind, levels: levels,
            confusions: linker.models[place]?.commonConfusions() ?? [], missing: missing)
    }

    /// Expected precision and recall, from the probabilities themselves.
    private func curve(_ recall: RecallEstimate) -> [LinkSummary.ThresholdPoint] {
        let sorted = scored.pairs.map(\.probability).sorted(by: >)
        let all = scored.expectedMatches + recall.missed
        var points: [LinkSummary.ThresholdPoint] = []
        var (place, sum) = (0, 0.0)
        for threshold in [0.999, 0.99, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.05] {
            while place < sorted.count, sorted[place] >= threshold { (sum, place) = (sum + sorted[place], place + 1) }
            points.append(
                LinkSummary.ThresholdPoint(
                    threshold: threshold, pairs: place, precision: place > 0 ? sum / Double(place) : 1,
                    recall: all > 0 ? min(1, sum / all) : 1))
        }
        return points
    }
}
