import Foundation
import NumericMethods

/// A model, whether it has an answer for a table, and the answer.
package struct FittedModel: Sendable, Hashable {
    /// What the fit says; numbers of persons are expected numbers and not whole.
    package struct Fit: Sendable, Hashable {
        /// Persons on no list.
        package let dark: Double
        /// Of the logarithm of ``dark``, as if the model had been known beforehand.
        package let standardErrorOfLog: Double
        package let deviance: Double
        package let degreesOfFreedom: Int
        /// Akaike's criterion; terms of minus infinity count.
        package let akaike: Double
        /// The Bayesian criterion with the number of persons as sample size; terms of minus infinity count.
        package let bayes: Double
    }

    package let model: LogLinearModel
    package let existence: Existence
    /// Interactions whose lists share nobody: minus infinity.
    package let empty: [ListSet]
    /// On at least one list.
    package let persons: Int
    /// nil where the model has no answer.
    package let fit: Fit?

    init(_ model: LogLinearModel, _ existence: Existence, _ fit: CellFit?, persons: Double) {
        self.model = model
        self.existence = existence
        self.persons = Int(persons)
        empty = fit?.empty ?? []
        self.fit = fit.map {
            Fit(
                dark: $0.dark, standardErrorOfLog: $0.standardError, deviance: $0.deviance,
                degreesOfFreedom: $0.degreesOfFreedom, akaike: $0.akaike, bayes: $0.bayes(persons: persons))
        }
    }

    /// Persons in all, registered or not.
    package var estimate: Double? { fit.map { Double(persons) + $0.dark } }

    /// Interactions with a finite value, in the order entered.
    package var finite: [ListSet] { model.interactions.filter { !empty.contains($0) } }

    /// The interval of textbooks, which takes the model as known beforehand and is too narrow where it was selected.
    ///
    /// - Parameter level: Share of cases in which it would hold the truth if that were so, such as 0.95.
    package func textbookInterval(_ level: Double) -> ClosedRange<Double>? {
        guard let fit else { return nil }
        let width = NormalDistribution.quantile(0.5 + level / 2) * fit.standardErrorOfLog
        return Double(persons) + fit.dark * exp(-width)...Double(persons) + fit.dark * exp(width)
    }
}
