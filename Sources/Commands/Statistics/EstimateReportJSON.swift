import Mechanisms
import Statistics

/// A whole report as JSON: the light, what would change the figure, what no table shows, and how the method was tried.
struct EstimateReportJSON {
    private let report: EstimateReport

    init(_ report: EstimateReport) { self.report = report }

    var json: JSON {
        .members([
            "verdict": verdict, "timesRegistered": .decimal(report.timesRegistered),
            "methods": .array(report.methods.map(EstimateJSON.method)),
            "refused": .array(report.refused.map(EstimateJSON.refused)),
            "weightOfAveragedModels": report.weightCovered.map(JSON.decimal) ?? .null,
            "withoutEachList": variants(report.withoutEachList), "merged": variants(report.withEachPairMerged),
            "onePersonMoved": variants(report.withOnePersonMoved), "thresholds": variants(report.withOtherThresholds),
            "linkageErrors": variants(report.withLinkageErrors), "offsetCurves": .array(report.curves.map(curve)),
            "consistency": consistency, "coverage": report.coverage.map(coverage) ?? .null,
            "models": .array((report.survey?.models ?? []).map { EstimateJSON.model($0, lists: report.table.lists) }),
        ])
    }

    private var verdict: JSON {
        let verdict = Verdict(report)
        return .members([
            "light": .text("\(verdict.light)"),
            "reasons": .array(
                verdict.reasons.map { reason in
                    .members([
                        "code": .text(reason.code), "light": .text("\(reason.light)"),
                        "figures": .object(
                            reason.figures.sorted { $0.key < $1.key }.map {
                                .init(name: $0.key, value: figure($0.value))
                            }),
                    ])
                }),
        ])
    }

    private func figure(_ figure: Reason.Figure) -> JSON {
        switch figure {
        case .persons(let value), .share(let value), .times(let value): .decimal(value)
        case .number(let value): .number(value)
        case .name(let name): .text(name)
        }
    }

    private func variants(_ variants: [Variant]) -> JSON {
        .array(
            variants.map {
                .members([
                    "change": .text($0.name(report.table.lists)), "kind": .text(kind($0.change)),
                    "estimate": $0.estimate.map(JSON.decimal) ?? .null, "model": .array($0.interactions.map(JSON.text)),
                ])
            })
    }

    private func kind(_ change: Variant.Change) -> String {
        switch change {
        case .withoutList: "withoutList"
        case .merged: "merged"
        case .history: "history"
        case .threshold: "threshold"
        case .missedLinks: "missedLinks"
        case .falseLinks: "falseLinks"
        }
    }

    private func curve(_ curve: OffsetCurve) -> JSON {
        .members([
            "lists": .text(curve.term.name(report.table.lists)),
            "points": .array(
                curve.points.map {
                    .members([
                        "oddsRatio": .decimal($0.oddsRatio), "estimate": $0.estimate.map(JSON.decimal) ?? .null,
                    ])
                }),
        ])
    }

    private var consistency: JSON {
        .members([
            "shareHeld": report.consistency.shareHeld.map(JSON.decimal) ?? .null,
            "meanLogError": report.consistency.meanLogError.map(JSON.decimal) ?? .null,
            "lists": .array(
                report.consistency.trials.map {
                    .members([
                        "list": .text($0.list), "known": .number($0.known), "shown": .number($0.shown),
                        "estimate": $0.estimate.map(JSON.decimal) ?? .null,
                        "interval95": $0.interval.map(EstimateJSON.range) ?? .null,
                    ])
                }),
        ])
    }

    private func coverage(_ coverage: CoverageSimulation) -> JSON {
        .members([
            "truth": .decimal(coverage.truth), "simulations": .number(coverage.simulations),
            "withoutAnswer": .number(coverage.refused), "bca": .decimal(coverage.corrected),
            "percentile": .decimal(coverage.percentile), "textbook": .decimal(coverage.textbook),
            "standardErrorOfBca": .decimal(coverage.standardError(of: coverage.corrected)),
            "meanLogError": .decimal(coverage.meanLogError),
        ])
    }
}
