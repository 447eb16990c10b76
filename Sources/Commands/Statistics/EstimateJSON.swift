import Access
import Mechanisms
import Statistics
import Vocabulary

/// A result as JSON: unrounded, members in a fixed order.
struct EstimateJSON {
    private let outcome: EstimateOutcome
    private let report: EstimateReport?
    private let input: EstimateInput

    init(_ outcome: EstimateOutcome, report: EstimateReport?, of input: EstimateInput) {
        self.outcome = outcome
        self.report = report
        self.input = input
    }

    var json: JSON {
        var members: [JSON.Member] = [
            .init(name: "observed", value: .number(outcome.table.persons)),
            .init(name: "method", value: .text(outcome.fixed == nil ? outcome.method.rawValue : "model")),
            .init(name: "estimate", value: outcome.methods.first.map { .decimal($0.estimate) } ?? .null),
            .init(name: "interval95", value: intervals),
        ]
        if let fitted = outcome.fitted { members += Self.fitMembers(fitted, outcome.table.lists) }
        if let run = outcome.stepwise { members.append(.init(name: "bootstrap", value: bootstrap(run))) }
        if let graphs = outcome.others.decomposable {
            members.append(.init(name: "dga", value: Self.graphs(graphs, outcome.table)))
        }
        if let settled = outcome.others.bestAmong[outcome.criterion] {
            members.append(.init(name: "bestAmong", value: .array(settled.map(Self.settled))))
        }
        members.append(.init(name: "methods", value: .array(outcome.methods.map(Self.method))))
        members.append(.init(name: "chao", value: Self.chao(ChaoLowerBound(outcome.table))))
        members.append(.init(name: "refused", value: .array(outcome.others.refused.map(Self.refused))))
        if let withheld = outcome.withheld { members.append(.init(name: "withheld", value: Self.withheld(withheld))) }
        if let strata = outcome.strata {
            members.append(.init(name: "strata", value: StrataJSON(strata, outcome.settings.populations).json))
        }
        if let rate { members.append(.init(name: "per100000", value: rate)) }
        if outcome.listsResamples, let run = outcome.stepwise {
            members.append(.init(name: "resamples", value: .array(run.replicates.map(Self.resample))))
        }
        if let report { members.append(.init(name: "report", value: EstimateReportJSON(report).json)) }
        if let marking = input.marking { members.append(.init(name: "marking", value: .text(marking.rawValue))) }
        members.append(.init(name: "made", value: provenance))
        return .object(members)
    }

    private var intervals: JSON {
        guard let method = outcome.methods.first else { return .null }
        let textbook = outcome.fitted?.textbookInterval(0.95)
        guard let percentile = method.percentile else {
            return .members(["posterior": Self.range(method.interval)])
        }
        return .members([
            "bca": method.corrected.map(Self.range) ?? .null, "percentile": Self.range(percentile),
            "textbook": textbook.map(Self.range) ?? .null,
        ])
    }

    private var rate: JSON? {
        guard let population = outcome.settings.population, let method = outcome.methods.first,
            let rate = try? Rate(method.estimate, method.interval, population: population)
        else { return nil }
        return .members([
            "population": .number(population), "estimate": .decimal(rate.estimate),
            "interval95": Self.range(rate.interval),
        ])
    }

    private var provenance: JSON {
        .members([
            "file": .text(input.name), "sha256": .text(input.hash), "lists": .array(outcome.table.lists.map(JSON.text)),
            "p": .decimal(outcome.settings.threshold), "replicates": .number(outcome.settings.replicates),
            "seed": .text(String(outcome.settings.seed)),
            "tieRule": .text("a resample within 1e-9 of the estimate counts half as below it"),
            "findings": .array(outcome.reported.findings.map { .text("\($0.code) \($0.message)") }),
        ])
    }

    private func bootstrap(_ run: StepwiseBootstrap) -> JSON {
        let chosen = run.modelsChosen
        return .members([
            "replicates": .number(run.replicates.count), "shareBelow": .decimal(run.interval.shareBelow),
            "z0": .decimal(run.bias), "acceleration": .decimal(run.interval.acceleration),
            "withoutAnswer": .number(run.interval.endless), "models": .number(chosen.different),
            "shareOfMostFrequentModel": .decimal(chosen.shareOfMostFrequent),
            "limits": .array(
                run.limits.map { limit in
                    .members([
                        "at": .decimal(limit.probability), "bca": limit.corrected.map(JSON.decimal) ?? .null,
                        "percentile": .decimal(limit.percentile),
                    ])
                }),
        ])
    }
}
