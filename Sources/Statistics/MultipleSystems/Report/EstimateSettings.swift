/// What was asked for: with the table and the seed it decides every figure.
package struct EstimateSettings: Sendable, Hashable {
    /// Threshold p of the stepwise selection.
    package var threshold = 0.02
    /// Resamples for intervals.
    package var replicates = 1000
    package var seed: UInt64 = 1
    /// Most lists in one interaction where every model is fitted; nil for the usual one.
    package var order: Int?
    /// The best models by a criterion that are fitted to every resample.
    package var models = 100
    /// Tables simulated to see how often intervals hold, and resamples for each.
    package var simulations = 200
    package var replicatesOfSimulations = 500
    /// Registered persons in all, where counts are withheld and their sum is known.
    package var total: Int?
    /// Inhabitants of the country and period that the lists are of; nil where no rate is wanted.
    package var population: Int?
    /// Inhabitants of each stratum, by its values.
    package var populations: [[String]: Int] = [:]

    package init() {}

    /// - Throws: E132.
    package func check() throws(StatisticsFailure) {
        guard (0...1).contains(threshold) else {
            throw .settingOutside(name: "The threshold p", limits: "from 0 to 1")
        }
        guard (1...100_000).contains(replicates) else {
            throw .settingOutside(name: "The number of resamples", limits: "from 1 to 100000")
        }
        guard (1...10_000).contains(simulations), (1...10_000).contains(replicatesOfSimulations) else {
            throw .settingOutside(name: "The number of simulations", limits: "from 1 to 10000")
        }
        guard models >= 1 else { throw .settingOutside(name: "The number of models", limits: "1 or more") }
        if let order, order < 1 { throw .settingOutside(name: "The order", limits: "1 or more") }
    }
}
