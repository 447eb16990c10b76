import Foundation
import NumericMethods

/// The best models by a criterion, each fitted to every resample: the choice among them, and their average, are made
/// anew on every resample.
///
/// - Source: Silverman, Chan, Vincent (2024), Bootstrapping multiple systems estimates to account for model selection,
///   Statistics and Computing 34:44; weights exp(−criterion/2) as of Buckland, Burnham, Augustin (1997), Biometrics 53, 603–618.
package struct TopModelsBootstrap: Sendable {
    /// The best first.
    package let models: [FittedModel]
    /// Share of the weight of all models with an answer that these have.
    package let weightCovered: Double
    /// By resample, then by model: the criterion and the estimate; infinite where a model has no answer.
    private var drawn: [[(value: Double, estimate: Double)]] = []
    private var left: [(fits: [(value: Double, estimate: Double)], persons: Double)] = []
    private let criterion: InformationCriterion

    /// - Parameters:
    ///   - criterion: By which models are ranked, chosen and weighted.
    ///   - models: How many of the best are kept, at least 1.
    ///   - replicates: Resamples to draw.
    /// - Throws: E121 where no model has an answer.
    package init(
        _ survey: ModelSurvey, by criterion: InformationCriterion = .bayes, models: Int, replicates: Int, seed: UInt64
    ) throws(StatisticsFailure) {
        self.criterion = criterion
        let ranked = survey.ranked(by: criterion.value(_:))
        guard !ranked.isEmpty else { throw .noEstimate(lists: survey.table.lists) }
        let kept = Array(ranked.prefix(max(1, models)))
        self.models = kept
        let weights = Self.weights(ranked.map { $0.fit.map(criterion.value(_:)) ?? .infinity })
        weightCovered = weights.prefix(kept.count).reduce(0, +)
        let resampling = Resampling(table: survey.table, replicates: replicates, seed: seed)
        var fitter = ModelFitter(lists: survey.table.lists.count)
        func fits(_ counts: CellCounts) -> [(value: Double, estimate: Double)] {
            kept.map { model in
                guard let fit = fitter.fit(model.model.interactions, to: counts).fit else {
                    return (.infinity, .infinity)
                }
                return (criterion.value(fit, persons: counts.persons), counts.persons + fit.dark)
            }
        }
        var drawn = drawn
        var left = left
        resampling.forEachResample { _, counts in drawn.append(fits(counts)) }
        resampling.forEachWithoutOne { counts, persons in left.append((fits(counts), persons)) }
        (self.drawn, self.left) = (drawn, left)
    }

    /// The best model's estimate, chosen anew among the first `count` models on every resample.
    package func best(among count: Int) -> Interval {
        interval(models.first?.estimate ?? .infinity) { fits in
            fits.prefix(count).min { $0.value < $1.value }?.estimate ?? .infinity
        }
    }

    /// The average of all models kept, weighted anew on every resample.
    package var average: (estimate: Double, interval: Interval) {
        let estimate = Self.mean(
            models.map { ($0.fit.map(criterion.value(_:)) ?? .infinity, $0.estimate ?? .infinity) })
        return (estimate, interval(estimate) { Self.mean($0) })
    }

    /// Weights of models in proportion to exp(−criterion/2), adding up to 1.
    static func weights(_ values: [Double]) -> [Double] {
        let total = logSum(values.map { -$0 / 2 })
        return values.map { exp(-$0 / 2 - total) }
    }

    private static func mean(_ fits: [(value: Double, estimate: Double)]) -> Double {
        guard let best = fits.map(\.value).min(), best.isFinite else { return .infinity }
        var (sum, total) = (0.0, 0.0)
        for fit in fits where fit.value.isFinite {
            let weight = exp((best - fit.value) / 2)
            sum += weight * fit.estimate
            total += weight
        }
        return sum / total
    }

    private func interval(
        _ estimate: Double, _ value: ([(value: Double, estimate: Double)]) -> Double
    ) -> Interval {
        let acceleration = BootstrapInterval.acceleration(leavingOut: left.map { (value($0.fits), $0.persons) })
        return Interval(
            BootstrapInterval(estimate: estimate, replicates: drawn.map(value), acceleration: acceleration))
    }
}
