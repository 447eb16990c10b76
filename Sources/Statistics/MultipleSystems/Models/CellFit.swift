import Foundation

/// What one fit says, before names and rounding.
struct CellFit {
    /// Logarithm of the expected number of persons on no list.
    let logDark: Double
    /// Its standard error as if the model had been known beforehand.
    let standardError: Double
    let deviance: Double
    let logLikelihood: Double
    /// Parameters with a finite value.
    let finite: Int
    /// Interactions of minus infinity.
    let empty: [ListSet]
    /// Histories that play a part.
    let histories: Int

    var dark: Double { exp(logDark) }
    var degreesOfFreedom: Int { histories - finite }
    /// Terms of minus infinity are chosen too, and count.
    var parameters: Int { finite + empty.count }
    var akaike: Double { 2 * Double(parameters) - 2 * logLikelihood }
    /// - Parameter persons: On at least one list.
    func bayes(persons: Double) -> Double { Double(parameters) * log(persons) - 2 * logLikelihood }
}
