import Foundation
import NumericMethods

/// How many persons there are at least, whatever makes some harder to find than others.
///
/// Assumes that the lists do not attract each other's persons; persons may differ in how easily they are found. Rests on
/// who is on one list and who is on two only.
///
/// - Source: Chao (1987), Biometrics 43, 783–791; for a limited number of lists the factor (t − 1)/t, which follows from
///   the same inequality of Cauchy and Schwarz.
package struct ChaoLowerBound: Sendable, Hashable {
    /// Persons on exactly one list, and on exactly two.
    package let once: Int
    package let twice: Int
    package let persons: Int
    /// Persons in all, at least.
    package let bound: Double
    /// Without the factor for the number of lists, as it is mostly printed.
    package let unlimited: Double
    /// 95 % by Chao's variance and a normal distribution of the logarithm.
    package let interval: ClosedRange<Double>

    package init(_ table: CaptureTable) {
        persons = table.persons
        let counts = table.counts
        func found(times number: Int) -> Int {
            counts.indices.reduce(0) { $1.nonzeroBitCount == number ? $0 + counts[$1] : $0 }
        }
        (once, twice) = (found(times: 1), found(times: 2))
        let (one, two) = (Double(once), Double(twice))
        let lists = Double(table.lists.count)
        // Nobody on two lists: the form that is still defined.
        let dark = twice > 0 ? one * one / (2 * two) : one * (one - 1) / 2
        let variance: Double
        if twice > 0 {
            let ratio = one / two
            variance = two * (pow(ratio, 4) / 4 + pow(ratio, 3) + ratio * ratio / 2)
        } else {
            variance =
                one * (one - 1) / 2 + one * pow(2 * one - 1, 2) / 4 - pow(one, 4) / (4 * (Double(persons) + dark))
        }
        let limited = dark * (lists - 1) / lists
        let seen = Double(table.persons)
        unlimited = seen + dark
        bound = seen + limited
        guard dark > 0 else {
            interval = seen...seen
            return
        }
        let width = NormalDistribution.quantile(0.975) * log(1 + max(0, variance) / (dark * dark)).squareRoot()
        interval = seen + limited * exp(-width)...seen + limited * exp(width)
    }
}
