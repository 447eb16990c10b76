/// Persons for every 100,000 inhabitants, as SDG indicator 16.2.2 asks.
package struct Rate: Sendable, Hashable {
    package let population: Int
    /// For every 100,000.
    package let estimate: Double
    package let interval: ClosedRange<Double>

    /// - Parameter population: Inhabitants of the same kind and period, at least 1.
    /// - Throws: E132 for a population of none, or smaller than the estimate.
    package init(
        _ estimate: Double, _ interval: ClosedRange<Double>, population: Int
    ) throws(StatisticsFailure) {
        guard population >= 1, Double(population) >= estimate else {
            throw .settingOutside(name: "The population", limits: "1 or more, and no smaller than the estimate")
        }
        let factor = 100_000 / Double(population)
        self.population = population
        self.estimate = estimate * factor
        self.interval = interval.lowerBound * factor...interval.upperBound * factor
    }
}
