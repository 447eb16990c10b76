import Foundation

/// Limits read off a bootstrap distribution: percentile, and bias-corrected and accelerated (BCa).
///
/// Tie rule: a replicate within one part in 10⁹ of the estimate counts half as below and half as above it. Replicates
/// that have no finite estimate are given as infinity and stand at the upper end.
///
/// - Source: DiCiccio, Efron (1996), Bootstrap confidence intervals, Statistical Science 11(3), 189–228.
package struct BootstrapInterval: Sendable {
    package let estimate: Double
    /// Ascending.
    package let sorted: [Double]
    /// Acceleration, from the jackknife; 0 leaves only the correction of bias.
    package let acceleration: Double
    /// Share of the replicates below the estimate, ties counted half.
    package let shareBelow: Double

    /// Relative distance below which a replicate is a tie.
    package static let tie = 1e-9

    /// - Parameter replicates: At least one.
    package init(estimate: Double, replicates: [Double], acceleration: Double) {
        self.estimate = estimate
        self.acceleration = acceleration
        sorted = replicates.sorted()
        let slack = Self.tie * abs(estimate)
        let below = replicates.count { $0 < estimate - slack }
        let tied = replicates.count { abs($0 - estimate) <= slack }
        shareBelow = (Double(below) + Double(tied) / 2) / Double(replicates.count)
    }

    /// Normal quantile of ``shareBelow``: infinite where all replicates lie on one side.
    package var bias: Double { NormalDistribution.quantile(shareBelow) }

    package func percentile(_ probability: Double) -> Double {
        Quantile.medianUnbiased(sorted, at: probability)
    }

    /// The corrected limit; nil where all replicates lie on one side of the estimate, or where the acceleration turns
    /// the order of the limits: then no correction can be worked out.
    package func corrected(_ probability: Double) -> Double? {
        guard bias.isFinite else { return nil }
        let shifted = bias + NormalDistribution.quantile(probability)
        let divisor = 1 - acceleration * shifted
        guard divisor > 0 else { return nil }
        return percentile(NormalDistribution.cumulative(bias + shifted / divisor))
    }

    /// Acceleration from estimates that each leave one person out, persons alike taken together.
    ///
    /// - Parameter left: The estimate without one of them, and how many are alike.
    /// - Returns: 0 where leaving one out changes nothing, or where an estimate without one is not finite.
    package static func acceleration(leavingOut left: [(estimate: Double, persons: Double)]) -> Double {
        let persons = left.reduce(0) { $0 + $1.persons }
        let mean = left.reduce(0) { $0 + $1.persons * $1.estimate } / persons
        guard mean.isFinite else { return 0 }
        let squares = left.reduce(0) { $0 + $1.persons * pow(mean - $1.estimate, 2) }
        let cubes = left.reduce(0) { $0 + $1.persons * pow(mean - $1.estimate, 3) }
        return squares > 0 ? cubes / (6 * pow(squares, 1.5)) : 0
    }
}
