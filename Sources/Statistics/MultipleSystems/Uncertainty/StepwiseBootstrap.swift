import NumericMethods

/// The stepwise estimate with what resampling says of it, the selection repeated on every resample.
package struct StepwiseBootstrap: Sendable {
    package struct Replicate: Sendable, Hashable {
        /// Persons in all; infinite where not even independent lists have an answer.
        package let estimate: Double
        /// In the order entered.
        package let interactions: [ListSet]
    }

    /// What the resamples have below and above one probability.
    package struct Limit: Sendable, Hashable {
        package let probability: Double
        package let percentile: Double
        /// nil where all resamples lie on one side of the estimate.
        package let corrected: Double?
    }

    package let fitted: FittedModel
    package let replicates: [Replicate]
    let bootstrap: BootstrapInterval
    package let interval: Interval

    /// - Parameters:
    ///   - threshold: As of ``StepwiseSelection``.
    ///   - replicates: Resamples to draw, at least 1.
    /// - Throws: E121 where the table has no estimate, E132 for settings outside their limits.
    package init(
        _ table: CaptureTable, threshold: Double, replicates: Int, seed: UInt64
    ) throws(StatisticsFailure) {
        guard (1...1_000_000).contains(replicates) else {
            throw .settingOutside(name: "The number of resamples", limits: "from 1 to 1000000")
        }
        let resampling = Resampling(table: table, replicates: replicates, seed: seed)
        var selection = StepwiseSelection(lists: table.lists.count)
        let fitted = try selection.fitted(table, threshold: threshold)
        var drawn: [Replicate] = []
        resampling.forEachResample { _, counts in drawn.append(Self.replicate(&selection, counts, threshold)) }
        self.init(fitted, drawn, Self.acceleration(resampling, &selection, threshold))
    }

    /// The same from resamples that somebody else drew, such as to compare two programs.
    ///
    /// - Throws: E121, E134.
    package init(
        _ table: CaptureTable, threshold: Double, resamples: [CaptureTable]
    ) throws(StatisticsFailure) {
        guard !resamples.isEmpty, resamples.allSatisfy({ $0.lists == table.lists }) else {
            throw .resamplesUnusable(reason: "there is none, or they have other lists than the table")
        }
        var selection = StepwiseSelection(lists: table.lists.count)
        let fitted = try selection.fitted(table, threshold: threshold)
        var drawn: [Replicate] = []
        for resample in resamples { drawn.append(Self.replicate(&selection, CellCounts(resample), threshold)) }
        let resampling = Resampling(table: table, replicates: 0, seed: 0)
        self.init(fitted, drawn, Self.acceleration(resampling, &selection, threshold))
    }

    private init(_ fitted: FittedModel, _ replicates: [Replicate], _ acceleration: Double) {
        self.fitted = fitted
        self.replicates = replicates
        bootstrap = BootstrapInterval(
            estimate: fitted.estimate ?? .infinity, replicates: replicates.map(\.estimate), acceleration: acceleration)
        interval = Interval(bootstrap)
    }

    /// Limits at the usual probabilities, from 2.5 to 97.5 %.
    package var limits: [Limit] {
        [0.025, 0.05, 0.1, 0.16, 0.84, 0.9, 0.95, 0.975].map {
            Limit(probability: $0, percentile: bootstrap.percentile($0), corrected: bootstrap.corrected($0))
        }
    }

    /// z₀: the normal quantile of the share of resamples below the estimate.
    package var bias: Double { bootstrap.bias }

    /// How many different models the resamples chose, and the share of the most frequent.
    package var modelsChosen: (different: Int, shareOfMostFrequent: Double) {
        let counts = Dictionary(grouping: replicates) { Set($0.interactions) }.mapValues(\.count)
        return (counts.count, Double(counts.values.max() ?? 0) / Double(replicates.count))
    }

    private static func replicate(
        _ selection: inout StepwiseSelection, _ counts: CellCounts, _ threshold: Double
    ) -> Replicate {
        guard let outcome = selection.select(counts, threshold: threshold) else {
            return Replicate(estimate: .infinity, interactions: [])
        }
        return Replicate(estimate: counts.persons + outcome.fit.dark, interactions: outcome.interactions)
    }

    private static func acceleration(
        _ resampling: Resampling, _ selection: inout StepwiseSelection, _ threshold: Double
    ) -> Double {
        var left: [(estimate: Double, persons: Double)] = []
        resampling.forEachWithoutOne { counts, persons in
            left.append((replicate(&selection, counts, threshold).estimate, persons))
        }
        return left.isEmpty ? 0 : BootstrapInterval.acceleration(leavingOut: left)
    }
}

extension StepwiseSelection {
    /// The model selected for a table, as a value that leaves the engine.
    ///
    /// - Throws: E121, E132.
    mutating func fitted(_ table: CaptureTable, threshold: Double) throws(StatisticsFailure) -> FittedModel {
        guard (0...1).contains(threshold) else {
            throw .settingOutside(name: "The threshold p", limits: "from 0 to 1")
        }
        let counts = CellCounts(table)
        guard let outcome = select(counts, threshold: threshold) else { throw .noEstimate(lists: table.lists) }
        let model = LogLinearModel(lists: table.lists.count, interactions: outcome.interactions)
        return FittedModel(model, .fine, outcome.fit, persons: counts.persons)
    }
}
