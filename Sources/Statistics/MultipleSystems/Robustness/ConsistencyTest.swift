import Foundation

/// Whether the method finds a number that is known: how many persons are on one list, seen from the others.
///
/// For each list in turn its persons are taken as the population. Those of them that no other list has are hidden and
/// estimated from the other lists.
///
/// - Source: Binette, Steorts (2022), On the reliability of multiple systems estimation for the quantification of modern
///   slavery, J. Royal Statistical Society A 185, 640–676.
package struct ConsistencyTest: Sendable, Hashable {
    package struct Trial: Sendable, Hashable {
        package let list: String
        /// Persons on that list, known.
        package let known: Int
        /// Of them on another list too: what the method was shown.
        package let shown: Int
        /// nil where the others give no estimate.
        package let estimate: Double?
        package let interval: ClosedRange<Double>?

        package var holdsTheKnown: Bool? { interval.map { $0.contains(Double(known)) } }
        /// Logarithm of estimate over known: negative where the method errs low.
        package var logError: Double? { estimate.map { log($0 / Double(known)) } }
    }

    /// One for each list that leaves two others; those that the others hardly see say little.
    package let trials: [Trial]

    /// - Parameters:
    ///   - threshold: As of ``StepwiseSelection``.
    ///   - replicates: Resamples for the interval of each trial.
    package init(_ table: CaptureTable, threshold: Double, replicates: Int, seed: UInt64) {
        trials = table.lists.indices.compactMap { list in
            guard table.lists.count > 2 else { return nil }
            let known = table.persons(onAllOf: ListSet([list]))
            guard let (inside, unseen) = table.inside(list), unseen > 0 else { return nil }
            let run = try? StepwiseBootstrap(inside, threshold: threshold, replicates: replicates, seed: seed)
            return Trial(
                list: table.lists[list], known: known, shown: inside.persons, estimate: run?.fitted.estimate,
                interval: run?.interval.best)
        }
    }

    /// Share of the trials with an interval whose interval holds the known number; nil without any.
    package var shareHeld: Double? {
        let answers = trials.compactMap(\.holdsTheKnown)
        return answers.isEmpty ? nil : Double(answers.count { $0 }) / Double(answers.count)
    }

    package var meanLogError: Double? {
        let errors = trials.compactMap(\.logError)
        return errors.isEmpty ? nil : errors.reduce(0, +) / Double(errors.count)
    }
}
