import Foundation
import NumericMethods

/// How often intervals like these hold the truth, for tables like the user's own.
///
/// The fitted model is taken for the truth: as many persons as it estimates are shared out among the histories and those
/// on no list, those on no list are forgotten, and everything, selection and resampling too, is done on what is left.
///
/// - Source: the simulation of Chan, Silverman, Vincent (2021), JASA 116(535), 1297–1306, section 4.
package struct CoverageSimulation: Sendable, Hashable {
    /// The number of persons that was put in.
    package let truth: Double
    package let simulations: Int
    /// Simulated tables without an estimate; their intervals count as missing the truth.
    package let refused: Int
    /// Share of the 95 % intervals that hold the truth: corrected, percentile, and that of textbooks.
    package let corrected: Double
    package let percentile: Double
    package let textbook: Double
    /// Mean of the logarithm of estimate over truth: negative where the method errs low.
    package let meanLogError: Double

    /// Standard error of a share from this number of simulations.
    package func standardError(of share: Double) -> Double {
        (max(share * (1 - share), 0.25 / Double(simulations)) / Double(simulations)).squareRoot()
    }

    /// - Parameters:
    ///   - threshold: As of ``StepwiseSelection``.
    ///   - replicates: Resamples for the interval of each simulated table.
    /// - Throws: E121, E132.
    package init(
        _ table: CaptureTable, threshold: Double, simulations: Int, replicates: Int, seed: UInt64
    ) throws(StatisticsFailure) {
        guard simulations >= 1 else { throw .settingOutside(name: "The number of simulations", limits: "1 or more") }
        var selection = StepwiseSelection(lists: table.lists.count)
        let fitted = try selection.fitted(table, threshold: threshold)
        let expected = try Self.expected(fitted, table)
        let sum = expected.reduce(0, +)
        // An estimate of more persons than there can be is none.
        guard sum < 1e12 else { throw .noEstimate(lists: table.lists) }
        let persons = Int(sum.rounded())
        truth = Double(persons)
        self.simulations = simulations
        var seeds = SeededGenerator(seed: seed)
        var (refused, hits, errors) = (0, (0, 0, 0), 0.0)
        for _ in 0..<simulations {
            var generator = SeededGenerator(seed: seeds.next())
            var cells = MultinomialDraw.counts(persons: persons, weights: expected, using: &generator)
            cells[0] = 0
            guard let drawn = try? CaptureTable(lists: table.lists, cells: cells),
                let run = try? StepwiseBootstrap(
                    drawn, threshold: threshold, replicates: replicates, seed: generator.next())
            else {
                refused += 1
                continue
            }
            hits.0 += run.interval.best.contains(truth) ? 1 : 0
            hits.1 += run.interval.percentile.contains(truth) ? 1 : 0
            hits.2 += run.fitted.textbookInterval(0.95)?.contains(truth) == true ? 1 : 0
            errors += log((run.fitted.estimate ?? truth) / truth)
        }
        self.refused = refused
        corrected = Double(hits.0) / Double(simulations)
        percentile = Double(hits.1) / Double(simulations)
        textbook = Double(hits.2) / Double(simulations)
        meanLogError = errors / Double(max(1, simulations - refused))
    }

    /// By history: expected persons under the fitted model, those on no list at the first place.
    private static func expected(_ fitted: FittedModel, _ table: CaptureTable) throws(StatisticsFailure) -> [Double] {
        var fitter = ModelFitter(lists: table.lists.count)
        guard let fit = fitter.fit(fitted.model.interactions, to: CellCounts(table)).fit else {
            throw .noEstimate(lists: table.lists)
        }
        var expected = fitter.expected
        expected[0] = fit.dark
        return expected
    }
}
