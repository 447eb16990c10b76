import Mechanisms
import Statistics

extension EstimateJSON {
    static func range(_ range: ClosedRange<Double>) -> JSON {
        .array([.decimal(range.lowerBound), .decimal(range.upperBound)])
    }

    static func names(_ terms: [ListSet], _ lists: [String]) -> JSON { .array(terms.map { .text($0.name(lists)) }) }

    /// One model of a catalogue.
    static func model(_ model: FittedModel, lists: [String]) -> JSON {
        .object(
            [
                .init(name: "existence", value: .number(model.existence.rawValue)),
                .init(name: "estimate", value: model.estimate.map(JSON.decimal) ?? .null),
            ] + fitMembers(model, lists))
    }

    static func fitMembers(_ fitted: FittedModel, _ lists: [String]) -> [JSON.Member] {
        let fit = fitted.fit
        return [
            .init(name: "model", value: names(fitted.finite, lists)),
            .init(name: "emptyPairs", value: names(fitted.empty, lists)),
            .init(name: "deviance", value: fit.map { .decimal($0.deviance) } ?? .null),
            .init(name: "df", value: fit.map { .number($0.degreesOfFreedom) } ?? .null),
            .init(name: "aic", value: fit.map { .decimal($0.akaike) } ?? .null),
            .init(name: "bic", value: fit.map { .decimal($0.bayes) } ?? .null),
            .init(name: "exists", value: .boolean(fitted.existence.exists)),
            .init(name: "identified", value: .boolean(fitted.existence.isIdentified)),
        ]
    }

    static func method(_ method: MethodEstimate) -> JSON {
        .members([
            "method": .text(method.method.rawValue), "estimate": .decimal(method.estimate),
            "interval95": range(method.interval), "percentile": method.percentile.map(range) ?? .null,
            "bca": method.corrected.map(range) ?? .null,
        ])
    }

    static func chao(_ chao: ChaoLowerBound) -> JSON {
        .members([
            "lowerBound": .decimal(chao.bound), "withoutFactor": .decimal(chao.unlimited),
            "interval95": range(chao.interval), "onOneList": .number(chao.once), "onTwoLists": .number(chao.twice),
        ])
    }

    static func graphs(_ average: DecomposableAverage, _ table: CaptureTable) -> JSON {
        let even = try? DecomposableAverage(table, grid: .even(times: 30, places: 1000))
        return .members([
            "mean": .decimal(average.mean), "quantiles": quantiles(average),
            "graphs": .array(
                average.graphs.prefix(10).map {
                    .members(["cliques": .text($0.graph.notation), "probability": .decimal($0.probability)])
                }),
            "modes": .array(
                average.modes.map {
                    .members(["persons": .number($0.persons), "probability": .decimal($0.probability)])
                }),
            "shareBeyondGrid": .decimal(average.shareBeyond),
            "onEvenGridTo30Times": even.map { .members(["mean": .decimal($0.mean), "quantiles": quantiles($0)]) }
                ?? .null,
        ])
    }

    private static func quantiles(_ average: DecomposableAverage) -> JSON {
        .members([
            "2.5": .number(average.quantile(0.025)), "10": .number(average.quantile(0.1)),
            "50": .number(average.quantile(0.5)), "90": .number(average.quantile(0.9)),
            "97.5": .number(average.quantile(0.975)),
        ])
    }

    static func settled(_ best: (models: Int, interval: Interval)) -> JSON {
        .members([
            "models": .number(best.models), "percentile": range(best.interval.percentile),
            "bca": best.interval.corrected.map(range) ?? .null,
        ])
    }

    static func refused(_ refused: RefusedPart) -> JSON {
        .members(["part": .text(refused.part), "code": .text(refused.code), "message": .text(refused.message)])
    }

    static func withheld(_ cells: WithheldCells) -> JSON {
        .members([
            "range": cells.range.map(range) ?? .null, "median": cells.median.map(JSON.decimal) ?? .null,
            "fillings": .number(cells.tried), "complete": .boolean(cells.isComplete),
            "withoutAnswer": .number(cells.refused),
        ])
    }

    static func resample(_ replicate: StepwiseBootstrap.Replicate) -> JSON {
        .members([
            "estimate": .decimal(replicate.estimate), "model": .text(ModelText.digits(replicate.interactions)),
        ])
    }
}
